import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type RequestContext, Limited, type Page, SignedIn, Staff, asMember, loaderOf, notFound, refuse } from '@crosscity/platform/server';
import { EventType, RegistrationPage, RegistrationStepType, RegistrationType } from './event.type';
import { AddGuestInput, AnswerInvitationInput, ChangeSessionsInput, DecideRegistrationInput, MyRegistrationsArgs, RegisterForEventInput, RegistrationIdInput } from './events.inputs';
import { EventsRepository } from './events.repository';
import { RegistrationReads } from './registration-reads.repository';
import { RegistrationService } from './registration.service';

@Resolver(() => RegistrationType)
export class RegistrationsResolver {
  constructor(
    private readonly reads: RegistrationReads,
    private readonly events: EventsRepository,
    private readonly service: RegistrationService,
  ) {}

  @SignedIn()
  @Query(() => RegistrationPage)
  async myRegistrations(@Context() { actor }: RequestContext, @Args() args: MyRegistrationsArgs): Promise<Page<RegistrationType>> {
    return this.reads.mine(asMember(actor), args.past, args);
  }

  @SignedIn()
  @Query(() => RegistrationType, { description: "One's own, by its code." })
  async registration(@Context() { actor }: RequestContext, @Args('code', { type: () => String }) code: string): Promise<RegistrationType> {
    const found = await this.reads.own(asMember(actor), code);
    if (!found) throw notFound();
    return found;
  }

  @SignedIn() @Limited({ points: 30, seconds: 60 })
  @Mutation(() => RegistrationType, { description: 'A seat, a place in line, or a request, as the meeting has it.' })
  async registerForEvent(@Context() { actor }: RequestContext, @Args('input', { type: () => RegisterForEventInput }) input: RegisterForEventInput): Promise<RegistrationType> {
    return this.loaded(await this.service.register(asMember(actor), wishOf(input)));
  }

  @Staff()
  @Mutation(() => RegistrationType, { description: 'Gives a member a seat, or a place in line where there is none.' })
  async addGuest(@Context() { actor }: RequestContext, @Args('input', { type: () => AddGuestInput }) input: AddGuestInput): Promise<RegistrationType> {
    return this.loaded(await this.service.add(asMember(actor), wishOf(input), input.handle));
  }

  @SignedIn()
  @Mutation(() => RegistrationType)
  async cancelRegistration(@Context() { actor }: RequestContext, @Args('input', { type: () => RegistrationIdInput }) { id }: RegistrationIdInput): Promise<RegistrationType> {
    await this.service.cancel(asMember(actor), id);
    return this.loaded(id);
  }

  @SignedIn()
  @Mutation(() => RegistrationType, { description: 'Takes a cancellation back, within ten minutes.' })
  async restoreRegistration(@Context() { actor }: RequestContext, @Args('input', { type: () => RegistrationIdInput }) { id }: RegistrationIdInput): Promise<RegistrationType> {
    await this.service.restore(asMember(actor), id);
    return this.loaded(id);
  }

  @SignedIn()
  @Mutation(() => RegistrationType, { description: 'Chooses other sessions, or says what one needs.' })
  async changeSessions(@Context() { actor }: RequestContext, @Args('input', { type: () => ChangeSessionsInput }) input: ChangeSessionsInput): Promise<RegistrationType> {
    await this.service.change(asMember(actor), input.id, { sessionIds: input.sessionIds, waitForSessions: input.waitForSessions ?? false, needs: input.needs === undefined ? undefined : input.needs?.trim() || null });
    return this.loaded(input.id);
  }

  @Staff()
  @Mutation(() => RegistrationType, { description: 'Yes or no. Yes to a full meeting is a place in line.' })
  async decideRegistration(@Context() { actor }: RequestContext, @Args('input', { type: () => DecideRegistrationInput }) input: DecideRegistrationInput): Promise<RegistrationType> {
    const words = input.reason?.trim() || null;
    if (input.decision === 'decline' && !words) throw refuse('events.reasonMissing');
    await this.service.decide(asMember(actor), input.id, input.decision, words);
    return this.loaded(input.id);
  }

  @SignedIn()
  @Mutation(() => RegistrationType, { nullable: true, description: 'The registration, or null after a no.' })
  async answerInvitation(@Context() { actor }: RequestContext, @Args('input', { type: () => AnswerInvitationInput }) { key, eventId, accept }: AnswerInvitationInput): Promise<RegistrationType | null> {
    const member = asMember(actor);
    if (accept) return this.loaded(await this.service.register(member, { key, eventId, sessionIds: [], waitForSessions: false, needs: null }));
    await this.service.declineInvitation(member, eventId);
    return null;
  }

  @ResolveField(() => EventType)
  async event(@Parent() registration: RegistrationType, @Context() context: RequestContext): Promise<EventType> {
    const event = await loaderOf<string, EventType>(context, 'events.byIds', (ids) => this.events.byIds(context.actor, ids)).load(registration.eventId);
    if (!event) throw notFound();
    return event;
  }

  @ResolveField(() => [RegistrationStepType], { description: 'What became of it, newest first, with the reason of each step.' })
  async steps(@Parent() registration: RegistrationType, @Context() context: RequestContext): Promise<RegistrationStepType[]> {
    return (await loaderOf<string, RegistrationStepType[]>(context, 'registration.steps', (ids) => this.reads.steps(ids)).load(registration.id)) ?? [];
  }

  private async loaded(id: string): Promise<RegistrationType> {
    const found = await this.reads.byId(id);
    if (!found) throw notFound();
    return found;
  }
}

function wishOf(input: RegisterForEventInput) {
  return { key: input.key, eventId: input.eventId, sessionIds: input.sessionIds ?? [], waitForSessions: input.waitForSessions ?? false, needs: input.needs?.trim() || null };
}
