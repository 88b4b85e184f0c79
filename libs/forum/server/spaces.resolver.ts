import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import { Anyone, Limited, PageArgs, type RequestContext, SignedIn, Staff, asMember, loaderOf } from '@crosscity/platform/server';
import { SpaceCareService } from './space-care.service';
import { AgreeToSpaceInput, AnswerSpaceInvitationInput, AskToJoinSpaceInput, CreateSpaceInput, DecideSpaceRequestInput, EditSpaceInput, InviteToSpaceInput, PublishSpaceAgreementInput, RemoveSpaceMemberInput, SpaceEntryInput, SpaceInput, SpaceMemberInput } from './space.inputs';
import { SpaceAgreement, SpaceEntry, SpaceMemberPage, SpacePage, SpaceType } from './space.type';
import { SpaceJoiningService } from './space-joining.service';
import { isOpenKind } from './spaces.policy';
import { SpacesRepository } from './spaces.repository';
import { SpacesService } from './spaces.service';
import { LessonLists } from './lesson-lists';
import { LessonPage } from './lesson.type';

const ACTS = { points: 60, seconds: 600 };

@Resolver(() => SpaceType)
export class SpacesResolver {
  constructor(
    private readonly service: SpacesService,
    private readonly joining: SpaceJoiningService,
    private readonly caring: SpaceCareService,
    private readonly repository: SpacesRepository,
    private readonly lists: LessonLists,
  ) {}

  @Anyone()
  @Query(() => SpacePage, { description: 'One\'s own first, then by name. Hidden ones only for who belongs to them or is invited.' })
  spaces(@Args() args: PageArgs, @Context() context: RequestContext) {
    return this.repository.page(context.actor, args);
  }

  @Anyone()
  @Query(() => SpaceType)
  space(@Args('slug', { type: () => String }) slug: string, @Context() context: RequestContext): Promise<SpaceType> {
    return this.service.bySlug(context.actor, slug);
  }

  @ResolveField(() => SpaceAgreement, { nullable: true, description: 'Null where it has none.' })
  agreement(@Parent() space: SpaceType, @Context() context: RequestContext): Promise<SpaceAgreement | null> | null {
    if (space.agreementVersion === 0) return null;
    return loaderOf<string, SpaceAgreement>(context, 'forum.spaceAgreements', (ids) => this.repository.agreements(ids)).load(space.id);
  }

  @ResolveField(() => [CityType], { description: 'Cities whose members may join by themselves.' })
  cities(@Parent() space: SpaceType, @Context() context: RequestContext): Promise<CityType[]> | CityType[] {
    if (space.joining !== 'city') return [];
    return loaderOf<string, CityType[]>(context, 'forum.spaceCities', (ids) => this.repository.cities(ids)).load(space.id).then((found) => found ?? []);
  }

  @ResolveField(() => LessonPage, { description: 'Those that stand in it and may be read, newest first.' })
  lessons(@Parent() space: SpaceType, @Args() args: PageArgs, @Context() context: RequestContext): Promise<LessonPage> {
    return this.lists.page({ filter: { spaceId: space.id }, actor: context.actor }, args);
  }

  @ResolveField(() => SpaceMemberPage, { description: 'Empty where that is not theirs to know. From outside only those who stand in the directory.' })
  members(@Parent() space: SpaceType, @Args() args: PageArgs, @Context() context: RequestContext) {
    const may = space.isInside || (context.actor.kind === 'member' && isOpenKind(space.kind));
    return may ? this.repository.members(space, args) : { items: [], nextCursor: null };
  }

  @ResolveField(() => [SpaceEntry], { description: 'Requests that wait, for who decides on them; else empty.' })
  requests(@Parent() space: SpaceType): Promise<SpaceEntry[]> | SpaceEntry[] {
    return space.viewerCan.attend ? this.repository.entries(space.id, 'request') : [];
  }

  @ResolveField(() => [SpaceEntry], { description: 'Invitations without an answer, for its moderators; else empty.' })
  invitations(@Parent() space: SpaceType): Promise<SpaceEntry[]> | SpaceEntry[] {
    return space.viewerCan.care ? this.repository.entries(space.id, 'invitation') : [];
  }

