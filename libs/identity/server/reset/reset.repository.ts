import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { Database, type Tx } from '@crosscity/platform/server';

/** Requests for a new password, and the links that were mailed. */
@Injectable()
export class ResetRepository {
  constructor(private readonly database: Database) {}

  /** The person whose address was typed; null for most addresses of the world. */
  async personOf(resetId: string): Promise<{ personId: string; voiceId: string; email: string; name: string; locale: Locale } | null> {
    return this.database.row(
      `select p.id "personId", p.voice_id "voiceId", p.email, p.display_name "name", p.locale from password_reset r join person p on p.email = r.email where r.id = $1`,
      [resetId],
    );
  }

  /** Whom a good link belongs to, with the words that their password must not be made of. */
  async ofLink(secretHash: Buffer): Promise<{ personId: string; email: string; name: string; organisation: string } | null> {
    return this.database.row(
      `select p.id "personId", p.email, p.display_name "name", p.organisation from password_link l join person p on p.id = l.person_id where l.secret_hash = $1 and l.expires_at > now()`,
      [secretHash],
    );
  }

  /** Uses a link up; false where it is gone by now. The person is locked first: of racers with two links, none waits for the other's. */
  async useUp(tx: Tx, personId: string, secretHash: Buffer): Promise<boolean> {
    await tx.rows(`select id from person where id = $1 for no key update`, [personId]);
    const used = await tx.rows(`with used as (delete from password_link where secret_hash = $1 and expires_at > $2 returning person_id) select person_id from used`, [secretHash, tx.now]);
    return used.length > 0;
  }

  async prune(): Promise<void> {
    await this.database.rows(`delete from password_link where expires_at < now()`);
    await this.database.rows(`delete from password_reset where created_at < now() - interval '1 day'`);
  }
}
