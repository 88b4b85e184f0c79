import type { IntlShape } from 'react-intl';
import { wordsOf } from '../words/words';
import type { PreparedPage } from './prepare';

export const siteName = 'Crosscity';

/** "page – Crosscity"; problems name themselves. */
export function documentTitle(prepared: PreparedPage, intl: IntlShape): string {
  const title = pageTitle(prepared, intl);
  return title ? `${title} – ${siteName}` : siteName;
}

export function pageTitle({ problem, module, data, match }: PreparedPage, intl: IntlShape): string | undefined {
  if (problem) return wordsOf(intl, `platform.problem.${problem.status}.title`);
  return module?.title?.(intl, data, match);
}
