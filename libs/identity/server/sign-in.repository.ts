import { Injectable } from '@nestjs/common';
import { Database } from '@crosscity/platform/server';
import type { PersonStatus } from './person.entity';

export interface SignInRow {
  id: string;
  password_hash: string;
  status: PersonStatus;
  /** Staff's words, where they refused. */
  reason: string | null;
  suspended_until: Date | null;
  /** Staff's words, where they closed the account. */
  suspend_words: string | null;
}

@Injectable()
export class SignInRepository {
  constructor(private readonly database: Database) {}

  async byEmail(email: string): Promise<SignInRow | null> {
    return this.database.row(
      `select p.id, p.password_hash, p.status, a.reason, p.suspended_until, s.words suspend_words
       from person p left join application a on a.person_id = p.id
       left join lateral (select m.words from member_act m where m.person_id = p.id and m.act = 'suspend' order by m.at desc limit 1) s on p.status = 'suspended'
       where p.email = $1`,
      [email],
    );
  }

  async passwordOf(personId: string): Promise<{ password_hash: string; email: string; display_name: string; organisation: string } | null> {
    return this.database.row(`select password_hash, email, display_name, organisation from person where id = $1`, [personId]);
  }

  async rehash(personId: string, hash: string): Promise<void> {
    await this.database.rows(`update person set password_hash = $2 where id = $1`, [personId, hash]);
  }
}
