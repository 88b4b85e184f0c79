import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { VoiceType } from '@crosscity/identity/server';
import { pageOf } from '@crosscity/platform/server';
import { ThemeType } from './theme.type';

@ObjectType({ description: 'What whoever asks may do with this city.' })
export class CityRights {
  @Field(() => Boolean, { description: 'Edit its profile: its coordinators and staff.' }) edit: boolean;
  @Field(() => Boolean, { description: 'Follow it: everybody who is signed in.' }) follow: boolean;
}

@ObjectType('City', { description: 'A member city, county or region.' })
export class CityType {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => [String], { description: 'Names in other languages.' }) otherNames: string[];
  @Field(() => String, { description: 'ISO 3166-1, two letters.' }) country: string;
  @Field(() => String, { nullable: true, description: 'State or province.' }) region: string | null;
  @Field(() => Float) latitude: number;
  @Field(() => Float) longitude: number;
  @Field(() => String, { description: 'IANA name.' }) timeZone: string;
  @Field(() => [String], { description: 'BCP 47.' }) languages: string[];
  @Field(() => String) summary: string;
  @Field(() => String, { description: 'Language of summary and structures (BCP 47).' }) profileLanguage: string;
  @Field(() => [String], { description: 'Teams, offices and networks that prevent.' }) structures: string[];
  @Field(() => VoiceType, { description: 'The voice that the city speaks with.' }) voice: VoiceType;
  @Field(() => Int, { description: 'Send it back with an edit.' }) version: number;
  @Field(() => Date, { nullable: true, description: 'When somebody of the city last found the profile true.' }) checkedAt: Date | null;
  @Field(() => Boolean, { description: 'Taken from a report, not written by the city.' }) isSample: boolean;
  /** Loaded with the row where the statement had them; see CitiesResolver. */
  themes?: ThemeType[];
  follows?: boolean;
}

export const CityPage = pageOf(CityType, 'CityPage');

/** A row that was joined with `cityColumns`. */
export interface CityRow {
  city_id: string;
  city_slug: string;
  city_name: string;
  city_other_names: string[];
  city_country: string;
  city_region: string | null;
  city_latitude: number;
  city_longitude: number;
  city_time_zone: string;
  city_languages: string[];
  city_summary: string;
  city_profile_language: string;
  city_structures: string[];
  city_voice_id: string;
  city_version: number;
  city_checked_at: Date | null;
  city_is_sample: boolean;
}

const COLUMNS = [
  'id', 'slug', 'name', 'other_names', 'country', 'region', 'latitude', 'longitude', 'time_zone', 'languages', 'summary',
  'profile_language', 'structures', 'voice_id', 'version', 'checked_at', 'is_sample',
];

/** Columns to select where a statement joins `city` under that alias, so that a row brings its city along. */
export function cityColumns(alias: string): string {
  return COLUMNS.map((column) => `${alias}.${column} city_${column}`).join(', ');
}

/** The city of a joined row; null where a left join found none. Themes and `follows` come through loaders, if they are asked for. */
export function cityOf(row: CityRow): CityType;
export function cityOf(row: CityRow | { city_id: null }): CityType | null;
export function cityOf(row: CityRow | { city_id: null }): CityType | null {
  if (row.city_id === null) return null;
  return {
    id: row.city_id,
    slug: row.city_slug,
    name: row.city_name,
    otherNames: row.city_other_names,
    country: row.city_country,
    region: row.city_region,
    latitude: row.city_latitude,
    longitude: row.city_longitude,
    timeZone: row.city_time_zone,
    languages: row.city_languages,
    summary: row.city_summary,
    profileLanguage: row.city_profile_language,
    structures: row.city_structures,
    voice: { id: row.city_voice_id, kind: 'city', name: row.city_name, handle: row.city_slug, title: null, place: null },
    version: row.city_version,
    checkedAt: row.city_checked_at,
    isSample: row.city_is_sample,
  };
}
