import { Injectable } from '@nestjs/common';
import { type CityRow, type CityType, cityColumns, cityOf } from '@crosscity/cities/server';
import type { Joining, SpaceKind } from '@crosscity/forum/contract';
import { type VoiceRow, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { type Actor, Database, type Page, type PageArgs, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { reachable } from './forum.policy';
import type { EntryKind } from './space-people.entity';
import type { SpaceAgreement, SpaceEntry, SpaceMember, SpaceType } from './space.type';
import { type Belonging, isOpenKind, maySpace } from './spaces.policy';

interface SpaceRow {
  id: string;
  slug: string;
  name: string;
  purpose: string;
  language: string;
  kind: SpaceKind;
  joining: Joining;
  version: number;
  agreement_version: number;
  closed_at: Date | null;
  is_member: boolean;
  is_moderator: boolean | null;
  agreed_version: number | null;
  request_id: string | null;
  invitation_id: string | null;
  city_fits: boolean;
  member_count: number;
  lesson_count: number;
}

const person = (actor: Actor) => (actor.kind === 'member' ? actor.personId : null);

/**
 * Spaces with what whoever asks is in them: $1 the person, $2 their city. Numbers come from rows that they may read, and
 * `spaceOf` leaves out those that are not theirs to know.
 */
const select = (lessons: string) => `
  select s.id, s.slug, s.name, s.purpose, s.language, s.kind, s.joining, s.version, s.agreement_version, s.closed_at,
         sm.person_id is not null is_member, sm.is_moderator, sm.agreed_version, rq.id request_id, iv.id invitation_id,
         exists (select from space_city sc where sc.space_id = s.id and sc.city_id = $2::uuid) city_fits,
         (select count(*)::int from space_member m join person p on p.id = m.person_id and p.status = 'active' where m.space_id = s.id) member_count,
         (select count(*)::int from thread t where t.space_id = s.id and t.kind = 'lesson' and t.status = 'published' and ${lessons}) lesson_count
  from space s
  left join space_member sm on sm.space_id = s.id and sm.person_id = $1::uuid
  left join space_entry rq on rq.space_id = s.id and rq.person_id = $1::uuid and rq.kind = 'request' and rq.status = 'open'
  left join space_entry iv on iv.space_id = s.id and iv.person_id = $1::uuid and iv.kind = 'invitation' and iv.status = 'open'`;

/** `maySpace.see` in SQL, on what `select` joins. */
function visible(actor: Actor): string {
  if (actor.kind === 'system') return 'true';
  return actor.kind === 'guest' ? `s.kind = 'public'` : `(s.kind <> 'hidden' or sm.person_id is not null or iv.id is not null)`;
}

function spaceOf(row: SpaceRow, actor: Actor): SpaceType {
  const standing = { kind: row.kind, agreementVersion: row.agreement_version, closedAt: row.closed_at };
  const belongs: Belonging = row.is_member ? { isModerator: row.is_moderator!, agreedVersion: row.agreed_version! } : null;
  const isInside = maySpace.isInside(standing, belongs);
  const mayCount = maySpace.readNumbers(actor, standing, belongs);
  const isOutside = actor.kind === 'member' && belongs === null && row.closed_at === null;
  const state = belongs ? (!isInside ? 'mustAgree' : belongs.isModerator ? 'moderator' : 'member') : row.invitation_id ? 'invited' : row.request_id ? 'asked' : 'none';
  return {
    id: row.id, slug: row.slug, name: row.name, purpose: row.purpose, language: row.language, kind: row.kind, joining: row.joining, closedAt: row.closed_at, version: row.version,
    agreementVersion: row.agreement_version,
    memberCount: mayCount ? row.member_count : null,
    lessonCount: mayCount || isOpenKind(row.kind) ? row.lesson_count : null,
    viewer: { belongs: state, isModerator: belongs?.isModerator ?? false, requestId: row.request_id, invitationId: row.invitation_id },
    viewerCan: {
      join: isOutside && (row.joining === 'open' || (row.joining === 'city' && row.city_fits)),
      ask: isOutside && row.joining === 'request' && row.request_id === null,
      leave: belongs !== null,
      write: isInside && row.closed_at === null,
      attend: maySpace.attend(actor, standing, belongs),
      care: maySpace.care(standing, belongs),
    },
    isInside,
  };
}

/** Reads spaces, each with the rights of whoever asks in the same statement. */
@Injectable()
export class SpacesRepository {
  constructor(private readonly database: Database) {}

  /** One's own first, then by name. */
  async page(actor: Actor, { first, after }: PageArgs): Promise<Page<SpaceType>> {
    const parameters: unknown[] = [person(actor), actor.kind === 'member' ? actor.cityId : null];
    const $ = (value: unknown) => `$${parameters.push(value)}`;
    const cursor = readCursor(after, 3);
    const shown = select(reachable(actor, $));
    const rows = await this.database.rows<SpaceRow & { rank: number }>(
      `select * from (select x.*, (not x.is_member and x.invitation_id is null)::int rank from (${shown} where ${visible(actor)}) x) y
       ${cursor ? `where (rank, name, id) > (${$(cursor[0])}::int, ${$(cursor[1])}::text, ${$(cursor[2])}::uuid)` : ''} order by rank, name, id limit ${$(first + 1)}`,
      parameters,
    );
    const page = toPage(rows, first, (row) => cursorOf(row.rank, row.name, row.id));
    return { nextCursor: page.nextCursor, items: page.items.map((row) => spaceOf(row, actor)) };
  }

  async bySlug(actor: Actor, slug: string): Promise<SpaceType | null> {
    return (await this.some(actor, 's.slug = ', slug))[0] ?? null;
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, SpaceType>> {
    return new Map((await this.some(actor, 's.id = any', ids)).map((space) => [space.id, space]));
  }

  private async some(actor: Actor, condition: string, value: unknown): Promise<SpaceType[]> {
    const parameters: unknown[] = [person(actor), actor.kind === 'member' ? actor.cityId : null];
    const $ = (given: unknown) => `$${parameters.push(given)}`;
    const shown = select(reachable(actor, $));
    const rows = await this.database.rows<SpaceRow>(`${shown} where ${condition}(${$(value)}) and ${visible(actor)}`, parameters);
    return rows.map((row) => spaceOf(row, actor));
  }

  async agreements(ids: readonly string[]): Promise<Map<string, SpaceAgreement>> {
    const rows = await this.database.rows<SpaceAgreement & { id: string }>(
      `select s.id, a.version, a.body_html html, a.body_md "text", a.at from space s join space_agreement a on a.space_id = s.id and a.version = s.agreement_version where s.id = any($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async cities(ids: readonly string[]): Promise<Map<string, CityType[]>> {
    const rows = await this.database.rows<CityRow & { space_id: string }>(
      `select sc.space_id, ${cityColumns('c')} from space_city sc join city c on c.id = sc.city_id where sc.space_id = any($1) order by c.name`, [ids],
    );
    return new Map([...Map.groupBy(rows, ({ space_id }) => space_id)].map(([id, those]) => [id, those.map((row) => cityOf(row))]));
  }

  /** Moderators first, then by name. From outside only those who agreed to stand in the directory. */
  async members(space: SpaceType, { first, after }: PageArgs): Promise<Page<SpaceMember>> {
    const cursor = readCursor(after, 3);
    const listed = space.isInside ? '' : `and p.visibility->>'directory' = 'members'`;
    const rows = await this.database.rows<VoiceRow & { is_moderator: boolean; joined_at: Date; rank: number; sort: string; id: string }>(
      `select * from (select ${voiceColumns('v')}, m.is_moderator, m.joined_at, (not m.is_moderator)::int rank, p.sort_name sort, v.id id
         from space_member m join person p on p.id = m.person_id and p.status = 'active' join voice v on v.id = p.voice_id where m.space_id = $1 ${listed}) x
       ${cursor ? 'where (rank, sort, id) > ($3::int, $4::text, $5::uuid)' : ''} order by rank, sort, id limit $2`,
      [space.id, first + 1, ...(cursor ?? [])],
    );
    const page = toPage(rows, first, (row) => cursorOf(row.rank, row.sort, row.id));
    return { nextCursor: page.nextCursor, items: page.items.map((row) => ({ voice: voiceOf(row), isModerator: row.is_moderator, joinedAt: row.joined_at })) };
  }

  /** What waits for an answer, oldest first. */
  async entries(spaceId: string, kind: EntryKind): Promise<SpaceEntry[]> {
    const rows = await this.database.rows<VoiceRow & { id: string; why: string; at: Date }>(
      `select e.id, e.why, e.at, ${voiceColumns('v')} from space_entry e join person p on p.id = e.person_id and p.status = 'active' join voice v on v.id = p.voice_id
       where e.space_id = $1 and e.kind = $2 and e.status = 'open' order by e.at, e.id limit 200`,
      [spaceId, kind],
    );
    return rows.map((row) => ({ id: row.id, why: row.why, at: row.at, voice: voiceOf(row) }));
  }

  /** Where a thread stands, for those of these spaces that are closed to readers from outside: who may read there. */
  async insiders(spaceIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await this.database.rows<{ circle_id: string; person_id: string }>('select circle_id, person_id from circle_member where circle_id = any($1)', [spaceIds]);
    return new Map([...Map.groupBy(rows, ({ circle_id }) => circle_id)].map(([id, those]) => [id, new Set(those.map(({ person_id }) => person_id))]));
  }

  /** Threads that only the inside of a space may read, for closing their rooms. */
  async closedThreads(spaceId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(`select id from thread where space_id = $1 and audience <> 'public'`, [spaceId]);
    return rows.map(({ id }) => id);
  }

  /** An entry and its space, for telling those concerned. */
  async entry(id: string): Promise<{ spaceId: string; slug: string; personId: string; status: string; reason: string; inviterVoiceId: string | null; voiceId: string } | null> {
    return this.database.row(
      `select e.space_id "spaceId", s.slug, e.person_id "personId", e.status, e.reason, e.inviter_voice_id "inviterVoiceId", p.voice_id "voiceId"
       from space_entry e join space s on s.id = e.space_id join person p on p.id = e.person_id where e.id = $1`, [id],
    );
  }

  async departure(id: string): Promise<{ spaceId: string; personId: string; reason: string } | null> {
    return this.database.row('select space_id "spaceId", person_id "personId", reason from space_departure where id = $1', [id]);
  }

  /** Those who belong: moderators alone, or those who have not accepted the current agreement. */
  async belonging(spaceId: string, which: 'moderators' | 'notAgreed'): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `select m.person_id id from space_member m join space s on s.id = m.space_id where m.space_id = $1 and ${which === 'moderators' ? 'm.is_moderator and m.agreed_version >= s.agreement_version' : 'm.agreed_version < s.agreement_version'}`,
      [spaceId],
    );
    return rows.map(({ id }) => id);
  }
}
