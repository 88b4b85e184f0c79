import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DEFAULT_LOCALE } from '@crosscity/platform/contract';

@ObjectType('Theme', { description: 'What lessons and cities are about.' })
export class ThemeType {
  @Field(() => ID) slug: string;
  @Field(() => String, { description: 'In the language of whoever asks, else in English.' }) name: string;
}

/** A theme as tables hold it. */
export interface StoredTheme {
  slug: string;
  names: Record<string, string>;
}

export function themeOf(theme: StoredTheme, locale: string): ThemeType {
  return { slug: theme.slug, name: theme.names[locale] ?? theme.names[DEFAULT_LOCALE] ?? theme.slug };
}

/** An expression for a statement: the themes of a city as JSON `[{ slug, names }]`, in their usual order. */
export function themesOfCity(city: string): string {
  return `(select coalesce(json_agg(json_build_object('slug', t.slug, 'names', t.names) order by t.position), '[]') from city_theme ct join theme t on t.slug = ct.theme where ct.city_id = ${city}.id)`;
}
