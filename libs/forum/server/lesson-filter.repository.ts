import type { FacetKey } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import type { Actor } from '@crosscity/platform/server';
import { reachable } from './forum.policy';
import type { LessonFilter } from './lesson.inputs';

/** A filter together with who asks: what a list, its count and its facets are made from. */
export interface Chosen {
  filter: LessonFilter;
  actor: Actor;
  /** Where another capability asks for the lessons of its own things. */
  cityId?: string;
  voiceId?: string;
}

/** Conditions on `thread t`: what holds for the whole list, and that of each facet by itself, which its own counts leave out. */
export interface Conditions {
  reachable: string;
  facets: Partial<Record<FacetKey, string>>;
}

const languages = `'{${Object.keys(CONTENT_LANGUAGES).join(',')}}'::text[]`;

/** The SQL of a facet's condition, given its parameter. */
const facetConditions: Record<FacetKey, ($: string) => string> = {
  theme: ($) => `exists (select from thread_theme tt where tt.thread_id = t.id and tt.theme = any(${$}::text[]))`,
  level: ($) => `t.level = any(${$}::text[])`,
  city: ($) => `t.city_id in (select id from city where slug = any(${$}::text[]))`,
  language: ($) => `exists (select from lesson_text lt where lt.thread_id = t.id and lt.language = any(${$}::text[]))`,
  result: ($) => `exists (select from trial tr join reply rp on rp.id = tr.reply_id and rp.status = 'published' where tr.thread_id = t.id and tr.result = any(${$}::text[]))`,
  evidence: ($) => `t.evidence = any(${$}::text[])`,
  audience: ($) => `t.audience = any(${$}::text[])`,
};

/** The values that were chosen in each facet. */
export function choicesOf(filter: LessonFilter): Record<FacetKey, readonly string[]> {
  return {
    theme: filter.themes ?? [], level: filter.levels ?? [], city: filter.cities ?? [], language: filter.languages ?? [], result: filter.results ?? [], evidence: filter.evidence ?? [], audience: filter.audiences ?? [],
  };
}

/** Adds the parameters that the conditions need to `parameters`. Only what was asked for is in the text, so plans stay simple. */
export function conditionsOf({ filter, actor, cityId, voiceId }: Chosen, parameters: unknown[]): Conditions {
  const $ = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [`t.status = 'published'`, `t.kind = 'lesson'`, reachable(actor, $)];
  const text = filter.text?.trim();
  if (text) conditions.push(`t.id in (select lx.thread_id from unnest(${languages}) l (language) join lesson_text lx on lx.language = l.language and lx.search @@ search_query(l.language, ${$(text)}))`);
  const voice = voiceId ?? filter.voiceId;
  if (voice) conditions.push(`t.voice_id = ${$(voice)}::uuid`);
  if (filter.spaceId) conditions.push(`t.space_id = ${$(filter.spaceId)}::uuid`);
  if (filter.followed) {
    const person = `${$(actor.kind === 'member' ? actor.personId : null)}::uuid`;
    conditions.push(`(t.city_id in (select cf.city_id from city_follow cf where cf.person_id = ${person})
      or t.voice_id in (select vf.voice_id from voice_follow vf where vf.person_id = ${person})
      or t.id in (select tt.thread_id from theme_follow tf join thread_theme tt on tt.theme = tf.theme where tf.person_id = ${person}))`);
  }
  if (cityId) conditions.push(`t.city_id = ${$(cityId)}::uuid`);
  const facets = Object.entries(choicesOf(filter)).filter(([, values]) => values.length > 0).map(([facet, values]) => [facet, facetConditions[facet as FacetKey]($(values))]);
  return { reachable: conditions.join(' and '), facets: Object.fromEntries(facets) as Conditions['facets'] };
}

/** The whole filter as one condition on `thread t`. */
export function matching(chosen: Chosen, parameters: unknown[]): string {
  const { reachable, facets } = conditionsOf(chosen, parameters);
  return [reachable, ...Object.values(facets)].join(' and ');
}
