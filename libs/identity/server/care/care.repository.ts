import { Injectable } from '@nestjs/common';
import type { MemberState, ProfileVisibility } from '@crosscity/identity/contract';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type Member, type Page, type PageArgs, type PlatformRole, type Tx, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { CityNames } from '../city-names';
import { type PersonStatus, sortNameOf } from '../person.entity';
import { normaliseEmail } from '../sign-in.service';
import type { MemberFilesFilter } from './care.inputs';
import { isSelf, may } from './care.policy';
import type { MemberActType, MemberFileType } from './care.types';
import type { ActDetails, MemberActEntity } from './member-act.entity';

/** An account that is locked for an act. */
export interface LockedPerson {
  personId: string;
  voiceId: string;
  role: PlatformRole;
  status: PersonStatus;
  cityId: string | null;
  place: string | null;
  displayName: string;
  handle: string;
  title: string;
  visibility: ProfileVisibility;
  careVersion: number;
  suspendedUntil: Date | null;
}

/** Somebody who is told of an act on their account. */
export interface ActToTell {
  act: MemberActEntity['act'];
  reason: MemberActEntity['reason'];
  words: string;
  details: ActDetails;
  personId: string;
  voiceId: string;
  status: PersonStatus;
  email: string;
  name: string;
  locale: Locale;
  timeZone: string;
}

interface FileRow {
  id: string;
  personId: string;
  version: number;
  handle: string;
  name: string;
  sortName: string;
  email: string;
  role: PlatformRole;
  status: MemberState;
  suspendedUntil: Date | null;
  cityId: string | null;
  cityIds: string[];
  joinedAt: Date;
}

interface ActRow {
  id: string;
  personId: string;
  act: MemberActType['act'];
  reason: string;
  by: string | null;
  at: Date;
  words: string;
  details: ActDetails;
}

const COLUMNS = `p.voice_id id, p.id "personId", p.care_version "version", p.handle, p.display_name "name", p.sort_name "sortName", p.email, p.role, p.status,
  p.suspended_until "suspendedUntil", p.city_id "cityId", p.created_at "joinedAt",
  coalesce((select array_agg(c.city_id order by c.city_id) from coordinator c where c.person_id = p.id), '{}') "cityIds"`;

/** Who waits or was refused is among the applications. */
const IN_CARE = `p.status in ('active', 'suspended')`;

const WANTED = `${IN_CARE}
  and ($1::text is null or position($1 in p.sort_name) > 0 or p.email = $2)
  and ($3::text is null or case when $3 = 'coordinator' then exists (select 1 from coordinator c where c.person_id = p.id) else p.role = $3 end)
  and ($4::uuid is null or p.city_id = $4 or exists (select 1 from coordinator c where c.person_id = p.id and c.city_id = $4))
  and ($5::text is null or p.status = $5)`;

/** How many acts a file shows. */
const MOST_ACTS = 30;

/** Accounts as staff see them, and their rows for acts. */
@Injectable()
export class CareRepository {
  constructor(
    private readonly database: Database,
    private readonly cityNames: CityNames,
  ) {}

  async page(actor: Member, filter: MemberFilesFilter, { first, after }: PageArgs): Promise<Page<MemberFileType>> {
    const [name, id] = readCursor(after, 2) ?? [null, null];
    // Whoever writes "I can't sign in" names an address; only administrators see addresses, so only they find by one.
    const email = filter.text && actor.role === 'administrator' ? normaliseEmail(filter.text) : null;
    const wanted = [filter.text ? sortNameOf(filter.text) : null, email, filter.role ?? null, filter.cityId ?? null, filter.state ?? null];
    const rows = await this.database.rows<FileRow>(
      `select ${COLUMNS} from person p where ${WANTED} and ($7::text is null or (p.sort_name, p.id) > ($7::text, $8::uuid)) order by p.sort_name, p.id limit $6`,
      [...wanted, first + 1, name, id],
    );
    const count = await this.database.row<{ count: number }>(`select count(*)::int count from person p where ${WANTED}`, wanted);
    const page = toPage(rows, first, (row) => cursorOf(row.sortName, row.personId), count?.count);
    return { ...page, items: await this.shown(actor, page.items) };
  }

  async file(actor: Member, memberId: string): Promise<MemberFileType | null> {
    const rows = await this.database.rows<FileRow>(`select ${COLUMNS} from person p where ${IN_CARE} and p.voice_id = $1`, [memberId]);
    return (await this.shown(actor, rows))[0] ?? null;
  }

