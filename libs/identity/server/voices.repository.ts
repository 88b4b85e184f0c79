import { Injectable } from '@nestjs/common';
import { type VoiceRow, type VoiceType, voiceColumns, voiceOf } from './voice.type';
import { Database } from '@crosscity/platform/server';

/** Voices: how they are called, and who is to be told what is said about them. */
@Injectable()
export class Voices {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, VoiceType>> {
    const rows = await this.database.rows<VoiceRow>(`select ${voiceColumns('v')} from voice v where v.id = any($1)`, [ids]);
    return new Map(rows.map((row) => [row.voice_id, voiceOf(row)]));
  }

  /**
   * The persons behind voices, to tell them something: the member, or those who care for the city. Nobody for the
   * unattributed voice. The one way from a voice to persons; what comes out must never be shown to anybody else.
   */
  async listeners(voiceIds: readonly string[]): Promise<{ voiceId: string; personId: string }[]> {
    return this.database.rows(
      `select voice_id "voiceId", id "personId" from person where voice_id = any($1) and status = 'active'
       union
       select v.id, c.person_id from voice v join coordinator c on c.city_id = v.city_id join person p on p.id = c.person_id and p.status = 'active'
       where v.id = any($1) and v.kind = 'city'`,
      [voiceIds],
    );
  }

  /** A person's own voice. */
  async ofPerson(personId: string): Promise<string | null> {
    const row = await this.database.row<{ id: string }>(`select voice_id id from person where id = $1`, [personId]);
    return row?.id ?? null;
  }

  /** The voice of a city, null for a city that is not there. */
  async ofCity(cityId: string): Promise<VoiceType | null> {
    const row = await this.database.row<VoiceRow>(`select ${voiceColumns('v')} from voice v where v.city_id = $1 and v.kind = 'city'`, [cityId]);
    return row && voiceOf(row);
  }
}
