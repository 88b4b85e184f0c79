import { Injectable } from '@nestjs/common';
import { type DraftContent, type DraftKind, forumLimits } from '@crosscity/forum/contract';
import { Database, type Tx, newId } from '@crosscity/platform/server';
import { DraftCopyEntity, DraftEntity } from './draft.entity';
import type { DraftType } from './draft.type';

const columns = `d.id, d.kind, d.thread_id "threadId", d.content, d.version, d.device, d.updated_at "updatedAt", d.discarded_at "discardedAt",
  (select coalesce(json_agg(json_build_object('id', k.id, 'content', k.content, 'device', k.device, 'keptAt', k.kept_at) order by k.kept_at desc), '[]') from draft_copy k where k.draft_id = d.id) copies`;

/** Unfinished texts. Every statement names the person: nobody else's draft can be reached from here. */
@Injectable()
export class DraftsRepository {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<DraftType[]> {
    return this.database.rows<DraftType>(`select ${columns} from draft d where d.person_id = $1 and d.discarded_at is null order by d.updated_at desc limit ${forumLimits.drafts}`, [personId]);
  }

  async one(id: string, personId: string): Promise<DraftType | null> {
    return this.database.row<DraftType>(`select ${columns} from draft d where d.id = $1 and d.person_id = $2`, [id, personId]);
  }

  /** Those of these drafts that are this person's, or anybody's: for files that hang on them. */
  async owned(ids: readonly string[], personId: string | null): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>('select id from draft where id = any($1) and ($2::uuid is null or person_id = $2)', [ids, personId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Makes a person's saves of drafts wait for each other, so that two devices can't both win. */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('draft:' || $1, 0))`, [personId]);
  }

  /** The draft of that id, or the open one of that kind in that thread, since a thread has one reply in the making. */
  async find(tx: Tx, id: string | null, personId: string, kind: DraftKind, threadId: string | null): Promise<DraftEntity | null> {
    const known = id ? await tx.repo(DraftEntity).findOneBy({ id }) : null;
    if ((known && !known.discardedAt) || !threadId) return known;
    const [open] = await tx.rows<{ id: string }>('select id from draft where person_id = $1 and kind = $2 and thread_id = $3 and discarded_at is null', [personId, kind, threadId]);
    return open ? tx.repo(DraftEntity).findOneBy({ id: open.id }) : known;
  }

  async count(tx: Tx, personId: string): Promise<number> {
    const [row] = await tx.rows<{ count: number }>('select count(*)::int count from draft where person_id = $1 and discarded_at is null', [personId]);
    return row!.count;
  }

  async insert(tx: Tx, draft: Omit<DraftEntity, 'discardedAt' | 'version' | 'updatedAt'>): Promise<void> {
    await tx.repo(DraftEntity).insert({ ...draft, version: 1, updatedAt: tx.now, discardedAt: null } as never);
  }

  async replace(tx: Tx, draft: DraftEntity, content: DraftContent, device: string): Promise<void> {
    await tx.repo(DraftEntity).update({ id: draft.id }, { content: content as never, device, version: draft.version + 1, updatedAt: tx.now, discardedAt: null });
  }

  /** Keeps a text that lost against another device. Older copies beyond the limit go. */
  async keepCopy(tx: Tx, draftId: string, content: DraftContent, device: string): Promise<string> {
    const id = newId();
    await tx.repo(DraftCopyEntity).insert({ id, draftId, content, device, keptAt: tx.now } as never);
    await tx.rows(`delete from draft_copy where draft_id = $1 and id in (select id from draft_copy where draft_id = $1 order by kept_at desc, id offset ${forumLimits.draftCopies})`, [draftId]);
    return id;
  }

  /** Published or thrown away: out of the list, and kept for thirty days in case. */
  async putAway(tx: Tx, id: string, personId: string): Promise<void> {
    await tx.rows('update draft set discarded_at = $3 where id = $1 and person_id = $2 and discarded_at is null', [id, personId, tx.now]);
  }

  /** Back into the list. False where another draft has taken its place in the thread meanwhile, or there is none. */
  async takeOut(tx: Tx, id: string, personId: string): Promise<boolean> {
    const rows = await tx.rows<{ id: string }>(
      `with back as (
         update draft d set discarded_at = null where id = $1 and person_id = $2
           and not exists (select from draft o where o.id <> d.id and o.person_id = d.person_id and o.kind = d.kind and o.thread_id = d.thread_id and o.discarded_at is null)
         returning id) select id from back`,
      [id, personId],
    );
    return rows.length > 0;
  }

  async dropCopy(tx: Tx, id: string, personId: string): Promise<string | null> {
    const [row] = await tx.rows<{ draftId: string }>(
      'with gone as (delete from draft_copy k using draft d where k.id = $1 and d.id = k.draft_id and d.person_id = $2 returning k.draft_id) select draft_id "draftId" from gone', [id, personId]);
    return row?.draftId ?? null;
  }

  /** Ends what was put away long ago. */
  async prune(tx: Tx): Promise<void> {
    await tx.rows(`delete from draft where discarded_at < $1::timestamptz - interval '30 days'`, [tx.now]);
  }
}
