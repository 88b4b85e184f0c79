import { useCaseData, type CaseDataGuard } from '@crosscity/case-data/web';
import { LESSON_PARTS, type DraftContent } from '@crosscity/forum/contract';
import { useWords } from '@crosscity/platform/web';
import { fieldId } from './lesson-form';

const FIELDS = ['title', 'short', ...LESSON_PARTS, 'note'] as const;

/** Watches everything of a lesson that others will read. */
export function useLessonGuard(content: DraftContent, change: (part: Partial<DraftContent>) => void): CaseDataGuard {
  const words = useWords();
  const labels = { title: words('forum.write.title'), short: words('forum.lesson.inShort'), note: words('forum.edit.note') };
  return useCaseData(
    FIELDS.map((name) => ({
      name,
      text: content[name],
      id: fieldId(name),
      label: name in labels ? labels[name as keyof typeof labels] : words(`forum.part.${name}`),
      change: (text: string) => change({ [name]: text }),
    })),
    content.language,
  );
}
