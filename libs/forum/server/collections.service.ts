import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { forumLimits } from '@crosscity/forum/contract';
import { type Actor, type Member, type Page, type Tx, Work, newId, notFound, once, refuse, speaksWith } from '@crosscity/platform/server';
import type { CollectionEntity } from './collection.entity';
import type { AddToCollectionInput, CollectedLessonInput, CollectionWordsInput, CreateCollectionInput, EditCollectionInput, MoveInCollectionInput, NoteInCollectionInput } from './collection.inputs';
import type { CollectionChoice, CollectionLesson, CollectionType } from './collection.type';
import { CollectionsRepository } from './collections.repository';
import { refuseCaseData } from './guarded-words';
import { LessonsRepository } from './lessons.repository';
import { LessonsService } from './lessons.service';
import { languageOf } from './text';

const wordsOf = (actor: Member, { title, note, audience }: CollectionWordsInput) => {
  const words = { title: title.trim(), note: note?.trim() ?? '' };
  return { ...words, audience, language: languageOf(`${words.title}\n${words.note}`, actor.locale) };
};

/** Collections: made, worded, filled and put in order by whoever speaks with their voice. */
@Injectable()
export class CollectionsService {
  constructor(
    private readonly work: Work,
    private readonly collections: CollectionsRepository,
    private readonly lessons: LessonsRepository,
    private readonly reading: LessonsService,
  ) {}

  async read(actor: Actor, id: string): Promise<CollectionType> {
    const found = isUUID(id) ? (await this.collections.byIds([id], actor)).get(id) : undefined;
    if (!found) throw notFound();
    return found;
  }

  page(actor: Actor, first: number, after: string | undefined | null): Promise<Page<CollectionType>> {
    return this.collections.page(actor, first, after);
  }

  /** What this member may change, and which of them hold the lesson. */
  async choices(actor: Member, lessonId: string | null): Promise<CollectionChoice[]> {
    const own = await this.collections.ofVoices(actor, actor.voiceIds);
    const holding = lessonId ? await this.collections.holding(own.map(({ id }) => id), lessonId) : new Set<string>();
    return own.map((collection) => ({ collection, holds: holding.has(collection.id) }));
  }

  /** What these collections hold that this actor may read, in order. */
  async lessonsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, CollectionLesson[]>> {
    const held = await this.collections.lessons(ids);
    const lessons = await this.lessons.byIds([...new Set(held.map(({ threadId }) => threadId))], actor);
    const shown = held.flatMap(({ collectionId, threadId, note, addedAt }) => {
      const lesson = lessons.get(threadId);
      return lesson ? [{ collectionId, item: { lesson, note, addedAt } }] : [];
    });
    return new Map([...Map.groupBy(shown, ({ collectionId }) => collectionId)].map(([id, of]) => [id, of.map(({ item }) => item)]));
  }

  async create(actor: Member, input: CreateCollectionInput): Promise<CollectionType> {
    const voiceId = input.voiceId ?? actor.voiceId;
    if (!speaksWith(actor, voiceId)) throw refuse('platform.invalid', { fields: { voiceId: 'voice' } });
    refuseCaseData(input, ['title', 'note']);
    if (input.lessonId) await this.reading.read(actor, input.lessonId);
    const id = await this.work.run(actor, (tx) => once(tx, 'createCollection', input.key, input, async () => {
      if ((await this.collections.countOf(tx, voiceId)) >= forumLimits.collections) throw refuse('forum.collectionFull', { most: forumLimits.collections });
      const made = newId();
      await this.collections.insert(tx, { id: made, ...wordsOf(actor, input), voiceId, createdAt: tx.now, updatedAt: tx.now });
      if (input.lessonId) await this.collections.add(tx, { collectionId: made, threadId: input.lessonId, place: 0, addedAt: tx.now });
      return made;
    }));
    return this.read(actor, id);
  }

  edit(actor: Member, input: EditCollectionInput): Promise<CollectionType> {
    refuseCaseData(input, ['title', 'note']);
    return this.change(actor, input.id, async (tx, { version }) => {
      if (version !== input.version) throw refuse('forum.collectionChanged', { version });
      await this.collections.update(tx, input.id, { ...wordsOf(actor, input), version: version + 1 });
    });
  }

  /** Takes the collection away, or brings it back. What a moderator hid stays hidden. */
  async setRemoved(actor: Member, id: string, isRemoved: boolean): Promise<CollectionType> {
    await this.work.run(actor, async (tx) => {
      const collection = await this.locked(tx, actor, id);
      if (collection.status === 'hidden') throw refuse('forum.cannotRestore');
      await this.collections.update(tx, id, { status: isRemoved ? 'withdrawn' : 'published' });
    });
    return this.read(actor, id);
  }

  async add(actor: Member, input: AddToCollectionInput): Promise<CollectionType> {
    refuseCaseData(input, ['note']);
    // A lesson that one may not read can't be put anywhere.
    const lesson = await this.reading.read(actor, input.lessonId);
    if (lesson.status !== 'published') throw notFound();
    return this.change(actor, input.id, async (tx) => {
      const order = await this.collections.order(tx, input.id);
      if (order.includes(input.lessonId)) return;
      if (order.length >= forumLimits.collectionLessons) throw refuse('forum.collectionFull', { most: forumLimits.collectionLessons });
      await this.collections.add(tx, { collectionId: input.id, threadId: input.lessonId, place: order.length, note: input.note?.trim() ?? '', addedAt: tx.now });
      if (input.beforeId) await this.collections.setOrder(tx, input.id, placed(order, input.lessonId, input.beforeId));
    });
  }

  remove(actor: Member, { id, lessonId }: CollectedLessonInput): Promise<CollectionType> {
    return this.change(actor, id, (tx) => this.collections.remove(tx, id, lessonId));
  }

  move(actor: Member, { id, lessonId, beforeId }: MoveInCollectionInput): Promise<CollectionType> {
    return this.change(actor, id, async (tx) => {
      const order = await this.collections.order(tx, id);
      if (!order.includes(lessonId)) throw notFound();
      await this.collections.setOrder(tx, id, placed(order.filter((other) => other !== lessonId), lessonId, beforeId ?? null));
    });
  }

  note(actor: Member, { id, lessonId, note }: NoteInCollectionInput): Promise<CollectionType> {
    refuseCaseData({ note }, ['note']);
    return this.change(actor, id, (tx) => this.collections.setNote(tx, id, lessonId, note.trim()));
  }

  /** One act on a collection that stands, by somebody who speaks with its voice, under its lock. */
  private async change(actor: Member, id: string, act: (tx: Tx, collection: CollectionEntity) => Promise<void>): Promise<CollectionType> {
    await this.work.run(actor, async (tx) => {
      const collection = await this.locked(tx, actor, id);
      if (collection.status !== 'published') throw refuse('platform.notAllowed');
      await act(tx, collection);
      await this.collections.update(tx, id, { updatedAt: tx.now });
    });
    return this.read(actor, id);
  }

  private async locked(tx: Tx, actor: Member, id: string): Promise<CollectionEntity> {
    const collection = await this.collections.lock(tx, id);
    if (!collection) throw notFound();
    if (!speaksWith(actor, collection.voiceId)) throw collection.status === 'published' ? refuse('platform.notAllowed') : notFound();
    return collection;
  }
}

/** The order with one lesson put before another; at the end where that one is not there any more. */
function placed(order: readonly string[], lessonId: string, beforeId: string | null): string[] {
  const at = beforeId === null ? -1 : order.indexOf(beforeId);
  return at < 0 ? [...order, lessonId] : order.toSpliced(at, 0, lessonId);
}
