import { Injectable } from '@nestjs/common';
import { Database } from '@crosscity/platform/server';

export interface SessionRow {
  key: string;
  startedAt: string;
  seenAt: string;
  device: string;
}

/** The table of sessions, for those parts of the program that list and end them. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async ofPerson(personId: string): Promise<SessionRow[]> {
    return this.database.rows(
      `select sid "key", sess->>'startedAt' "startedAt", sess->>'seenAt' "seenAt", coalesce(sess->>'device', '') "device"
       from session where sess->'passport'->>'user' = $1 and expire > now() order by sess->>'seenAt' desc limit 50`,
      [personId],
    );
  }

  /** Ends one session of that person, by the key that the list gave out. */
  async end(personId: string, key: string): Promise<boolean> {
    const ended = await this.database.rows(`with gone as (delete from session where sid = $2 and sess->'passport'->>'user' = $1 returning sid) select sid from gone`, [personId, key]);
    return ended.length > 0;
  }

  /** Ends all sessions of a person, but for one that may stay. */
  async endAll(personId: string, exceptKey = ''): Promise<void> {
    await this.database.rows(`delete from session where sess->'passport'->>'user' = $1 and sid <> $2`, [personId, exceptKey]);
  }

  async prune(): Promise<void> {
    await this.database.rows(`delete from session where expire < now()`);
  }
}
