import { Injectable } from '@nestjs/common';
import type { NewsLevel } from '@crosscity/forum/contract';
import { type VoiceRow, type VoiceType, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { Database, type Member, type Tx } from '@crosscity/platform/server';

export interface Hearer {
  personId: string;
  reason: 'followsTheme' | 'followsCity' | 'followsVoice';
}

/** What each person wants to hear of themes, members and cities. Every statement but `hearers` names the person. */
@Injectable()
export class FollowsRepository {
  constructor(private readonly database: Database) {}

  async setTheme(tx: Tx, personId: string, theme: string, level: NewsLevel | null): Promise<boolean> {
    if (!level) {
      await tx.rows('delete from theme_follow where person_id = $1 and theme = $2', [personId, theme]);
      return true;
    }
    const rows = await tx.rows('insert into theme_follow (person_id, theme, level) select $1, slug, $3 from theme where slug = $2 on conflict (person_id, theme) do update set level = excluded.level returning theme', [personId, theme, level]);
    return rows.length > 0;
  }

  /**
   * A member or a city. A city counts as followed by its row in `city_follow`, so both are kept right together. Not the
   * unattributed voice, and no member who is not listed and whom this person doesn't follow yet.
   */
  async setVoice(tx: Tx, personId: string, voiceId: string, level: NewsLevel | null): Promise<boolean> {
    const [voice] = await tx.rows<{ cityId: string | null }>(
      `select case when v.kind = 'city' then v.city_id end "cityId" from voice v where v.id = $1 and (v.kind = 'city' or exists (select from voice_follow f where f.voice_id = v.id and f.person_id = $2)
         or exists (select from person p where p.voice_id = v.id and p.id <> $2 and p.status = 'active' and p.visibility->>'directory' = 'members'))`,
      [voiceId, personId],
    );
    if (!voice) return false;
    if (level) await tx.rows('insert into voice_follow (person_id, voice_id, level) values ($1, $2, $3) on conflict (person_id, voice_id) do update set level = excluded.level', [personId, voiceId, level]);
    else await tx.rows('delete from voice_follow where person_id = $1 and voice_id = $2', [personId, voiceId]);
    if (voice.cityId && level) await tx.rows('insert into city_follow (person_id, city_id, followed_at) values ($1, $2, $3) on conflict do nothing', [personId, voice.cityId, tx.now]);
    if (voice.cityId && !level) await tx.rows('delete from city_follow where person_id = $1 and city_id = $2', [personId, voice.cityId]);
    return true;
  }

  async themes(member: Member): Promise<{ slug: string; name: string; level: NewsLevel | null }[]> {
    return this.database.rows(
      `select th.slug, coalesce(th.names ->> $2, th.names ->> 'en', th.slug) as name, f.level from theme th left join theme_follow f on f.theme = th.slug and f.person_id = $1 order by th.position, th.slug`,
      [member.personId, member.locale],
    );
  }

  /** Cities and members that this person follows, cities first, by name. */
  async voices(personId: string): Promise<{ voice: VoiceType; level: NewsLevel }[]> {
    const rows = await this.database.rows<VoiceRow & { level: NewsLevel }>(
      `select ${voiceColumns('v')}, coalesce(f.level, 'shown') as level from voice v left join voice_follow f on f.voice_id = v.id and f.person_id = $1
       where (v.kind = 'member' and f.level is not null) or (v.kind = 'city' and exists (select from city_follow cf where cf.city_id = v.city_id and cf.person_id = $1))
       order by v.kind, v.name, v.id`,
      [personId],
    );
    return rows.map((row) => ({ voice: voiceOf(row), level: row.level }));
  }

  async levels(personId: string, voiceIds: readonly string[]): Promise<Map<string, NewsLevel>> {
    const rows = await this.database.rows<{ id: string; level: NewsLevel }>('select voice_id id, level from voice_follow where person_id = $1 and voice_id = any($2)', [personId, voiceIds]);
    return new Map(rows.map(({ id, level }) => [id, level]));
  }

  /** Whom a new lesson or question is told, who may read it, with the nearest reason; never who wrote it. */
  async hearers(threadId: string): Promise<Hearer[]> {
    return this.database.rows<Hearer>(
      `with t as (select t.id, t.voice_id, case when t.audience = 'space' then t.space_id end circle, coalesce(q.asked_city_id, t.city_id) city_id
                  from thread t left join question q on q.thread_id = t.id where t.id = $1 and t.status = 'published'),
       found as (
         select f.person_id, 1 place, 'followsVoice' reason from t join voice v on v.id = t.voice_id and v.kind = 'member' join voice_follow f on f.voice_id = v.id and f.level = 'told'
         union all
         select f.person_id, 2, 'followsCity' from t join voice v on v.kind = 'city' and (v.id = t.voice_id or v.city_id = t.city_id)
           join voice_follow f on f.voice_id = v.id and f.level = 'told' join city_follow cf on cf.city_id = v.city_id and cf.person_id = f.person_id
         union all
         select f.person_id, 3, 'followsTheme' from t join thread_theme tt on tt.thread_id = t.id join theme_follow f on f.theme = tt.theme and f.level = 'told')
       select distinct on (p.id) p.id "personId", found.reason
       from found cross join t join person p on p.id = found.person_id and p.status = 'active' and p.voice_id <> t.voice_id
       where (t.circle is null or exists (select from circle_member cm where cm.circle_id = t.circle and cm.person_id = p.id))
         and not exists (select from coordinator k join voice v on v.id = t.voice_id and v.kind = 'city' and v.city_id = k.city_id where k.person_id = p.id)
       order by p.id, found.place`,
      [threadId],
    );
  }
}
