import { migrate } from '@crosscity/migrations';
import { dataSourceOptions, platformEntities, settingsOfProcess } from '@crosscity/platform/server';
import { DataSource } from 'typeorm';
import { entities } from './app.module';

/** Migrates an empty database and asks TypeORM what it would still change to fit the entities: nothing, we hope. */
const settings = settingsOfProcess();
await migrate(settings.DATABASE_URL);
const source = await new DataSource(dataSourceOptions(settings, [...platformEntities, ...entities] as never)).initialize();
const { upQueries } = await source.driver.createSchemaBuilder().log();
// Foreign keys that reach up to a higher capability are in the migrations only; the entities below can't name them.
const drift = upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT "fk_/.test(query));
await source.destroy();
process.stdout.write(drift.map((query) => `${query}\n`).join(''));
process.exit(0);
