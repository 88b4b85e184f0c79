import { Injectable } from '@nestjs/common';
import { Actors, type VoiceRow, type VoiceType, Voices, sortNameOf, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { Database } from '@crosscity/platform/server';
import { may } from './forum.policy';
import type { ThreadSummary } from './lessons.repository';
import type { Mentioned } from './mentions';

export interface Mentionable {
  voice: VoiceType;
  canRead: boolean;
}

/** Who takes part in the thread $1 is named on its page anyway; everybody else only where they agreed to be listed. */
const MAY_BE_NAMED = `(v.kind = 'city'
  or exists (select from person p where p.voice_id = v.id and p.status = 'active' and p.visibility->>'directory' = 'members')
  or (v.kind = 'member' and (exists (select from thread t where t.id = $1 and t.voice_id = v.id) or exists (select from reply r where r.thread_id = $1 and r.voice_id = v.id and r.status = 'published'))))`;

/** Mentions: who can be named in a thread, and who is told. */
@Injectable()
export class MentionsRepository {
  constructor(
    private readonly database: Database,
    private readonly voices: Voices,
    private readonly actors: Actors,
  ) {}

  /** People and cities by a piece of their name; who takes part in the thread first. */
  async find(thread: ThreadSummary, text: string, first: number): Promise<Mentionable[]> {
    const rows = await this.database.rows<VoiceRow & { can_read: boolean }>(
      `select ${voiceColumns('v')},
              ($4::uuid is null or exists (select from circle_member cm where cm.circle_id = $4 and cm.person_id in (
                select p.id from person p where p.voice_id = v.id union all select k.person_id from coordinator k where v.kind = 'city' and k.city_id = v.city_id))) can_read
       from voice v left join person named on named.voice_id = v.id
       where v.kind <> 'unattributed' and v.handle is not null and v.name is not null and (named.id is null or named.status = 'active') and ${MAY_BE_NAMED}
         and (position($2 in coalesce(named.sort_name, '')) > 0 or position($3 in lower(v.name)) > 0)
       order by v.id = (select voice_id from thread where id = $1) or exists (select from reply r where r.thread_id = $1 and r.voice_id = v.id) desc,
                position($3 in lower(v.name)) <> 1, v.name, v.id
       limit ${Math.trunc(first)}`,
      [thread.id, sortNameOf(text), text.toLowerCase(), thread.audience === 'space' ? thread.spaceId : null],
    );
    return rows.map((row) => ({ voice: voiceOf(row), canRead: row.can_read }));
  }

  /** The voices that these handles mean, as far as they may be named there. */
  async voicesOf(threadId: string, { members, cities }: Mentioned): Promise<string[]> {
    if (members.length + cities.length === 0) return [];
    const rows = await this.database.rows<{ id: string }>(
      `select v.id from voice v where ((v.kind = 'member' and v.handle = any($2)) or (v.kind = 'city' and v.handle = any($3))) and ${MAY_BE_NAMED}`,
      [threadId, members, cities],
    );
    return rows.map(({ id }) => id);
  }

  /** The persons behind these voices who may read the thread now: nobody else hears that they were named there. */
  async readersBehind(thread: ThreadSummary, voiceIds: readonly string[]): Promise<string[]> {
    if (voiceIds.length === 0) return [];
    const persons = [...new Set((await this.voices.listeners(voiceIds)).map(({ personId }) => personId))];
    const actors = await Promise.all(persons.map((personId) => this.actors.load(personId)));
    return persons.filter((_, index) => actors[index] && may.read(actors[index], thread) === 'yes');
  }
}
