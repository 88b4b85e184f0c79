import { findCaseData } from '@crosscity/case-data/contract';
import { LESSON_PARTS } from '@crosscity/forum/contract';
import { refuse } from '@crosscity/platform/server';

/** What others would read of a lesson, a reply, a trial. */
export const WORDS_OF_LESSON = ['title', 'short', ...LESSON_PARTS, 'note'] as const;
export const WORDS_OF_REPLY = ['text'] as const;
export const WORDS_OF_QUESTION = ['title', 'text'] as const;
export const WORDS_OF_TRIAL = ['change', 'advice', 'text'] as const;

/**
 * Refuses a text that surely leads to a person. The page checks before it sends; this is for whoever doesn't use the page. The refusal
 * holds kinds and places only: what stands there must not reach a log, nor an error report.
 */
export function refuseCaseData<Field extends string>(input: { [F in Field]?: string | null }, fields: readonly Field[]): void {
  const findings = fields.flatMap((field) => findCaseData(input[field] ?? '').filter(({ certainty }) => certainty === 'certain').map(({ kind, from, to }) => ({ field, kind, from, to })));
  if (findings.length > 0) throw refuse('forum.caseData', { findings });
}
