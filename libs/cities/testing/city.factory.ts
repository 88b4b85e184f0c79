import { type SampleCity, ThemeEntity, addCity } from '@crosscity/cities/server';
import { SYSTEM } from '@crosscity/platform/server';
import type { TestApp } from '@crosscity/platform/testing';

export interface MadeCity {
  id: string;
  slug: string;
  name: string;
}

let count = 0;

/** A member city with its voice. */
export async function makeCity(app: TestApp, wish: Partial<SampleCity> = {}): Promise<MadeCity> {
  count += 1;
  const name = wish.name ?? `City ${count}`;
  const slug = wish.slug ?? `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${count}`;
  const id = await app.work.run(SYSTEM, (tx) => addCity(tx, {
    country: 'NO', latitude: 59.9, longitude: 10.7, timezone: 'Europe/Oslo', languages: ['nb'], summary: 'Youth workers and police meet each week.', structures: [], topics: [], ...wish, name, slug,
  }, false));
  return { id, slug, name };
}

/** A theme, if there is none with this slug yet. */
export async function makeTheme(app: TestApp, slug = 'multi-agency-work', names: Record<string, string> = { en: 'Multi-agency work', ar: 'العمل المشترك بين الجهات' }): Promise<string> {
  await app.work.run(SYSTEM, async (tx) => {
    if (!(await tx.repo(ThemeEntity).existsBy({ slug }))) await tx.repo(ThemeEntity).insert({ slug, names, position: 0 });
  });
  return slug;
}