  /** What was done to accounts, the newest first, by person. */
  async acts(personIds: readonly string[]): Promise<Map<string, MemberActType[]>> {
    const rows = await this.database.rows<ActRow>(
      `select a.id, a.person_id "personId", a.act, a.reason, v.name "by", a.at, a.words, a.details
       from unnest($1::uuid[]) w (person_id)
       cross join lateral (select * from member_act m where m.person_id = w.person_id order by m.at desc, m.id limit ${MOST_ACTS}) a
       left join voice v on v.id = a.actor_voice_id order by a.at desc, a.id`,
      [personIds],
    );
    const names = await this.cityNames.of(rows.flatMap(({ act, details }) => [...idsOf(details.added), ...idsOf(details.removed), ...(act === 'city' ? [details.from ?? null, details.to ?? null] : [])]));
    return new Map([...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => [personId, own.map((row) => toAct(row, names))]));
  }

  /** Devices on which people are signed in, by person. */
  async sessionCounts(personIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ id: string; count: number }>(
      `select sess->'passport'->>'user' id, count(*)::int count from session where sess->'passport'->>'user' = any($1::text[]) and expire > now() group by 1`,
      [personIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /**
   * Who acts and on whom, locked until the transaction ends, and with them all administrators: of two who take each other's
   * role, the second finds that it is no administrator any more.
   */
  async lock(tx: Tx, actorId: string, memberId: string): Promise<{ acting: LockedPerson | null; member: LockedPerson | null }> {
    // Not "for update": rows that refer to these people must not wait.
    const rows = await tx.rows<LockedPerson>(
      `select id "personId", voice_id "voiceId", role, status, city_id "cityId", place, display_name "displayName", handle, title, visibility, care_version "careVersion", suspended_until "suspendedUntil"
       from person where id = $1 or voice_id = $2 or (role = 'administrator' and status = 'active') order by id for no key update`,
      [actorId, memberId],
    );
    return {
      acting: rows.find(({ personId, status }) => personId === actorId && status === 'active') ?? null,
      member: rows.find(({ voiceId, status }) => voiceId === memberId && (status === 'active' || status === 'suspended')) ?? null,
    };
  }

  async coordinates(tx: Tx, personId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(`select city_id id from coordinator where person_id = $1`, [personId]);
    return rows.map(({ id }) => id);
  }

  async act(id: string): Promise<ActToTell | null> {
    return this.database.row(
      `select a.act, a.reason, a.words, a.details, p.id "personId", p.voice_id "voiceId", p.status, p.email, p.display_name "name", p.locale, p.time_zone "timeZone"
       from member_act a join person p on p.id = a.person_id where a.id = $1`,
      [id],
    );
  }

  /** Opens the accounts whose suspension has run out, or only that one; who they are. */
  async reopenDue(tx: Tx, personId: string | null): Promise<{ personId: string; voiceId: string }[]> {
    return tx.rows(
      `with opened as (
         update person set status = 'active', suspended_until = null, care_version = care_version + 1
         where status = 'suspended' and suspended_until <= $1 and ($2::uuid is null or id = $2) returning id, voice_id
       ) select id "personId", voice_id "voiceId" from opened`,
      [tx.now, personId],
    );
  }

  private async shown(actor: Member, rows: FileRow[]): Promise<MemberFileType[]> {
    const names = await this.cityNames.of(rows.flatMap(({ cityId, cityIds }) => [cityId, ...cityIds]));
    const cityOf = (id: string) => ({ id, name: names.get(id) ?? '–' });
    return rows.map(({ email, status, sortName: _sorted, cityId, cityIds, ...row }) => {
      const member = { ...row, status };
      return {
        ...row,
        state: status,
        email: actor.role === 'administrator' ? email : null,
        city: cityId ? cityOf(cityId) : null,
        coordinates: cityIds.map(cityOf).sort((one, other) => one.name.localeCompare(other.name)),
        isSelf: isSelf(actor, member),
        viewerCan: { changeRights: may.changeRights(actor, member), suspend: may.suspend(actor, member), reopen: may.reopen(actor, member), endSessions: may.endSessions(actor, member) },
      };
    });
  }
}

export function idsOf(list: string | undefined): string[] {
  return list ? list.split(' ') : [];
}

function toAct({ personId: _person, details, ...row }: ActRow, names: ReadonlyMap<string, string>): MemberActType {
  const nameOf = (id: string) => names.get(id) ?? '–';
  const said = (value: string | null | undefined) => (value && row.act === 'city' ? nameOf(value) : (value ?? null));
  return { ...row, from: said(details.from), to: said(details.to), added: idsOf(details.added).map(nameOf), removed: idsOf(details.removed).map(nameOf), until: details.until ? new Date(details.until) : null };
}
