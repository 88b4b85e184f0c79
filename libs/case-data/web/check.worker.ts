import { findCaseData, guessLanguage } from '@crosscity/case-data/contract';
import type { CheckAnswer, CheckQuestion } from './checker';

// What it is asked it answers, and nothing else: it has no connection to anywhere.
addEventListener('message', ({ data: { id, texts, language, otherwise } }: MessageEvent<CheckQuestion>) => {
  const words = language ?? guessLanguage(texts.join('\n'), otherwise);
  postMessage({ id, found: texts.map((text) => findCaseData(text, words)) } satisfies CheckAnswer);
});
