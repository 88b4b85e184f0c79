import { Injectable } from '@nestjs/common';
import { type CityRow, cityColumns, cityOf } from '@crosscity/cities/server';
import { type VoiceRow, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { Database, type Member } from '@crosscity/platform/server';
import type { Writer } from './draft.type';

/** Whoever writes: where they work, as whom they may speak, how far a text for members reaches. */
@Injectable()
export class WriterRepository {
  constructor(private readonly database: Database) {}

  async of(member: Member): Promise<Writer> {
    const [cities, voices, reach] = await Promise.all([
      this.database.rows<CityRow>(`select ${cityColumns('c')} from city c where c.id = $1`, [member.cityId]),
      this.database.rows<VoiceRow>(`select ${voiceColumns('v')} from voice v where v.id = any($1) order by v.kind <> 'member', v.name`, [member.voiceIds]),
      this.database.row<{ count: number }>(`select count(distinct city_id)::int count from person where status = 'active'`),
    ]);
    return { city: cities[0] ? cityOf(cities[0]) : null, voices: voices.map(voiceOf), memberCityCount: reach?.count ?? 0 };
  }
}
