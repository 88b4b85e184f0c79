import { Injectable } from '@nestjs/common';
import { Database } from '@crosscity/platform/server';
import type { PersonStatus } from './person.entity';

export interface SignInRow {
  id: string;
  password_hash: string;
  status: PersonStatus;
  confirmed: boolean;
}

@Injectable()
export class SignInRepository {
  constructor(private readonly database: Database) {}

  async byEmail(email: string): Promise<SignInRow | null> {
    return this.database.row(`select id, password_hash, status, status <> 'applied' confirmed from person where email = $1`, [email]);
  }

  async rehash(personId: string, hash: string): Promise<void> {
    await this.database.rows(`update person set password_hash = $2 where id = $1`, [personId, hash]);
  }
}
