import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CityType } from '@crosscity/cities/server';
import { type RequestContext, Anyone, type Page, PageArgs, Staff, asMember, loaderOf, notFound } from '@crosscity/platform/server';
import { EventPage, EventType } from './event.type';
import { CancelEventInput, CreateEventInput, EditEventInput, EventIdInput, EventsArgs, GuestsArgs, InviteToEventInput } from './events.inputs';
import { EventsRepository } from './events.repository';
import { EventsService } from './events.service';
import { GuestPage, InviteOutcome } from './guests.type';
import { RegistrationReads } from './registration-reads.repository';

@Resolver(() => EventType)
export class EventsResolver {
  constructor(
    private readonly events: EventsRepository,
    private readonly service: EventsService,
    private readonly registrations: RegistrationReads,
  ) {}

  @Anyone()
  @Query(() => EventPage, { name: 'events', description: 'Coming meetings, past ones, or those where one has a place.' })
  async list(@Context() { actor }: RequestContext, @Args() args: EventsArgs): Promise<Page<EventType>> {
    return this.events.list(actor, args.when, args);
  }

  @Anyone()
  @Query(() => EventType, { name: 'event' })
  async one(@Context() { actor }: RequestContext, @Args('slug', { type: () => String }) slug: string): Promise<EventType> {
    const event = await this.events.bySlug(actor, slug);
    if (!event) throw notFound();
    return event;
  }

  @Staff()
  @Query(() => EventPage, { description: 'All meetings, drafts first.' })
  async staffEvents(@Context() { actor }: RequestContext, @Args() page: PageArgs): Promise<Page<EventType>> {
    return this.events.forStaff(actor, page);
  }

  @Staff()
  @Query(() => GuestPage, { description: 'Who comes. For staff, and nobody else.' })
  async guests(@Args() { eventId, filter, first, after }: GuestsArgs): Promise<GuestPage> {
    const [page, counts] = await Promise.all([
      this.registrations.guests(eventId, { status: filter?.status ?? null, text: filter?.text?.trim() || null }, { first, after }),
      this.registrations.counts(eventId),
    ]);
    return {
      items: page.items.map(({ voice, registration }) => ({ id: registration.id, voice, registration })),
      nextCursor: page.nextCursor,
      counts: [...counts].map(([status, count]) => ({ status, count })),
    };
  }

  @Staff()
  @Mutation(() => EventType)
  async createEvent(@Context() context: RequestContext, @Args('input', { type: () => CreateEventInput }) input: CreateEventInput): Promise<EventType> {
    return this.loaded(context, await this.service.create(context.actor, input));
  }

  @Staff()
  @Mutation(() => EventType)
  async editEvent(@Context() context: RequestContext, @Args('input', { type: () => EditEventInput }) input: EditEventInput): Promise<EventType> {
    await this.service.edit(context.actor, input);
    return this.loaded(context, input.id);
  }

  @Staff()
  @Mutation(() => EventType)
  async publishEvent(@Context() context: RequestContext, @Args('input', { type: () => EventIdInput }) input: EventIdInput): Promise<EventType> {
    await this.service.publish(context.actor, input.id);
    return this.loaded(context, input.id);
  }

  @Staff()
  @Mutation(() => EventType)
  async cancelEvent(@Context() context: RequestContext, @Args('input', { type: () => CancelEventInput }) input: CancelEventInput): Promise<EventType> {
    await this.service.cancel(context.actor, input.id, input.reason);
    return this.loaded(context, input.id);
  }

  @Staff()
  @Mutation(() => InviteOutcome, { description: 'Asks members to come.' })
  async inviteToEvent(@Context() context: RequestContext, @Args('input', { type: () => InviteToEventInput }) input: InviteToEventInput): Promise<InviteOutcome> {
    const outcome = await this.service.invite(asMember(context.actor), input);
    return { ...outcome, event: await this.loaded(context, input.eventId) };
  }

  @ResolveField(() => String, { nullable: true, description: 'Markdown of `aboutHtml`, for who may edit.' })
  about(@Parent() event: EventType): string | null {
    return event.viewerCan.edit ? event.about : null;
  }

  private async loaded({ actor }: RequestContext, id: string): Promise<EventType> {
    const event = (await this.events.byIds(actor, [id])).get(id);
    if (!event) throw notFound();
    return event;
  }
}

/** What meetings add to a city. */
@Resolver(() => CityType)
export class CityMeetingsResolver {
  constructor(private readonly events: EventsRepository) {}

  @ResolveField(() => [EventType], { description: 'The next meetings held there: at most three.' })
  async meetings(@Parent() city: CityType, @Context() context: RequestContext): Promise<EventType[]> {
    return (await loaderOf<string, EventType[]>(context, 'events.ofCities', (ids) => this.events.ofCities(context.actor, ids)).load(city.id)) ?? [];
  }
}
