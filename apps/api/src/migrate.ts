import { migrate } from '@crosscity/migrations';
import { settingsOfProcess } from '@crosscity/platform/server';

/** Migrates and ends: for deployments that do it as a step of their own. */
await migrate(settingsOfProcess().DATABASE_URL);
console.log('ready');
process.exit(0);
