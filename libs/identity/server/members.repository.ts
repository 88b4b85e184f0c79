import { Injectable } from '@nestjs/common';
import type { FieldOfWork, ProfileVisibility } from '@crosscity/identity/contract';
import { type Actor, Database, type Member, type Page, type PageArgs, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import { CityNames } from './city-names';
import type { MemberType, ProfileType } from './member.type';
import type { MembersFilter } from './people.inputs';
import { may } from './people.policy';
import { sortNameOf } from './person.entity';

interface MemberRow {
  id: string;
  voiceId: string;
  handle: string;
  name: string;
  sortName: string;
  work: FieldOfWork;
  title: string;
  organisation: string;
  cityId: string | null;
  place: string | null;
  languages: string[];
  about: string;
  askMeAbout: string;
  isDemo: boolean;
  visibility: ProfileVisibility;
}

const COLUMNS = `p.id, p.voice_id "voiceId", p.handle, p.display_name "name", p.sort_name "sortName", p.work, p.title, p.organisation, p.city_id "cityId", p.place,
  p.languages, p.about, p.ask_me_about "askMeAbout", p.is_demo "isDemo", p.visibility`;

/**
 * Who agreed to be listed, and what of them can be searched: a part that a person hid must not be found out by filtering
 * for it. The same rules as `may.seePart` for a member who asks about somebody else.
 */
const LISTED = `p.status = 'active' and p.visibility->>'directory' = 'members'
  and ($1::uuid is null or (p.city_id = $1 and p.visibility->>'city' <> 'nobody'))
  and ($2::text is null or (p.work = $2 and p.visibility->>'title' <> 'nobody'))
  and ($3::text is null or ($3 = any(p.languages) and p.visibility->>'languages' <> 'nobody'))
  and ($4::text is null or position($4 in p.sort_name) > 0
    or (p.visibility->>'title' <> 'nobody' and position($5 in lower(p.title)) > 0)
    or (p.visibility->>'organisation' <> 'nobody' and position($5 in lower(p.organisation)) > 0)
    or (p.visibility->>'askMeAbout' <> 'nobody' and position($5 in lower(p.ask_me_about)) > 0))`;

/** Members as others may see them. */
@Injectable()
export class Members {
  constructor(
    private readonly database: Database,
    private readonly cityNames: CityNames,
  ) {}

  /** The directory, by name. For members: whoever asks must be signed in. */
  async page(actor: Actor, filter: MembersFilter, { first, after }: PageArgs): Promise<Page<MemberType>> {
    const [name, id] = readCursor(after, 2) ?? [null, null];
    const wanted = [filter.cityId ?? null, filter.work ?? null, filter.language ?? null, filter.text ? sortNameOf(filter.text) : null, filter.text?.toLowerCase() ?? null];
    const rows = await this.database.rows<MemberRow>(
      `select ${COLUMNS} from person p where ${LISTED} and ($7::text is null or (p.sort_name, p.id) > ($7::text, $8::uuid)) order by p.sort_name, p.id limit $6`,
      [...wanted, first + 1, name, id],
    );
    const count = await this.database.row<{ count: number }>(`select count(*)::int count from person p where ${LISTED}`, wanted);
    const page = toPage(rows, first, (row) => cursorOf(row.sortName, row.id), count?.count);
    return { ...page, items: await this.shown(actor, page.items) };
  }

  /** The member of a profile page, null where the page is not there for whoever asks. */
  async byHandle(actor: Actor, handle: string): Promise<MemberType | null> {
    const rows = await this.database.rows<MemberRow>(`select ${COLUMNS} from person p where p.status = 'active' and p.handle = $1`, [handle]);
    return (await this.shown(actor, rows))[0] ?? null;
  }

  async byVoices(actor: Actor, voiceIds: readonly string[]): Promise<MemberType[]> {
    return this.shown(actor, await this.database.rows<MemberRow>(`select ${COLUMNS} from person p where p.status = 'active' and p.voice_id = any($1)`, [voiceIds]));
  }

  /** One's own profile, whole. */
  async profile(member: Member): Promise<ProfileType | null> {
    const row = await this.database.row<Omit<MemberRow, 'id'> & { version: number; locale: string; timeZone: string }>(
      `select ${COLUMNS}, p.profile_version "version", p.locale, p.time_zone "timeZone" from person p where p.id = $1`,
      [member.personId],
    );
    return row && { ...row, id: row.voiceId, place: (await this.cityNames.nameOf(row.cityId)) ?? row.place };
  }

  /** Only those whose name this actor may know, with only the parts that they may see. */
  private async shown(actor: Actor, rows: MemberRow[]): Promise<MemberType[]> {
    const known = rows.filter((row) => may.seeName(actor, row));
    const cityNames = await this.cityNames.of(known.map((row) => (may.seePart(actor, row, 'city') ? row.cityId : null)));
    return known.map((row) => toMember(actor, row, row.cityId ? (cityNames.get(row.cityId) ?? null) : null));
  }
}

function toMember(actor: Actor, row: MemberRow, cityName: string | null): MemberType {
  const only = <Value>(part: Parameters<typeof may.seePart>[2], value: Value): Value | null => (may.seePart(actor, row, part) ? value : null);
  return {
    id: row.voiceId,
    handle: row.handle,
    name: row.name,
    work: only('title', row.work),
    title: only('title', row.title || null),
    organisation: only('organisation', row.organisation || null),
    cityId: only('city', row.cityId),
    place: only('city', cityName ?? row.place),
    languages: only('languages', row.languages),
    about: only('about', row.about || null),
    askMeAbout: only('askMeAbout', row.askMeAbout || null),
    isDemo: row.isDemo,
    viewerCan: { edit: may.isSelf(actor, row) },
  };
}
