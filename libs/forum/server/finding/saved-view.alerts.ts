import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, FactBook, Jobs, type Notice, Notices, SYSTEM, type Subject, type SubjectSource, Subjects, Work } from '@crosscity/platform/server';
import type { SavedView } from './saved-view.types';
import { SavedViewsRepository } from './saved-views.repository';

/** Persons who are told by one fact: its notices are one transaction. */
const PIECE = 200;

/** Tells who keeps a view with alerts that a new lesson is in it. The inbox shows one line for each view. */
@Injectable()
export class SavedViewAlerts implements OnModuleInit, SubjectSource {
  readonly kind = 'savedView';

  constructor(
    private readonly facts: FactBook,
    private readonly notices: Notices,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly work: Work,
    private readonly views: SavedViewsRepository,
  ) {}

  onModuleInit(): void {
    this.facts.on('forum.lessonPublished', 'forum.views', ({ data }) => this.look(data.threadId));
    this.notices.source('forum.viewMatched', (fact) => this.noticesOf(fact.data));
    this.subjects.register(this);
    this.jobs.on('forum.pruneViews', () => this.work.run(SYSTEM, (tx) => this.views.prune(tx)), '53 3 * * *');
  }

  /** One fact for each piece of those who are to hear, and none where nobody is. */
  private async look(threadId: string): Promise<void> {
    let after: string | null = null;
    do {
      const people: string[] = (await this.views.matches(threadId, after, null, PIECE)).map(({ personId }) => personId);
      const last = people.at(-1) ?? null;
      if (last) await this.work.run(SYSTEM, (tx) => tx.record('forum.viewMatched', { threadId, after, upTo: last }));
      after = people.length === PIECE ? last : null;
    } while (after);
  }

  /** Asked again when it is told: who may not read it by now, or switched the view off, hears nothing. */
  private async noticesOf({ threadId, after, upTo }: { threadId: string; after: string | null; upTo: string }): Promise<Notice[]> {
    const matches = await this.views.matches(threadId, after, upTo, PIECE);
    return matches.map(({ personId, viewId }): Notice => ({
      to: { personId }, reason: 'savedView', subject: { kind: this.kind, id: viewId }, group: `view:${viewId}`, mail: 'never',
    }));
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    if (actor.kind !== 'member') return new Map();
    const views = await this.views.byIds(actor.personId, ids);
    return new Map(views.map((view) => [view.id, { kind: this.kind, id: view.id, title: view.name, language: null, path: pathOf(view) }]));
  }

  async followers(): Promise<[]> {
    return [];
  }
}

/** The address that shows the view; the web reads it back (`lesson-filter.ts`). */
export function pathOf(view: SavedView): string {
  const search = new URLSearchParams();
  if (view.query) search.set('q', view.query);
  if (view.place === 'search') return `/search?${search}`;
  for (const [facet, values] of [['theme', view.themes], ['result', view.results], ['evidence', view.evidence], ['city', view.cities], ['level', view.levels], ['language', view.languages], ['audience', view.audiences]] as const) {
    for (const value of values) search.append(facet, value);
  }
  return search.size > 0 ? `/lessons?${search}` : '/lessons';
}
