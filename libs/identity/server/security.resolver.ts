import { Args, Context, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, SignedIn, asMember } from '@crosscity/platform/server';
import { ChangePasswordInput, EndSessionInput } from './people.inputs';
import { SecurityService } from './security.service';
import { SessionDoor } from './session-door';
import { SessionRepository } from './session.repository';

@ObjectType('Session', { description: 'A device on which one is signed in.' })
export class SessionType {
  @Field(() => ID, { description: 'A hash: it can end the session, it can’t open it.' }) key: string;
  @Field(() => String, { description: 'Kind of browser and system; empty where they are not known.' }) device: string;
  @Field(() => Date) startedAt: Date;
  @Field(() => Date, { description: 'Last activity, noted every five minutes.' }) seenAt: Date;
  @Field(() => Boolean) isThis: boolean;
}

@Resolver(() => SessionType)
export class SecurityResolver {
  constructor(
    private readonly security: SecurityService,
    private readonly sessions: SessionRepository,
    private readonly door: SessionDoor,
  ) {}

  @SignedIn()
  @Query(() => [SessionType])
  async mySessions(@Context() { actor, req }: RequestContext): Promise<SessionType[]> {
    const rows = await this.sessions.ofPerson(asMember(actor).personId);
    const own = req ? this.door.keyOf(req) : '';
    return rows.map(({ key, device, startedAt, seenAt }) => ({ key, device, startedAt: new Date(startedAt), seenAt: new Date(seenAt), isThis: key === own }));
  }

  @SignedIn()
  @Mutation(() => [SessionType], { description: 'Ends one session, over HTTP and on sockets; the sessions that are left.' })
  async endSession(@Args('input', { type: () => EndSessionInput }) { key }: EndSessionInput, @Context() context: RequestContext): Promise<SessionType[]> {
    await this.security.endSession(asMember(context.actor), key);
    return this.mySessions(context);
  }

  @SignedIn()
  @Mutation(() => [SessionType], { description: 'Changes the password and ends every other session; the session that is left.' })
  async changePassword(@Args('input', { type: () => ChangePasswordInput }) { current, next }: ChangePasswordInput, @Context() context: RequestContext): Promise<SessionType[]> {
    const { req } = context;
    await this.security.changePassword(asMember(context.actor), req ? this.door.keyOf(req) : '', current, next);
    return this.mySessions(context);
  }
}
