import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@crosscity/platform/server';
import type { SavedView } from './saved-view.types';

const COLUMNS = `v.id, v.name, v.place, v.query, v.themes, v.levels, v.cities, v.languages, v.results, v.evidence, v.audiences, v.alerts, v.created_at "createdAt"`;
const fits = (column: string, condition: string) => `(v.${column} = '{}' or ${condition})`;

/** Who is told, of which of their views. */
export interface Match {
  personId: string;
  viewId: string;
}

/** The lists that people keep. Every statement names its person. */
@Injectable()
export class SavedViewsRepository {
  constructor(private readonly database: Database) {}

  async of(personId: string): Promise<SavedView[]> {
    return this.database.rows(`select ${COLUMNS} from saved_view v where v.person_id = $1 and v.removed_at is null order by v.created_at, v.id`, [personId]);
  }

  async byIds(personId: string, ids: readonly string[]): Promise<SavedView[]> {
    return this.database.rows(`select ${COLUMNS} from saved_view v where v.person_id = $1 and v.id = any($2) and v.removed_at is null`, [personId, ids]);
  }

  async one(tx: Tx, personId: string, id: string): Promise<SavedView | null> {
    const [view] = await tx.rows<SavedView>(`select ${COLUMNS} from saved_view v where v.person_id = $1 and v.id = $2`, [personId, id]);
    return view ?? null;
  }

  /** How many somebody keeps, with the person locked: of two at once the second counts the first. */
  async count(tx: Tx, personId: string): Promise<number> {
    await tx.rows(`select id from person where id = $1 for no key update`, [personId]);
    const [row] = await tx.rows<{ count: number }>(`select count(*)::int count from saved_view where person_id = $1 and removed_at is null`, [personId]);
    return row!.count;
  }

  async insert(tx: Tx, personId: string, view: Omit<SavedView, 'createdAt'>): Promise<void> {
    await tx.rows(
      `insert into saved_view (id, person_id, name, place, query, themes, levels, cities, languages, results, evidence, audiences, alerts, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [view.id, personId, view.name, view.place, view.query, view.themes, view.levels, view.cities, view.languages, view.results, view.evidence, view.audiences, view.alerts, tx.now],
    );
  }

  async change(tx: Tx, personId: string, id: string, { name, alerts }: { name?: string | null; alerts?: boolean | null }): Promise<boolean> {
    const rows = await tx.rows(
      `with done as (update saved_view set name = coalesce($3, name), alerts = coalesce($4, alerts) where person_id = $1 and id = $2 and removed_at is null returning id) select id from done`,
      [personId, id, name ?? null, alerts ?? null],
    );
    return rows.length > 0;
  }

  async setRemoved(tx: Tx, personId: string, id: string, isRemoved: boolean): Promise<boolean> {
    return (await tx.rows(`with done as (update saved_view set removed_at = $3 where person_id = $1 and id = $2 returning id) select id from done`, [personId, id, isRemoved ? tx.now : null])).length > 0;
  }

  /** Views that were removed long ago. */
  async prune(tx: Tx): Promise<void> {
    await tx.rows(`delete from saved_view where removed_at < $1::timestamptz - interval '30 days'`, [tx.now]);
  }

  /**
   * Whose views hold this lesson, from a person on, so many persons at most: one view each, the oldest. Only who may read it
   * now, and not who speaks in it. What a view asks is what its list asks (lesson-filter.repository.ts).
   */
  async matches(threadId: string, afterPerson: string | null, upTo: string | null, most: number): Promise<Match[]> {
    return this.database.rows<Match>(
      `select distinct on (v.person_id) v.person_id "personId", v.id "viewId"
       from thread t join saved_view v on v.alerts and v.removed_at is null join person p on p.id = v.person_id and p.status = 'active'
       where t.id = $1 and t.kind = 'lesson' and t.status = 'published' and p.voice_id <> t.voice_id
         and (t.audience <> 'space' or exists (select from circle_member m where m.circle_id = t.space_id and m.person_id = v.person_id))
         and ($2::uuid is null or v.person_id > $2) and ($3::uuid is null or v.person_id <= $3)
         and ${fits('themes', 'exists (select from thread_theme tt where tt.thread_id = t.id and tt.theme = any(v.themes))')}
         and ${fits('levels', 't.level = any(v.levels)')}
         and ${fits('cities', 't.city_id in (select c.id from city c where c.slug = any(v.cities))')}
         and ${fits('languages', 'exists (select from lesson_text lt where lt.thread_id = t.id and lt.language = any(v.languages))')}
         and ${fits('results', `exists (select from trial tr join reply rp on rp.id = tr.reply_id and rp.status = 'published' where tr.thread_id = t.id and tr.result = any(v.results))`)}
         and ${fits('evidence', 't.evidence = any(v.evidence)')}
         and ${fits('audiences', 't.audience = any(v.audiences)')}
         and (v.query = '' or exists (select from lesson_text lx where lx.thread_id = t.id and lx.search @@ search_query(lx.language, v.query)))
       order by v.person_id, v.created_at, v.id limit $4`,
      [threadId, afterPerson, upTo, most],
    );
  }
}
