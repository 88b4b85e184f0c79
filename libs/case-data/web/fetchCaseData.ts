import { loadWords } from '@crosscity/platform/web';
import { caseDataWords } from './words';

/** Brings everything that a check may need onto the device: it must work where there is no network as well. */
export async function fetchCaseData(locale: string): Promise<void> {
  const { checkTexts } = await import('./checker');
  await Promise.all([checkTexts({ texts: ['.'], language: null, otherwise: locale }), import('@crosscity/case-data/contract'), import('./Findings'), loadWords(locale, [caseDataWords])]);
}
