import { Injectable } from '@nestjs/common';
import { citiesLimits } from '@crosscity/cities/contract';
import { type VoiceRow, type VoiceType, voiceColumns, voiceOf } from '@crosscity/identity/server';
import { type Actor, Database, type Page, type PageArgs, type Recipient, type Tx, cursorOf, readCursor, toPage } from '@crosscity/platform/server';
import type { CityFilter } from './cities.inputs';
import { CityEntity } from './city.entity';
import type { CityProfile } from './city-revision.entity';
import { type CityRow, type CityType, cityColumns, cityOf } from './city.type';
import { countriesNamed, fold } from './countries';
import { type StoredTheme, type ThemeType, themeOf, themesOfCity } from './theme.type';

interface FullRow extends CityRow {
  themes: StoredTheme[];
  follows: boolean;
}

/** A whole city: its columns, its themes, and whether the person `$1` follows it. */
const FULL = `${cityColumns('c')}, ${themesOfCity('c')} themes, exists(select from city_follow f where f.city_id = c.id and f.person_id = $1) follows`;

function personOf(actor: Actor): string | null {
  return actor.kind === 'member' ? actor.personId : null;
}

function full(row: FullRow, actor: Actor): CityType {
  return { ...cityOf(row), themes: row.themes.map((theme) => themeOf(theme, actor.locale)), follows: row.follows };
}

@Injectable()
export class CitiesRepository {
  constructor(private readonly database: Database) {}

