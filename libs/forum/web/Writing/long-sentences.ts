import { LESSON_PARTS, type DraftContent } from '@crosscity/forum/contract';

/** Longer sentences are read twice and translate badly. Arabic joins more into a word, Finnish and German build longer ones. */
const MOST_WORDS: Record<string, number> = { ar: 20, de: 22, fi: 18 };
const USUALLY = 25;

/** How many sentences of a lesson have more words than one reads at once. */
export function longSentences(content: DraftContent): number {
  const language = content.language ?? 'en';
  const most = MOST_WORDS[language] ?? USUALLY;
  const texts = [content.short, ...LESSON_PARTS.map((part) => content[part])];
  return texts.flatMap((text) => sentencesOf(text ?? '', language)).filter((sentence) => (sentence.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0) > most).length;
}

/** Lines first: items of a list and headings end without a full stop. */
function sentencesOf(text: string, language: string): string[] {
  const lines = text.split(/\n+/);
  if (!('Segmenter' in Intl)) return lines.flatMap((line) => line.split(/(?<=[.!?؟…])\s+/u));
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return lines.flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment));
}
