import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@crosscity/platform/server';

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

  /** Notes activity of a session that is still there; false where it has ended. */
  async note(key: string, sess: object, expire: Date): Promise<boolean> {
    const noted = await this.database.rows(`with noted as (update session set sess = $2::jsonb, expire = $3 where sid = $1 returning sid) select sid from noted`, [key, JSON.stringify(sess), expire]);
    return noted.length > 0;
  }

  /** Ends a person's other sessions inside a transaction; the keys of those that ended. */
  async endOthers(tx: Tx, personId: string, key: string): Promise<string[]> {
    const ended = await tx.rows<{ sid: string }>(`with gone as (delete from session where sess->'passport'->>'user' = $1 and sid <> $2 returning sid) select sid from gone`, [personId, key]);
    return ended.map(({ sid }) => sid);
  }

  async prune(): Promise<void> {
    await this.database.rows(`delete from session where expire < now()`);
  }
}