  async bySlug(actor: Actor, slug: string): Promise<CityType | null> {
    const row = await this.database.row<FullRow>(`select ${FULL} from city c where c.slug = $2`, [personOf(actor), slug]);
    return row && full(row, actor);
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, CityType>> {
    const rows = await this.database.rows<FullRow>(`select ${FULL} from city c where c.id = any($2)`, [personOf(actor), ids]);
    return new Map(rows.map((row) => [row.city_id, full(row, actor)]));
  }

  /** A to Z, with how many there are in all, in one statement. */
  async list(actor: Actor, filter: CityFilter, { first, after }: PageArgs): Promise<Page<CityType>> {
    const key = readCursor(after, 2);
    const text = filter.text ? fold(filter.text) : null;
    const rows = await this.database.rows<FullRow & { total: string }>(
      `with hit as (
         select id from city h
         where ($2::text is null or h.search_text like '%' || $2 || '%' or h.country = any($3))
           and ($4::text is null or h.country = $4)
           and ($5::text is null or exists(select from city_theme x where x.city_id = h.id and x.theme = $5))
           and (not $6 or exists(select from city_follow x where x.city_id = h.id and x.person_id = $1))
       )
       select ${FULL}, (select count(*) from hit) total
       from city c
       where c.id in (select id from hit) and ($7::text is null or (c.name, c.id) > ($7, $8::uuid))
       order by c.name, c.id limit $9`,
      [personOf(actor), text && escapeLike(text), text ? countriesNamed(text) : [], filter.country ?? null, filter.theme ?? null, filter.followed ?? false, key?.[0] ?? null, key?.[1] ?? null, first + 1],
    );
    const page = toPage(rows, first, (row) => cursorOf(row.city_name, row.city_id), Number(rows[0]?.total ?? 0));
    return { ...page, items: page.items.map((row) => full(row, actor)) };
  }

  /** How many cities there are by country and by theme. */
  async facets(actor: Actor): Promise<{ countries: { country: string; count: number }[]; themes: { theme: ThemeType; count: number }[] }> {
    const rows = await this.database.rows<{ country: string | null; slug: string | null; names: Record<string, string>; count: number }>(
      `select country, null slug, null::jsonb names, count(*)::int, null::int position from city group by country
       union all
       select null, t.slug, t.names, count(x.city_id)::int, t.position from theme t left join city_theme x on x.theme = t.slug group by t.slug
       order by position, country`,
    );
    return {
      countries: rows.flatMap(({ country, count }) => (country ? [{ country, count }] : [])),
      themes: rows.flatMap(({ slug, names, count }) => (slug ? [{ theme: themeOf({ slug, names }, actor.locale), count }] : [])),
    };
  }

  async themes(actor: Actor): Promise<ThemeType[]> {
    const rows = await this.database.rows<StoredTheme>(`select slug, names from theme order by position, slug`);
    return rows.map((theme) => themeOf(theme, actor.locale));
  }

  /**
   * Those who work there and agreed to be listed with their city; to guests only those who show name and city to everyone.
   * Their voices: the page needs no more of a person.
   */
  async members(actor: Actor, cityIds: readonly string[]): Promise<Map<string, VoiceType[]>> {
    const rows = await this.database.rows<VoiceRow & { city_id: string }>(
      `select c.id city_id, m.* from unnest($1::uuid[]) c(id)
       cross join lateral (
         select ${voiceColumns('v')} from person p join voice v on v.id = p.voice_id
         where p.city_id = c.id and p.status = 'active' and p.visibility->>'directory' = 'members'
           and case when $2 then p.visibility->>'name' = 'everyone' and p.visibility->>'city' = 'everyone' else p.visibility->>'city' <> 'nobody' end
         order by p.sort_name, p.id limit $3
       ) m`,
      [cityIds, actor.kind === 'guest', citiesLimits.members],
    );
    const byCity = Map.groupBy(rows, (row) => row.city_id);
    return new Map([...byCity].map(([id, members]) => [id, members.map(voiceOf)]));
  }

  /** How cities are called, by id. */
  async names(cityIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; name: string }>(`select id, name from city where id = any($1)`, [cityIds]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Who follows a city and may still sign in. */
  async followers(cityId: string): Promise<Recipient[]> {
    return this.database.rows<Recipient>(
      `select f.person_id "personId", 'follows' reason from city_follow f join person p on p.id = f.person_id and p.status = 'active' where f.city_id = $1`,
      [cityId],
    );
  }

  /** Whether there is such a city; follows it as a side effect, once. */
  async follow(tx: Tx, personId: string, cityId: string): Promise<boolean> {
    const rows = await tx.rows(
      `with target as (select id from city where id = $2), made as (
         insert into city_follow (person_id, city_id, followed_at) select $1, id, $3 from target on conflict do nothing
       ) select id from target`,
      [personId, cityId, tx.now],
    );
    return rows.length > 0;
  }

  async unfollow(tx: Tx, personId: string, cityId: string): Promise<void> {
    await tx.rows(`delete from city_follow where person_id = $1 and city_id = $2`, [personId, cityId]);
  }

  /** The city with its row locked, so that of two savers the second sees the first. */
  async locked(tx: Tx, cityId: string): Promise<{ city: CityEntity; themes: string[] } | null> {
    const city = await tx.repo(CityEntity).findOne({ where: { id: cityId }, lock: { mode: 'pessimistic_write' } });
    if (!city) return null;
    const themes = await tx.rows<{ theme: string }>(`select theme from city_theme where city_id = $1 order by theme`, [cityId]);
    return { city, themes: themes.map(({ theme }) => theme) };
  }

  async keepRevision(tx: Tx, city: CityEntity, profile: CityProfile): Promise<void> {
    await tx.rows(`insert into city_revision (city_id, version, replaced_at, voice_id, profile) values ($1, $2, $3, $4, $5::jsonb)`, [
      city.id, city.version, tx.now, tx.actor.kind === 'member' ? tx.actor.voiceId : null, JSON.stringify(profile),
    ]);
  }

  /** Sets a city's themes; answers the slugs that name none. */
  async setThemes(tx: Tx, cityId: string, themes: readonly string[]): Promise<string[]> {
    const known = await tx.rows<{ slug: string }>(`select slug from theme where slug = any($1)`, [themes]);
    const unknown = themes.filter((slug) => !known.some((theme) => theme.slug === slug));
    if (unknown.length > 0) return unknown;
    await tx.rows(`delete from city_theme where city_id = $1 and theme <> all($2)`, [cityId, themes]);
    await tx.rows(`insert into city_theme (city_id, theme) select $1, unnest($2::text[]) on conflict do nothing`, [cityId, themes]);
    return [];
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
