import { migrateJobs } from '@crosscity/platform/server';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Platform1763640000000 } from './1763640000000-platform';
import { Identity1763640000100 } from './1763640000100-identity';
import { Moderation1763640000200 } from './1763640000200-moderation';
import { Cities1763640000300 } from './1763640000300-cities';
import { Events1763640000400 } from './1763640000400-events';
import { Forum1763640000500 } from './1763640000500-forum';
import { Notifications1763640000700 } from './1763640000700-notifications';
import { Speed1763640001000 } from './1763640001000-speed';
import { PeopleCare1763640001100 } from './1763640001100-people-care';
import { KeptLessons1763640001200 } from './1763640001200-kept-lessons';
import { Spaces1763640001300 } from './1763640001300-spaces';
import { ForumChanges1763640001450 } from './1763640001450-forum-changes';
import { Files1763640002000 } from './1763640002000-files';
import { Reading1763640002100 } from './1763640002100-reading';
import { Chain1763640002200 } from './1763640002200-chain';
import { ChainFollows1763640002210 } from './1763640002210-chain-follows';
import { Talk1763640002300 } from './1763640002300-talk';
import { Finding1763640002400 } from './1763640002400-finding';
import { Writing1763640002500 } from './1763640002500-writing';
import { SpacesJoining1763640002600 } from './1763640002600-spaces-joining';

export { findDrift } from './drift';

/** In order. Forward only in production; each runs in a transaction of its own. */
export const migrations = [
  Platform1763640000000,
  Identity1763640000100,
  Moderation1763640000200,
  Cities1763640000300,
  Events1763640000400,
  Forum1763640000500,
  Notifications1763640000700,
  Speed1763640001000,
  PeopleCare1763640001100,
  KeptLessons1763640001200,
  Spaces1763640001300,
  ForumChanges1763640001450,
  Files1763640002000,
  Reading1763640002100,
  Chain1763640002200,
  ChainFollows1763640002210,
  Talk1763640002300,
  Finding1763640002400,
  Writing1763640002500,
  SpacesJoining1763640002600,
];

/** Any number that only this program takes: two nodes that start at once must not both migrate. */
const MIGRATION_LOCK = 7_263_001;

/** Brings a database to the current schema, the job queue's included. Returns the names of what ran now. */
export async function migrate(url: string): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', driver: pg, url, migrations, migrationsTransactionMode: 'each', poolSize: 2 });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateJobs(url);
    const done = await source.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
