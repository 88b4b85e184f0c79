import type { Audience, ContentStatus, PreventionLevel } from '@crosscity/forum/contract';
import { LessonWritingRepository, type LessonWords, ReplyWritingRepository, ThreadEntity, prepareText } from '@crosscity/forum/server';
import { SYSTEM, newId, renderMarkdown } from '@crosscity/platform/server';
import type { TestApp } from '@crosscity/platform/testing';

export interface LessonWish {
  voiceId: string;
  words?: Partial<LessonWords>;
  translations?: Partial<LessonWords>[];
  audience?: Audience;
  level?: PreventionLevel;
  cityId?: string | null;
  themes?: readonly string[];
  publishedAt?: Date;
  spaceId?: string | null;
}

const WORDS: LessonWords = {
  language: 'en', title: 'Evening talks lowered conflict near the station', short: 'Meet weekly, with the same adults.', context: 'Young people and travellers quarrelled at the station in the evening.',
  did: 'Two youth workers and one officer came **every Thursday** at seven.', happened: 'After six weeks the calls to the police halved.', differently: 'Start with the young people, not with the shops.', elsewhere: 'Needs two adults who stay.',
};

/** A published lesson, straight into the tables. */
export async function makeLesson(app: TestApp, { voiceId, words, translations = [], audience = 'public', level = 'primary', cityId = null, themes = [], publishedAt, spaceId = null }: LessonWish): Promise<{ id: string; slug: string }> {
  const writing = new LessonWritingRepository();
  const text = prepareText({ ...WORDS, ...words });
  const id = newId();
  await app.work.run(SYSTEM, async (tx) => {
    const at = publishedAt ?? tx.now;
    await writing.insert(tx, { id, kind: 'lesson', slug: 'a-lesson', audience, spaceId, level, cityId, voiceId, originalLanguage: text.words.language, publishedAt: at, lastActivityAt: at }, text, themes);
    for (const translation of translations) await writing.putText(tx, id, 'person', 1, prepareText({ ...WORDS, ...translation }));
  });
  return { id, slug: 'a-lesson' };
}

/** A reply, straight into the tables, with its number. */
export async function makeReply(app: TestApp, wish: { threadId: string; voiceId: string; text?: string; language?: string; parentId?: string | null }): Promise<{ id: string; seq: number }> {
  const writing = new ReplyWritingRepository();
  const text = wish.text ?? 'We meet on Tuesdays, and it helps.';
  const id = newId();
  const seq = await app.work.run(SYSTEM, (tx) => writing.insert(tx, { id, threadId: wish.threadId, parentId: wish.parentId ?? null, voiceId: wish.voiceId, text, html: renderMarkdown(text), language: wish.language ?? 'en' }, null, null));
  return { id, seq: seq! };
}

/** Sets what a moderator or an author would have set, without them. */
export async function setLessonStatus(app: TestApp, id: string, status: ContentStatus, rule: string | null = null): Promise<void> {
  await app.work.run(SYSTEM, (tx) => tx.repo(ThreadEntity).update({ id }, { status, hiddenRule: rule, goneAt: status === 'published' ? null : tx.now }));
}
