import { platformEntities, type EntityClass } from '@crosscity/platform/server';
import pg from 'pg';
import { DataSource } from 'typeorm';

/** What TypeORM would still change in a migrated database to fit the entities: nothing, if both say the same. */
export async function findDrift(url: string, entities: readonly EntityClass[]): Promise<string[]> {
  const source = await new DataSource({ type: 'postgres', driver: pg, url, entities: [...platformEntities, ...entities] as never }).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    // Foreign keys that reach up to a higher capability are in the migrations only; the entities below can't name them.
    return upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT "fk_/.test(query));
  } finally {
    await source.destroy();
  }
}
