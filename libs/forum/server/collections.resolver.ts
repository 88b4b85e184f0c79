import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Anyone, Limited, PageArgs, type RequestContext, SignedIn, asMember, loaderOf } from '@crosscity/platform/server';
import {
  AddToCollectionInput, CollectedLessonInput, CollectionInput, CreateCollectionInput, EditCollectionInput, MoveInCollectionInput, NoteInCollectionInput,
} from './collection.inputs';
import { CollectionChoice, CollectionLesson, CollectionPage, CollectionType } from './collection.type';
import { CollectionsRepository } from './collections.repository';
import { CollectionsService } from './collections.service';
import { LessonType } from './lesson.type';

const WRITES = { points: 120, seconds: 600 };

@Resolver(() => CollectionType)
export class CollectionsResolver {
  constructor(private readonly service: CollectionsService) {}

  @Anyone()
  @Query(() => CollectionType)
  collection(@Args('id', { type: () => ID }) id: string, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.read(actor, id);
  }

  @Anyone()
  @Query(() => CollectionPage, { name: 'collections', description: 'Those that changed last first; none in which whoever asks may read nothing.' })
  list(@Args() { first, after }: PageArgs, @Context() { actor }: RequestContext): Promise<CollectionPage> {
    return this.service.page(actor, first, after);
  }

  @SignedIn()
  @Query(() => [CollectionChoice], { description: 'Those that whoever asks may change, and whether they hold the lesson.' })
  myCollections(@Args('lessonId', { type: () => ID, nullable: true }) lessonId: string | undefined | null, @Context() { actor }: RequestContext): Promise<CollectionChoice[]> {
    return this.service.choices(asMember(actor), lessonId ?? null);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => CollectionType)
  createCollection(@Args('input', { type: () => CreateCollectionInput }) input: CreateCollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.create(asMember(actor), input);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => CollectionType, { description: 'Refuses with forum.collectionChanged where its words were edited since.' })
  editCollection(@Args('input', { type: () => EditCollectionInput }) input: EditCollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.edit(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => CollectionType)
  removeCollection(@Args('input', { type: () => CollectionInput }) { id }: CollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.setRemoved(asMember(actor), id, true);
  }

  @SignedIn()
  @Mutation(() => CollectionType, { description: 'Takes a removal back.' })
  restoreCollection(@Args('input', { type: () => CollectionInput }) { id }: CollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.setRemoved(asMember(actor), id, false);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => CollectionType)
  addToCollection(@Args('input', { type: () => AddToCollectionInput }) input: AddToCollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.add(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => CollectionType)
  removeFromCollection(@Args('input', { type: () => CollectedLessonInput }) input: CollectedLessonInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.remove(asMember(actor), input);
  }

  @SignedIn()
  @Mutation(() => CollectionType)
  moveInCollection(@Args('input', { type: () => MoveInCollectionInput }) input: MoveInCollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.move(asMember(actor), input);
  }

  @SignedIn()
  @Limited(WRITES)
  @Mutation(() => CollectionType)
  noteInCollection(@Args('input', { type: () => NoteInCollectionInput }) input: NoteInCollectionInput, @Context() { actor }: RequestContext): Promise<CollectionType> {
    return this.service.note(asMember(actor), input);
  }
}

@Resolver(() => CollectionType)
export class CollectionFieldsResolver {
  constructor(private readonly service: CollectionsService) {}

  @ResolveField(() => [CollectionLesson], { description: 'In order; only those that whoever asks may read.' })
  async lessons(@Parent() collection: CollectionType, @Context() context: RequestContext): Promise<CollectionLesson[]> {
    const loader = loaderOf<string, CollectionLesson[]>(context, 'forum.collectionLessons', (ids) => this.service.lessonsOf(context.actor, ids));
    return (await loader.load(collection.id)) ?? [];
  }
}

/** What collections add to a lesson: where it appears. */
@Resolver(() => LessonType)
export class CollectionsOfLessonResolver {
  constructor(private readonly collectionsRepository: CollectionsRepository) {}

  @ResolveField(() => [CollectionType], { description: 'Collections in which it appears, those that whoever asks may read.' })
  async collections(@Parent() lesson: LessonType, @Context() context: RequestContext): Promise<CollectionType[]> {
    const loader = loaderOf<string, CollectionType[]>(context, 'forum.collectionsOf', (ids) => this.collectionsRepository.ofLessons(ids, context.actor));
    return (await loader.load(lesson.id)) ?? [];
  }
}
