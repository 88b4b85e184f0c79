import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@crosscity/platform/server';
import type { VoiceType } from '@crosscity/identity/server';
import { notificationsLimits } from '@crosscity/notifications/contract';

/** One line of the inbox: the newest of a group, how many are new, who spoke. */
export interface GroupRow {
  group_key: string;
  newest_at: Date;
  new_count: number;
  kind: string;
  reason: string;
  subject_kind: string;
  subject_id: string;
  path: string | null;
  details: Record<string, string | number>;
  voices: VoiceType[];
  voice_count: number;
}

/** Groups of one person, newest first; `only` says which of their lines count. One statement a page. */
function groups(only: string, having: string): string {
  return `
  with page as (
    select group_key, max(created_at) newest_at, count(*) filter (where read_at is null)::int new_count
    from notification where person_id = $1 ${only}
    group by group_key
    having ($2::timestamptz is null or (max(created_at), group_key) < ($2::timestamptz, $3::text)) ${having}
    order by 2 desc, 1 desc limit $4
  )
  select p.*, n.kind, n.reason, n.subject_kind, n.subject_id, n.path, n.details, coalesce(v.voices, '[]') voices, coalesce(v.voice_count, 0) voice_count
  from page p
  cross join lateral (
    select * from notification where person_id = $1 and group_key = p.group_key ${only} order by created_at desc, id desc limit 1
  ) n
  left join lateral (
    select count(*)::int voice_count,
           json_agg(json_build_object('id', s.id, 'kind', s.kind, 'name', s.name, 'handle', s.handle, 'title', s.title, 'place', s.place) order by s.last desc)
             filter (where s.place_in_line <= ${notificationsLimits.voices}) voices
    from (
      select w.*, l.last, row_number() over (order by l.last desc) place_in_line
      from (select voice_id, max(created_at) last from notification where person_id = $1 and group_key = p.group_key ${only} and voice_id is not null group by voice_id) l
      join voice w on w.id = l.voice_id
    ) s
  ) v on true
  order by p.newest_at desc, p.group_key desc`;
}

const NEW = groups('and read_at is null', '');
const EARLIER = groups('', 'and bool_and(read_at is not null)');

/** Every query of the inbox. */
@Injectable()
export class InboxRepository {
  constructor(private readonly database: Database) {}

  async groups(personId: string, view: 'new' | 'earlier', first: number, after: readonly unknown[] | null): Promise<GroupRow[]> {
    return this.database.rows(view === 'new' ? NEW : EARLIER, [personId, ...(after ?? [null, null]), first]);
  }

  /** Lines with something new, as the inbox shows them: one a group. */
  async unreadCount(personId: string): Promise<number> {
    const row = await this.database.row<{ count: number }>(`select count(distinct group_key)::int count from notification where person_id = $1 and read_at is null`, [personId]);
    return row?.count ?? 0;
  }

  /** Marks what the person saw: notices no newer than `upTo`; all groups where `groupKeys` is null. Returns of how many groups. */
  async markRead(tx: Tx, personId: string, groupKeys: readonly string[] | null, upTo: Date): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      `with marked as (
         update notification set read_at = $4 where person_id = $1 and ($2::text[] is null or group_key = any($2)) and created_at <= $3 and read_at is null returning group_key
       ) select count(distinct group_key)::int count from marked`,
      [personId, groupKeys, upTo, tx.now],
    );
    return row!.count;
  }

  /** Undoes exactly the act of that instant. */
  async undoRead(tx: Tx, personId: string, mark: Date): Promise<number> {
    const [row] = await tx.rows<{ count: number }>(
      `with restored as (update notification set read_at = null where person_id = $1 and read_at = $2 returning group_key) select count(distinct group_key)::int count from restored`,
      [personId, mark],
    );
    return row!.count;
  }

  /** Sets the newest line of a group back to unread. */
  async markUnread(tx: Tx, personId: string, groupKey: string): Promise<void> {
    await tx.rows(
      `update notification set read_at = null where id = (select id from notification where person_id = $1 and group_key = $2 order by created_at desc, id desc limit 1)`,
      [personId, groupKey],
    );
  }

  /** Takes back all that was told of a thing, mails that still wait included. Whose inbox it was in. */
  async forgetSubject(tx: Tx, kind: string, id: string): Promise<string[]> {
    await tx.rows(`delete from mail where subject_kind = $1 and subject_id = $2 and status = 'waiting'`, [kind, id]);
    const rows = await tx.rows<{ personId: string }>(`with gone as (delete from notification where subject_kind = $1 and subject_id = $2 returning person_id) select distinct person_id "personId" from gone`, [kind, id]);
    return rows.map(({ personId }) => personId);
  }

  /** Forgets what nobody needs any more. */
  async tidy(): Promise<void> {
    await this.database.rows(`delete from notification where read_at < now() - make_interval(days => $1)`, [notificationsLimits.keepReadDays]);
    await this.database.rows(`delete from mail where created_at < now() - make_interval(days => $1) and status <> 'waiting'`, [notificationsLimits.keepMailDays]);
    await this.database.rows(`delete from told_fact where told_at < now() - make_interval(days => $1)`, [notificationsLimits.keepMailDays]);
  }
}
