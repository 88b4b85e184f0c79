import { EmptyState, LinkButton, T, pageQuery, usePage, useWords, wordsOf } from '@crosscity/platform/web';
import type { IntlShape } from 'react-intl';
import css from '../Writing/LessonForm.module.css';
import { DraftList } from './DraftList';
import { DraftsPageDocument } from './DraftsPage.generated';

export const query = pageQuery(DraftsPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.drafts.title');
export const robots = 'noindex';

/** Unfinished work is a place, not a hidden state. */
export function Page() {
  const { drafts } = usePage(DraftsPageDocument).data;
  const words = useWords();
  const write = (
    <LinkButton to="/write" kind={drafts.length ? 'secondary' : 'primary'}>
      <T id="forum.write.new" />
    </LinkButton>
  );
  return (
    <div className={css.start}>
      <h1>
        <T id="forum.drafts.title" />
      </h1>
      {drafts.length > 0 ? (
        <>
          <p>
            <T id="forum.drafts.words" />
          </p>
          <DraftList drafts={drafts} />
          <div className={css.buttons}>{write}</div>
        </>
      ) : (
        <EmptyState words={words('forum.drafts.none')} action={write} />
      )}
    </div>
  );
}
