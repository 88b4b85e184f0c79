import { forumLimits, type DraftContent } from '@crosscity/forum/contract';

export const fieldId = (field: keyof DraftContent) => `question-${field}`;

export function isEmptyQuestion({ title, text, themes }: DraftContent): boolean {
  return !title?.trim() && !text?.trim() && !themes?.length;
}

export interface Missing {
  field: keyof DraftContent;
  words: string;
  values?: Record<string, number>;
}

/** What stands between this text and being asked, in the order of the form. */
export function missingIn(content: DraftContent): Missing[] {
  const missing: Missing[] = [];
  const over = (field: 'title' | 'text', limit: number) => {
    const length = content[field]?.trim().length ?? 0;
    if (length > limit) missing.push({ field, words: 'forum.question.tooLong', values: { count: length - limit } });
  };
  if (!content.title?.trim()) missing.push({ field: 'title', words: 'forum.question.need.title' });
  over('title', forumLimits.title);
  over('text', forumLimits.question);
  if ((content.themes?.length ?? 0) > forumLimits.themes) missing.push({ field: 'themes', words: 'forum.question.tooManyThemes', values: { most: forumLimits.themes } });
  if (!content.language) missing.push({ field: 'language', words: 'forum.write.need.language' });
  return missing;
}

/** The form as the server wants it. Only after `missingIn` found nothing. */
export function questionInput(content: DraftContent) {
  return {
    title: content.title!.replace(/\s+/g, ' ').trim(),
    text: content.text ?? '',
    themes: content.themes ?? [],
    audience: content.audience ?? 'members',
    language: content.language!,
  };
}
