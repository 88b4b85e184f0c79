import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type Member, type PlatformRole } from '@crosscity/platform/server';
import type { PersonStatus } from './person.entity';

interface ActorRow {
  id: string;
  status: PersonStatus;
  role: PlatformRole;
  voice_id: string;
  city_id: string | null;
  locale: Locale;
  time_zone: string;
  city_ids: string[];
  city_voice_ids: string[];
  circle_ids: string[];
}

/** Milliseconds that a loaded actor is good for. A right that is taken away is gone this much later at the latest. */
const KEEP = 2_000;

/** Loads who acts: the person's standing, role, voices and cities, in one statement. */
@Injectable()
export class Actors {
  private readonly kept = new Map<string, { member: Member | null; until: number }>();

  constructor(private readonly database: Database) {}

  /** The member, or null where the person is not in good standing. */
  async load(personId: string): Promise<Member | null> {
    const now = Date.now();
    const kept = this.kept.get(personId);
    if (kept && kept.until > now) return kept.member;
    const row = await this.database.row<ActorRow>(
      `select p.id, p.status, p.role, p.voice_id, p.city_id, p.locale, p.time_zone,
              coalesce(c.city_ids, '{}') city_ids, coalesce(c.voice_ids, '{}') city_voice_ids,
              array(select m.circle_id from circle_member m where m.person_id = p.id) circle_ids
       from person p
       left join lateral (
         select array_agg(k.city_id) city_ids, array_agg(v.id) filter (where v.id is not null) voice_ids
         from coordinator k left join voice v on v.city_id = k.city_id and v.kind = 'city' where k.person_id = p.id
       ) c on true
       where p.id = $1`,
      [personId],
    );
    const member = row && row.status === 'active' ? toMember(row) : null;
    if (this.kept.size > 10_000) this.kept.clear();
    this.kept.set(personId, { member, until: now + KEEP });
    return member;
  }

  /** Forgets what was loaded, after a change of role, standing, city or language. */
  forget(personId: string): void {
    this.kept.delete(personId);
  }
}

function toMember(row: ActorRow): Member {
  return {
    kind: 'member',
    personId: row.id,
    role: row.role,
    voiceId: row.voice_id,
    voiceIds: [row.voice_id, ...row.city_voice_ids],
    cityId: row.city_id,
    coordinates: row.city_ids,
    circleIds: row.circle_ids,
    locale: row.locale,
    timeZone: row.time_zone,
  };
}
