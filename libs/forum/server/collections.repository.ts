import { Injectable } from '@nestjs/common';
import type { CollectionAudience, ContentStatus } from '@crosscity/forum/contract';
import { type VoiceRow, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { type Actor, Database, type Page, type Tx, cursorOf, isStaff, readCursor, speaksWith, toPage } from '@crosscity/platform/server';
import { CollectionEntity, CollectionLessonEntity } from './collection.entity';
import type { CollectionType } from './collection.type';
import { reachable } from './forum.policy';

type Place = (value: unknown) => string;

/** SQL on `thread t`: the lesson is shown to this actor. */
const shownLesson = (actor: Actor, $: Place) => `t.kind = 'lesson' and t.status = 'published' and ${reachable(actor, $)}`;

/** SQL on `collection c`, as `may.readCollection` says it. */
function readable(actor: Actor, $: Place): string {
  if (isStaff(actor)) return 'true';
  if (actor.kind === 'guest') return `c.status = 'published' and c.audience = 'public'`;
  return actor.kind === 'member' ? `(c.status = 'published' or c.voice_id = any(${$(actor.voiceIds)}::uuid[]))` : 'true';
}

type CollectionRow = VoiceRow & {
  id: string; title: string; note: string; language: string; audience: CollectionAudience; status: ContentStatus; version: number; created_at: Date; updated_at: Date; lesson_count: number;
};

/** The count is of what this actor may read: a collection tells nobody how much it hides from them. */
function select(actor: Actor, $: Place): string {
  return `select c.id, c.title, c.note, c.language, c.audience, c.status, c.version, c.created_at, c.updated_at, ${voiceColumns('v')},
      (select count(*)::int from collection_lesson i join thread t on t.id = i.thread_id where i.collection_id = c.id and ${shownLesson(actor, $)}) lesson_count
    from collection c join voice v on v.id = c.voice_id`;
}

function collectionOf(row: CollectionRow, actor: Actor): CollectionType {
  const isTheirs = speaksWith(actor, row.voice_id);
  return {
    id: row.id, title: row.title, note: row.note, language: row.language, audience: row.audience, status: row.status, version: row.version, voice: voiceOf(row),
    createdAt: row.created_at, updatedAt: row.updated_at, lessonCount: row.lesson_count,
    viewerCan: { edit: isTheirs && row.status === 'published', report: actor.kind === 'member' && !isTheirs && row.status === 'published' },
  };
}

/** Collections and what they hold. Every statement that reads says who may. */
@Injectable()
export class CollectionsRepository {
  constructor(private readonly database: Database) {}

  private async select(actor: Actor, rest: ($: Place) => string): Promise<CollectionType[]> {
    const parameters: unknown[] = [];
    const $ = (value: unknown) => `$${parameters.push(value)}`;
    const statement = `${select(actor, $)} ${rest($)}`;
    return (await this.database.rows<CollectionRow>(statement, parameters)).map((row) => collectionOf(row, actor));
  }

  async byIds(ids: readonly string[], actor: Actor): Promise<Map<string, CollectionType>> {
    const found = await this.select(actor, ($) => `where c.id = any(${$(ids)}::uuid[]) and ${readable(actor, $)}`);
    return new Map(found.map((collection) => [collection.id, collection]));
  }

  /** Published ones, those that changed last first. One in which this actor may read nothing is not in the list. */
  async page(actor: Actor, first: number, after: string | undefined | null): Promise<Page<CollectionType>> {
    const cursor = readCursor(after, 2);
    const parameters: unknown[] = [];
    const $ = (value: unknown) => `$${parameters.push(value)}`;
    const rows = await this.database.rows<CollectionRow & { key: string }>(
      `select found.*, to_char(found.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') key from (
         ${select(actor, $)} where c.status = 'published' and ${readable(actor, $)}
           and exists (select from collection_lesson i join thread t on t.id = i.thread_id where i.collection_id = c.id and ${shownLesson(actor, $)})
           ${cursor ? `and (c.updated_at, c.id) < (${$(cursor[0])}::timestamptz, ${$(cursor[1])}::uuid)` : ''}
         order by c.updated_at desc, c.id desc limit ${Math.trunc(first) + 1}) found
       order by found.updated_at desc, found.id desc`,
      parameters,
    );
    const page = toPage(rows, first, (row) => cursorOf(row.key, row.id));
    return { items: page.items.map((row) => collectionOf(row, actor)), nextCursor: page.nextCursor };
  }

  /** Those of these voices, as their speakers see them. */
  async ofVoices(actor: Actor, voiceIds: readonly string[]): Promise<CollectionType[]> {
    return this.select(actor, ($) => `where c.voice_id = any(${$(voiceIds)}::uuid[]) and c.status = 'published' order by c.updated_at desc, c.id desc limit 100`);
  }

  /** Of these collections those that hold the lesson. */
  async holding(ids: readonly string[], threadId: string): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>('select collection_id id from collection_lesson where collection_id = any($1) and thread_id = $2', [ids, threadId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Where lessons appear, for those who may read the collection. Who may read the lesson was asked before. */
  async ofLessons(threadIds: readonly string[], actor: Actor): Promise<Map<string, CollectionType[]>> {
    const places = await this.database.rows<{ thread_id: string; collection_id: string }>(
      `select i.thread_id, i.collection_id from collection_lesson i join collection c on c.id = i.collection_id and c.status = 'published' where i.thread_id = any($1) order by c.updated_at desc limit 1000`,
      [threadIds],
    );
    if (places.length === 0) return new Map();
    const collections = await this.byIds([...new Set(places.map(({ collection_id }) => collection_id))], actor);
    return new Map([...Map.groupBy(places, ({ thread_id }) => thread_id)].map(([id, of]) => [id, of.flatMap(({ collection_id }) => collections.get(collection_id) ?? [])]));
  }

  /** What collections hold, in order, readable or not. */
  async lessons(ids: readonly string[]): Promise<{ collectionId: string; threadId: string; note: string; addedAt: Date }[]> {
    return this.database.rows(
      'select collection_id "collectionId", thread_id "threadId", note, added_at "addedAt" from collection_lesson where collection_id = any($1) order by collection_id, place, thread_id',
      [ids],
    );
  }

  async moderated(ids: readonly string[]): Promise<CollectionEntity[]> {
    return this.database.rows<CollectionEntity>('select id, title, note, language, audience, status, voice_id "voiceId" from collection where id = any($1)', [ids]);
  }

  /** The collection with a lock that keeps other writers of it waiting. */
  async lock(tx: Tx, id: string): Promise<CollectionEntity | null> {
    return tx.repo(CollectionEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** How many this voice has; makes its next one wait until this transaction ends. */
  async countOf(tx: Tx, voiceId: string): Promise<number> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('collections:' || $1, 0))`, [voiceId]);
    return tx.repo(CollectionEntity).countBy({ voiceId, status: 'published' });
  }

  async insert(tx: Tx, collection: Partial<CollectionEntity>): Promise<void> {
    await tx.repo(CollectionEntity).insert(collection);
  }

  async update(tx: Tx, id: string, change: Partial<CollectionEntity>): Promise<void> {
    await tx.repo(CollectionEntity).update({ id }, change);
  }

  /** The lessons in order. Under the collection's lock. */
  async order(tx: Tx, id: string): Promise<string[]> {
    return (await tx.rows<{ id: string }>('select thread_id id from collection_lesson where collection_id = $1 order by place, thread_id', [id])).map((row) => row.id);
  }

  async setOrder(tx: Tx, id: string, threadIds: readonly string[]): Promise<void> {
    await tx.rows(
      `with moved as (
         update collection_lesson i set place = wanted.place - 1 from unnest($2::uuid[]) with ordinality wanted (thread_id, place)
         where i.collection_id = $1 and i.thread_id = wanted.thread_id and i.place <> wanted.place - 1 returning 1)
       select count(*) from moved`,
      [id, threadIds],
    );
  }

  async add(tx: Tx, lesson: Partial<CollectionLessonEntity>): Promise<void> {
    await tx.repo(CollectionLessonEntity).insert(lesson);
  }

  async remove(tx: Tx, collectionId: string, threadId: string): Promise<void> {
    await tx.repo(CollectionLessonEntity).delete({ collectionId, threadId });
  }

  async setNote(tx: Tx, collectionId: string, threadId: string, note: string): Promise<void> {
    await tx.repo(CollectionLessonEntity).update({ collectionId, threadId }, { note });
  }
}
