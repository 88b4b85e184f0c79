import { VoiceEntity } from '@crosscity/identity/server';
import { SYSTEM, type Tx, type Work, newId } from '@crosscity/platform/server';
import { CityEntity } from './city.entity';
import { CityThemeEntity } from './city-theme.entity';
import { fold } from './countries';
import { ThemeEntity } from './theme.entity';

export interface SampleTheme {
  slug: string;
  name: Record<string, string>;
}

export interface SampleCity {
  slug: string;
  name: string;
  otherNames?: string[];
  country: string;
  region?: string;
  latitude: number;
  longitude: number;
  geonamesId?: number;
  timezone: string;
  languages: string[];
  summary: string;
  structures: string[];
  topics: string[];
}

export interface SeededCity {
  id: string;
  name: string;
  voiceId: string;
}

/** Adds the themes and cities that are not there yet, by their slug; what is there stays as people left it. Answers all cities by slug. */
export async function seedCities(work: Work, themes: readonly SampleTheme[], cities: readonly SampleCity[]): Promise<Map<string, SeededCity>> {
  return work.run(SYSTEM, async (tx) => {
    const named = new Set((await tx.repo(ThemeEntity).find({ select: { slug: true } })).map(({ slug }) => slug));
    const missing = themes.flatMap(({ slug, name }, position) => (named.has(slug) ? [] : [{ slug, names: name, position }]));
    if (missing.length > 0) await tx.repo(ThemeEntity).insert(missing);
    const known = new Set((await tx.repo(CityEntity).find({ select: { slug: true } })).map(({ slug }) => slug));
    for (const city of cities) if (!known.has(city.slug)) await addCity(tx, city, true);
    return new Map((await tx.repo(CityEntity).find()).map(({ id, slug, name, voiceId }) => [slug, { id, name, voiceId }]));
  });
}

/** A city with its voice and themes. */
export async function addCity(tx: Tx, city: SampleCity, isSample: boolean): Promise<string> {
  const id = newId();
  const voice = { id: newId(), kind: 'city' as const, name: city.name, handle: city.slug, title: null, place: null, cityId: id };
  await tx.repo(VoiceEntity).insert(voice);
  await tx.repo(CityEntity).insert({
    id,
    slug: city.slug,
    name: city.name,
    otherNames: city.otherNames ?? [],
    searchText: [city.name, ...(city.otherNames ?? []), city.region ?? ''].map(fold).join('\n'),
    country: city.country,
    region: city.region ?? null,
    latitude: city.latitude,
    longitude: city.longitude,
    timeZone: city.timezone,
    languages: city.languages,
    summary: city.summary,
    structures: city.structures,
    voiceId: voice.id,
    geonamesId: city.geonamesId ?? null,
    isSample,
    createdAt: tx.now,
  });
  if (city.topics.length > 0) await tx.repo(CityThemeEntity).insert(city.topics.map((theme) => ({ cityId: id, theme })));
  return id;
}
