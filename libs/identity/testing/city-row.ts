import { Database, newId } from '@crosscity/platform/server';
import type { TestApp } from '@crosscity/platform/testing';

/** The row of a city, as far as people's rows point at it. `cities/testing` makes whole ones; it lies above, so not for here. */
export async function makeCityRow(app: TestApp, name: string): Promise<{ id: string; name: string }> {
  const city = { id: newId(), name };
  await app.nest.get(Database).rows(
    `with v as (insert into voice (id, kind, name, city_id) values ($2, 'city', $3, $1) returning id)
     insert into city (id, slug, name, country, latitude, longitude, time_zone, voice_id, created_at) select $1, $4, $3, 'NO', 59.9, 10.7, 'Europe/Oslo', v.id, now() from v`,
    [city.id, newId(), name, city.id],
  );
  return city;
}
