import { Injectable } from '@nestjs/common';
import { type Audience, EVIDENCE_LEVELS, FACETS, type FacetKey, PREVENTION_LEVELS, TRIAL_RESULTS } from '@crosscity/forum/contract';
import { Database } from '@crosscity/platform/server';
import type { Facet, FacetOption } from './lesson.type';
import { KeptCounts } from './kept-counts';
import { type Chosen, choicesOf, conditionsOf } from './lesson-filter.repository';

/** Facets whose values are always offered, with 0 where there is nothing. */
const FIXED: Partial<Record<FacetKey, readonly string[]>> = { level: PREVENTION_LEVELS, result: TRIAL_RESULTS, evidence: EVIDENCE_LEVELS, audience: ['public', 'members'] satisfies readonly Audience[] };

/** How many lessons each value of each facet would leave, all in one statement over one pass of the reachable lessons. */
@Injectable()
export class FacetsRepository {
  constructor(
    private readonly database: Database,
    private readonly counts: KeptCounts,
  ) {}

  of(chosen: Chosen): Promise<Facet[]> {
    return this.counts.of('facets', chosen, () => this.count(chosen));
  }

  private async count(chosen: Chosen): Promise<Facet[]> {
    const parameters: unknown[] = [chosen.actor.locale];
    const { reachable, facets } = conditionsOf(chosen, parameters);
    // A facet's counts obey the other facets, not itself: two themes widen the list, and each says what it would add.
    const others = (facet: FacetKey) => FACETS.filter((other) => other !== facet && facets[other]).map((other) => `m.${other}_ok`).join(' and ') || 'true';
    const rows = await this.database.rows<{ facet: FacetKey; value: string; label: string | null; count: number }>(
      `with m as materialized (
         select t.id, t.level, t.city_id, t.audience, t.evidence${FACETS.filter((facet) => facets[facet]).map((facet) => `, ${facets[facet]} ${facet}_ok`).join('')}
         from thread t where ${reachable})
       select 'theme' facet, th.slug as value, coalesce(th.names ->> $1, th.names ->> 'en', th.slug) as label, count(m.id)::int count, th.position place
         from theme th left join thread_theme tt on tt.theme = th.slug left join m on m.id = tt.thread_id and ${others('theme')} group by th.slug
       union all
       select 'level', m.level, null, count(*)::int, 0 from m where ${others('level')} group by m.level
       union all
       select 'city', c.slug, c.name, count(*) filter (where ${others('city')})::int, 0 from m join city c on c.id = m.city_id group by c.id
       union all
       select 'language', lt.language, null, count(*)::int, 0 from m join lesson_text lt on lt.thread_id = m.id where ${others('language')} group by lt.language
       union all
       select 'result', r.result, null, count(*)::int, 0 from (
         select distinct tr.thread_id, tr.result from trial tr join reply rp on rp.id = tr.reply_id and rp.status = 'published') r
         join m on m.id = r.thread_id where ${others('result')} group by r.result
       union all
       select 'evidence', m.evidence, null, count(*)::int, 0 from m where ${others('evidence')} group by m.evidence
       union all
       select 'audience', m.audience, null, count(*)::int, 0 from m where ${others('audience')} group by m.audience
       order by facet, place, label, value`,
      parameters,
    );
    const choices = choicesOf(chosen.filter);
    const found = Map.groupBy(rows, ({ facet }) => facet);
    return FACETS.map((facet) => ({ facet, options: complete(found.get(facet) ?? [], choices[facet], FIXED[facet] ?? []) }));
  }
}

/** What was found, what is always offered, and what was chosen: nothing that is chosen may vanish from the form. */
function complete(found: readonly { value: string; label: string | null; count: number }[], chosen: readonly string[], fixed: readonly string[]): FacetOption[] {
  const known = new Map(found.map((option) => [option.value, option]));
  const values = [...new Set([...fixed, ...known.keys(), ...chosen])];
  return values.map((value) => ({ value, label: known.get(value)?.label ?? null, count: known.get(value)?.count ?? 0, chosen: chosen.includes(value) }));
}
