import type { QuestionFacetKey } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import type { Actor } from '@crosscity/platform/server';
import { reachable } from './forum.policy';
import type { QuestionFilter } from './question.inputs';

const languages = `'{${Object.keys(CONTENT_LANGUAGES).join(',')}}'::text[]`;

/** How far `thread t` with `question q` and its readable answer `a` has come. */
export const stateColumn = `case when a.id is not null then 'answered' when q.finished_at is not null then 'finished' when t.reply_count = 0 then 'unanswered' else 'open' end`;

/** What every statement about questions reads from. */
export const fromQuestions = `thread t join question q on q.thread_id = t.id left join reply a on a.id = q.answer_reply_id and a.status = 'published'`;

const facetConditions: Record<QuestionFacetKey, ($: string) => string> = {
  state: ($) => `${stateColumn} = any(${$}::text[])`,
  theme: ($) => `exists (select from thread_theme tt where tt.thread_id = t.id and tt.theme = any(${$}::text[]))`,
  city: ($) => `q.asked_city_id in (select id from city where slug = any(${$}::text[]))`,
  language: ($) => `t.original_language = any(${$}::text[])`,
};

export function questionChoices(filter: QuestionFilter): Record<QuestionFacetKey, readonly string[]> {
  return { state: filter.states ?? [], theme: filter.themes ?? [], city: filter.cities ?? [], language: filter.languages ?? [] };
}

/** What holds for the whole list, and the condition of each facet, which its own counts leave out. */
export function questionConditions(filter: QuestionFilter, actor: Actor, parameters: unknown[]): { reachable: string; facets: Partial<Record<QuestionFacetKey, string>> } {
  const $ = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [`t.kind = 'question'`, `t.status = 'published'`, reachable(actor, $)];
  const text = filter.text?.trim();
  if (text) conditions.push(`t.id in (select lx.thread_id from unnest(${languages}) l (language) join lesson_text lx on lx.language = l.language and lx.search @@ search_query(l.language, ${$(text)}))`);
  const chosen = Object.entries(questionChoices(filter)).filter(([, values]) => values.length > 0);
  return { reachable: conditions.join(' and '), facets: Object.fromEntries(chosen.map(([facet, values]) => [facet, facetConditions[facet as QuestionFacetKey]($(values))])) };
}

export function questionsMatching(filter: QuestionFilter, actor: Actor, parameters: unknown[]): string {
  const { reachable: all, facets } = questionConditions(filter, actor, parameters);
  return [all, ...Object.values(facets)].join(' and ');
}
