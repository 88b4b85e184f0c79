import { LESSON_PARTS, NEEDED_PARTS, forumLimits, type DraftContent, type LessonPart } from '@crosscity/forum/contract';
import type { WritingChoicesFragment } from './Writing.generated';

/** The sections of the form, in the order in which one writes; each has its own place in the page. */
export const sections = ['words', ...LESSON_PARTS, 'about', 'readers'] as const;
export type Section = (typeof sections)[number];

export const isSection = (word: string | undefined): word is Section => (sections as readonly (string | undefined)[]).includes(word);

/** Where a field stands. */
export function sectionOf(field: keyof DraftContent): Section {
  if (field === 'title' || field === 'short') return 'words';
  if (field === 'audience' || field === 'voiceId') return 'readers';
  return isSection(field) ? field : 'about';
}

/** Where one goes on: the next section that is not done, from the first again after the last; null when all are. */
export function nextSection(from: Section | null, content: DraftContent): Section | null {
  const at = from ? sections.indexOf(from) + 1 : 0;
  return [...sections.slice(at), ...sections.slice(0, at)].find((section) => section !== from && stateOf(section, content) !== 'done') ?? null;
}

export const doneCount = (content: DraftContent): number => sections.filter((section) => stateOf(section, content) === 'done').length;

/** Everything of a lesson that is words. */
export const LESSON_TEXTS = ['title', 'short', ...LESSON_PARTS] as const;

export const sectionId = (section: Section) => `write-${section}`;
export const fieldId = (field: keyof DraftContent) => `field-${field}`;

export function isEmptyLesson({ title, short, themes, ...rest }: DraftContent): boolean {
  return !title?.trim() && !short?.trim() && LESSON_PARTS.every((part) => !rest[part]?.trim()) && !themes?.length;
}

const isNeeded = (part: LessonPart) => (NEEDED_PARTS as readonly LessonPart[]).includes(part);

export function stateOf(section: Section, content: DraftContent): 'done' | 'started' | 'toDo' {
  const filled = (value?: string | null) => Boolean(value?.trim());
  switch (section) {
    case 'words':
      return filled(content.title) && filled(content.short) ? 'done' : filled(content.title) || filled(content.short) ? 'started' : 'toDo';
    case 'about':
      return content.themes?.length && content.level && content.language ? 'done' : content.themes?.length || content.level ? 'started' : 'toDo';
    case 'readers':
      return content.audience ? 'done' : 'toDo';
    default:
      return filled(content[section]) ? 'done' : 'toDo';
  }
}

export interface Missing {
  field: keyof DraftContent;
  /** Key of the catalogue and its values. */
  words: string;
  values?: Record<string, number>;
}

/** What stands between this text and being published, in the order of the form. */
export function missingIn(content: DraftContent): Missing[] {
  const missing: Missing[] = [];
  const text = (field: 'title' | 'short' | LessonPart, limit: number, needed: boolean) => {
    const length = content[field]?.trim().length ?? 0;
    if (needed && length === 0) missing.push({ field, words: `forum.write.need.${field}` });
    else if (length > limit) missing.push({ field, words: 'forum.write.tooLong', values: { count: length - limit } });
  };
  text('title', forumLimits.title, true);
  text('short', forumLimits.short, true);
  for (const part of LESSON_PARTS) text(part, forumLimits.part, isNeeded(part));
  const themes = content.themes?.length ?? 0;
  if (themes === 0) missing.push({ field: 'themes', words: 'forum.write.need.themes' });
  if (themes > forumLimits.themes) missing.push({ field: 'themes', words: 'forum.write.tooManyThemes', values: { most: forumLimits.themes } });
  if (!content.level) missing.push({ field: 'level', words: 'forum.write.need.level' });
  if (!content.language) missing.push({ field: 'language', words: 'forum.write.need.language' });
  const [by, url] = [content.evaluationBy?.trim(), content.evaluationUrl?.trim()];
  if (url && !by) missing.push({ field: 'evaluationBy', words: 'forum.write.need.evaluationBy' });
  if ((by && !url) || (url && !/^https?:\/\/[^\s/]+\.[^\s/]/i.test(url))) missing.push({ field: 'evaluationUrl', words: 'forum.write.need.evaluationUrl' });
  if (!content.audience) missing.push({ field: 'audience', words: 'forum.write.need.audience' });
  return missing;
}

/** The form as the server wants it. Only after `missingIn` found nothing. */
export function lessonInput(content: DraftContent) {
  return {
    title: content.title!.replace(/\s+/g, ' ').trim(),
    short: content.short!.trim(),
    context: content.context ?? '',
    did: content.did ?? '',
    happened: content.happened ?? '',
    differently: content.differently ?? '',
    elsewhere: content.elsewhere ?? '',
    themes: content.themes ?? [],
    level: content.level!,
    audience: content.audience!,
    language: content.language!,
    cityId: content.cityId ?? null,
    evaluationBy: content.evaluationBy?.trim() || null,
    evaluationUrl: content.evaluationUrl?.trim() || null,
  };
}

/** What is known already is filled in and stays editable: nobody is asked twice. (The city came with the first sentence.) */
export function withDefaults(content: DraftContent, choices: WritingChoicesFragment, locale: string): DraftContent {
  return {
    ...content,
    voiceId: content.voiceId ?? choices.writer.voices[0]?.id ?? null,
    language: content.language ?? locale,
    audience: content.audience ?? 'members',
  };
}
