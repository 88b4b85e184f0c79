import { Injectable } from '@nestjs/common';
import { forumLimits } from '@crosscity/forum/contract';
import { type Member, Work, newId, notFound, once, refuse } from '@crosscity/platform/server';
import type { ChangeViewInput, SaveViewInput, SavedView } from './saved-view.types';
import { SavedViewsRepository } from './saved-views.repository';

const unique = (values: readonly string[] | null | undefined) => [...new Set(values ?? [])];

/** Lists that one keeps under a name. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly work: Work,
    private readonly views: SavedViewsRepository,
  ) {}

  list(actor: Member): Promise<SavedView[]> {
    return this.views.of(actor.personId);
  }

  async save(actor: Member, { key, ...input }: SaveViewInput): Promise<SavedView> {
    return this.work.run(actor, async (tx) => {
      const id = await once(tx, 'saveView', key, input, async () => {
        if ((await this.views.count(tx, actor.personId)) >= forumLimits.views) throw refuse('forum.tooManyViews', { most: forumLimits.views });
        const made = newId();
        await this.views.insert(tx, actor.personId, {
          id: made, name: input.name.trim(), place: input.place, query: input.query?.trim() ?? '', themes: unique(input.themes), levels: unique(input.levels), cities: unique(input.cities),
          languages: unique(input.languages), results: unique(input.results), evidence: unique(input.evidence), audiences: unique(input.audiences), alerts: input.alerts,
        });
        return made;
      });
      return (await this.views.one(tx, actor.personId, id))!;
    });
  }

  async change(actor: Member, { id, name, alerts }: ChangeViewInput): Promise<SavedView> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.views.change(tx, actor.personId, id, { name: name?.trim(), alerts }))) throw notFound();
      return (await this.views.one(tx, actor.personId, id))!;
    });
  }

  async setRemoved(actor: Member, id: string, isRemoved: boolean): Promise<SavedView> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.views.setRemoved(tx, actor.personId, id, isRemoved))) throw notFound();
      return (await this.views.one(tx, actor.personId, id))!;
    });
  }
}
