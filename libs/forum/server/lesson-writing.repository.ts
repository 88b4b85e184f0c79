import { Injectable } from '@nestjs/common';
import { LESSON_PARTS, type LessonPart, type TextState } from '@crosscity/forum/contract';
import { type Tx, plainText, renderMarkdown } from '@crosscity/platform/server';
import { LessonRevisionEntity, type RevisedParts } from './revision.entity';
import { ThreadEntity } from './thread.entity';
import { minutesToRead } from './text';

/** A lesson's words in one language, as written. */
export type LessonWords = { language: string; title: string; short: string } & Record<LessonPart, string>;

/** Those words with everything that is made from them once, before the transaction: HTML, minutes. */
export interface PreparedText {
  words: LessonWords;
  parts: RevisedParts;
  minutes: number;
}

export function prepareText(words: LessonWords): PreparedText {
  const parts = Object.fromEntries(LESSON_PARTS.map((part) => [part, { md: words[part], html: renderMarkdown(words[part]) }])) as RevisedParts;
  return { words, parts, minutes: minutesToRead([words.short, ...LESSON_PARTS.map((part) => plainText(parts[part].html))], words.language) };
}

const partColumns = LESSON_PARTS.flatMap((part) => [`${part}_md`, `${part}_html`]);

/** Writes lessons: the thread, its texts, themes and revisions. */
@Injectable()
export class LessonWritingRepository {
  /** The thread with a lock that keeps other writers of it waiting; null where there is none. */
  async lock(tx: Tx, id: string): Promise<ThreadEntity | null> {
    return tx.repo(ThreadEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What of a lesson's references is not there: themes by slug, the city. */
  async missing(tx: Tx, themes: readonly string[], cityId: string | null): Promise<{ themes: boolean; city: boolean }> {
    const [found] = await tx.rows<{ themes: number; city: boolean }>(
      'select (select count(*)::int from theme where slug = any($1)) themes, ($2::uuid is null or exists (select from city where id = $2)) city',
      [themes, cityId],
    );
    return { themes: found!.themes !== themes.length, city: !found!.city };
  }

  async insert(tx: Tx, thread: Partial<ThreadEntity>, text: PreparedText, themes: readonly string[]): Promise<void> {
    await tx.repo(ThreadEntity).insert(thread);
    await this.putText(tx, thread.id!, 'original', 1, text);
    await this.putThemes(tx, thread.id!, themes);
    await this.keepRevision(tx, thread.id!, 1, thread.voiceId!, text, null);
  }

  /** Inserts or replaces one language version. */
  async putText(tx: Tx, threadId: string, state: TextState, version: number, { words, parts, minutes }: PreparedText): Promise<void> {
    const values = LESSON_PARTS.flatMap((part) => [parts[part].md, parts[part].html]);
    const columns = ['state', 'version', 'title', 'short', 'minutes', ...partColumns];
    // Weights tell title, short version and parts apart, so that a title counts most.
    await tx.rows(
      `insert into lesson_text (thread_id, language, ${columns.join(', ')}, search)
       values ($1, $2, ${columns.map((_, index) => `$${index + 3}`).join(', ')},
         setweight(search_vector($2, $5), 'A') || setweight(search_vector($2, $6), 'B') || setweight(search_vector($2, $${columns.length + 3}), 'C'))
       on conflict (thread_id, language) do update set ${[...columns, 'search'].map((column) => `${column} = excluded.${column}`).join(', ')}`,
      [threadId, words.language, state, version, words.title, words.short, minutes, ...values, LESSON_PARTS.map((part) => plainText(parts[part].html)).join('\n')],
    );
  }

  async putThemes(tx: Tx, threadId: string, themes: readonly string[]): Promise<void> {
    await tx.rows(
      `with gone as (delete from thread_theme where thread_id = $1 and theme <> all($2))
       insert into thread_theme (thread_id, theme, place) select $1, theme, place from unnest($2::text[]) with ordinality chosen (theme, place)
       on conflict (thread_id, theme) do update set place = excluded.place`,
      [threadId, themes],
    );
  }

  /** The original under another language: the row moves, unless a translation has that place. */
  async dropOriginal(tx: Tx, threadId: string): Promise<void> {
    await tx.rows(`delete from lesson_text where thread_id = $1 and state = 'original'`, [threadId]);
  }

  async keepRevision(tx: Tx, threadId: string, version: number, voiceId: string, { words, parts }: PreparedText, note: string | null): Promise<void> {
    await tx.repo(LessonRevisionEntity).insert({ threadId, version, voiceId, language: words.language, title: words.title, short: words.short, parts, note, at: tx.now });
  }

  /** What was taken back is kept for thirty days, should it have been reported; then it is gone with all that hung on it. */
  async pruneTakenBack(tx: Tx): Promise<void> {
    await tx.rows(`delete from thread where status = 'takenBack' and gone_at < $1::timestamptz - interval '30 days'`, [tx.now]);
  }

  async update(tx: Tx, id: string, change: Partial<ThreadEntity>): Promise<void> {
    await tx.repo(ThreadEntity).update({ id }, change);
  }
}