  @Staff()
  @Limited(ACTS)
  @Mutation(() => SpaceType, { description: 'With a member who cares for it and accepts its agreement like everybody else.' })
  createSpace(@Args('input', { type: () => CreateSpaceInput }) input: CreateSpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.service.create(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType, { description: 'Refuses with platform.conflict where somebody changed it since, with forum.spaceOpener where what was written would get more readers.' })
  editSpace(@Args('input', { type: () => EditSpaceInput }) input: EditSpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.service.edit(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType)
  closeSpace(@Args('input', { type: () => SpaceInput }) input: SpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.service.setClosed(asMember(context.actor), input.spaceId, true);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType)
  reopenSpace(@Args('input', { type: () => SpaceInput }) input: SpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.service.setClosed(asMember(context.actor), input.spaceId, false);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType, { description: 'Everybody else accepts the new version before they read on in a closed space, or write in any.' })
  publishSpaceAgreement(@Args('input', { type: () => PublishSpaceAgreementInput }) input: PublishSpaceAgreementInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.service.publishAgreement(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType)
  joinSpace(@Args('input', { type: () => AgreeToSpaceInput }) input: AgreeToSpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.joining.join(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType)
  askToJoinSpace(@Args('input', { type: () => AskToJoinSpaceInput }) input: AskToJoinSpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.joining.ask(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => SpaceType)
  withdrawSpaceRequest(@Args('input', { type: () => SpaceInput }) input: SpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.joining.withdrawRequest(asMember(context.actor), input.spaceId);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType, { nullable: true, description: 'Null where it was declined and the space is hidden.' })
  answerSpaceInvitation(@Args('input', { type: () => AnswerSpaceInvitationInput }) input: AnswerSpaceInvitationInput, @Context() context: RequestContext): Promise<SpaceType | null> {
    return this.joining.answerInvitation(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => SpaceType, { description: 'Accepts the current version.' })
  agreeToSpace(@Args('input', { type: () => AgreeToSpaceInput }) input: AgreeToSpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.joining.agree(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => SpaceType, { nullable: true, description: 'Null where the space is hidden.' })
  leaveSpace(@Args('input', { type: () => SpaceInput }) input: SpaceInput, @Context() context: RequestContext): Promise<SpaceType | null> {
    return this.joining.leave(asMember(context.actor), input.spaceId);
  }

  @SignedIn()
  @Mutation(() => SpaceType, { description: 'Takes leaving back, for ten minutes.' })
  returnToSpace(@Args('input', { type: () => SpaceInput }) input: SpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.joining.comeBack(asMember(context.actor), input.spaceId);
  }

  @SignedIn()
  @Mutation(() => SpaceType)
  decideSpaceRequest(@Args('input', { type: () => DecideSpaceRequestInput }) input: DecideSpaceRequestInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.caring.decide(asMember(context.actor), input);
  }

  @SignedIn()
  @Limited(ACTS)
  @Mutation(() => SpaceType)
  inviteToSpace(@Args('input', { type: () => InviteToSpaceInput }) input: InviteToSpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.caring.invite(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => SpaceType)
  withdrawSpaceInvitation(@Args('input', { type: () => SpaceEntryInput }) input: SpaceEntryInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.caring.withdrawInvitation(asMember(context.actor), input.id);
  }

  @SignedIn()
  @Mutation(() => SpaceType)
  appointSpaceModerator(@Args('input', { type: () => SpaceMemberInput }) input: SpaceMemberInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.caring.appoint(asMember(context.actor), input);
  }

  @SignedIn()
  @Mutation(() => SpaceType)
  stepDownInSpace(@Args('input', { type: () => SpaceInput }) input: SpaceInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.caring.stepDown(asMember(context.actor), input.spaceId);
  }

  @SignedIn()
  @Mutation(() => SpaceType)
  removeSpaceMember(@Args('input', { type: () => RemoveSpaceMemberInput }) input: RemoveSpaceMemberInput, @Context() context: RequestContext): Promise<SpaceType> {
    return this.caring.remove(asMember(context.actor), input);
  }
}
