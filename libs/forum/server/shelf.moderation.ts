import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ModeratedText, type ModerationTarget, ModerationTargets } from '@crosscity/moderation/server';
import { type Actor, type Tx, isStaff, notFound, renderMarkdown, speaksWith } from '@crosscity/platform/server';
import { CollectionsRepository } from './collections.repository';
import { may } from './forum.policy';
import { pathOf } from './forum.subjects';
import { LessonReviewsRepository } from './lesson-reviews.repository';

/** What moderation may do to "I reviewed this". */
@Injectable()
export class ModeratedReviews implements ModerationTarget, OnModuleInit {
  readonly kind = 'review';

  constructor(
    private readonly targets: ModerationTargets,
    private readonly reviews: LessonReviewsRepository,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, ModeratedText>> {
    const found = (await this.reviews.moderated(ids)).filter((review) => may.moderate(actor, review) && may.readWords(actor, { status: review.ofStatus, voiceId: review.ofVoiceId }));
    return new Map(found.map((review) => [review.id, {
      kind: this.kind, id: review.id, voiceId: review.ofVoiceId, title: review.words, language: review.language, html: renderMarkdown(review.words),
      path: `${pathOf({ id: review.threadId, slug: review.slug })}#about`, status: review.ofStatus, context: [],
    }]));
  }

  async hide(tx: Tx, id: string): Promise<void> {
    if (!(await this.reviews.lock(tx, id))) throw notFound();
    await this.reviews.setStatus(tx, id, 'hidden');
  }

  async restore(tx: Tx, id: string): Promise<void> {
    if (!(await this.reviews.lock(tx, id))) throw notFound();
    await this.reviews.setStatus(tx, id, 'published');
  }
}

/** What moderation may do to collections. */
@Injectable()
export class ModeratedCollections implements ModerationTarget, OnModuleInit {
  readonly kind = 'collection';

  constructor(
    private readonly targets: ModerationTargets,
    private readonly collections: CollectionsRepository,
  ) {}

  onModuleInit(): void {
    this.targets.register(this);
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, ModeratedText>> {
    const found = (await this.collections.moderated(ids)).filter((collection) => isStaff(actor) || speaksWith(actor, collection.voiceId) || may.readCollection(actor, collection));
    return new Map(found.map(({ id, voiceId, title, language, note, status }) => [id, {
      kind: this.kind, id, voiceId, title, language, html: renderMarkdown(note), path: `/collections/${id}`, status, context: [],
    }]));
  }

  async hide(tx: Tx, id: string): Promise<void> {
    if (!(await this.collections.lock(tx, id))) throw notFound();
    await this.collections.update(tx, id, { status: 'hidden' });
  }

  async restore(tx: Tx, id: string): Promise<void> {
    if (!(await this.collections.lock(tx, id))) throw notFound();
    await this.collections.update(tx, id, { status: 'published' });
  }
}
