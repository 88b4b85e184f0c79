import { Injectable } from '@nestjs/common';
import type { ViewerType } from './viewer.type';
import { Database, type Member } from '@crosscity/platform/server';


@Injectable()
export class ViewerRepository {
  constructor(private readonly database: Database) {}

  async viewer(member: Member): Promise<ViewerType | null> {
    const row = await this.database.row<{ display_name: string; handle: string; email: string }>(`select display_name, handle, email from person where id = $1`, [member.personId]);
    return row && {
      id: member.personId,
      name: row.display_name,
      handle: row.handle,
      email: row.email,
      locale: member.locale,
      timeZone: member.timeZone,
      role: member.role,
      voiceId: member.voiceId,
      cityId: member.cityId,
      unreadCount: 0,
      coordinates: [...member.coordinates],
    };
  }
}
