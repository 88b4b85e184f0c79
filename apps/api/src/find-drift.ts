import { findDrift, migrate } from '@crosscity/migrations';
import { settingsOfProcess } from '@crosscity/platform/server';
import { entities } from './app.module';

/** Migrates an empty database and prints what the entities would still want changed. */
const { DATABASE_URL } = settingsOfProcess();
await migrate(DATABASE_URL);
process.stdout.write((await findDrift(DATABASE_URL, entities)).map((query) => `${query}\n`).join(''));
process.exit(0);
