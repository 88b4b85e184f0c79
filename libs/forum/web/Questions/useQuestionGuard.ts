import { useCaseData, type CaseDataGuard } from '@crosscity/case-data/web';
import type { DraftContent } from '@crosscity/forum/contract';
import { useWords } from '@crosscity/platform/web';
import { fieldId } from './question-form';

/** Watches everything of a question that others will read. */
export function useQuestionGuard(content: DraftContent, change: (part: Partial<DraftContent>) => void): CaseDataGuard {
  const words = useWords();
  return useCaseData(
    [
      { name: 'title', text: content.title, id: fieldId('title'), label: words('forum.question.form.title'), change: (title) => change({ title }) },
      { name: 'text', text: content.text, id: fieldId('text'), label: words('forum.question.form.text'), change: (text) => change({ text }) },
    ],
    content.language,
  );
}
