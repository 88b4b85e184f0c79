import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { identityLimits } from '@crosscity/identity/contract';
import { Anyone, Limited, type Page, type RequestContext, SignedIn, asMember, notFound } from '@crosscity/platform/server';
import { MemberPage, MemberType, ProfileType } from './member.type';
import { Members } from './members.repository';
import { ChooseDisplayInput, EditProfileInput, MembersArgs } from './people.inputs';
import { ProfilesService } from './profiles.service';

@Resolver(() => MemberType)
export class MembersResolver {
  constructor(
    private readonly members: Members,
    private readonly profiles: ProfilesService,
  ) {}

  @SignedIn() @Limited({ points: 120, seconds: 60 })
  @Query(() => MemberPage, { name: 'members', description: 'The directory of members who agreed to be listed, by name.' })
  async directory(@Args() { filter, ...page }: MembersArgs, @Context() { actor }: RequestContext): Promise<Page<MemberType>> {
    return this.members.page(actor, filter ?? {}, page);
  }

  @Anyone()
  @Query(() => MemberType, { description: 'A member’s page. Not there for guests unless the member shows their name to everyone.' })
  async member(@Args('handle', { type: () => String }) handle: string, @Context() { actor }: RequestContext): Promise<MemberType> {
    const member = handle.length <= identityLimits.handle ? await this.members.byHandle(actor, handle) : null;
    if (!member) throw notFound();
    return member;
  }

  @SignedIn()
  @Query(() => ProfileType)
  async myProfile(@Context() { actor }: RequestContext): Promise<ProfileType> {
    const profile = await this.members.profile(asMember(actor));
    if (!profile) throw notFound();
    return profile;
  }

  @SignedIn()
  @Mutation(() => ProfileType)
  async editProfile(@Args('input', { type: () => EditProfileInput }) input: EditProfileInput, @Context() context: RequestContext): Promise<ProfileType> {
    await this.profiles.edit(asMember(context.actor), input);
    return this.myProfile(context);
  }

  @SignedIn()
  @Mutation(() => ProfileType, { description: 'Language and time zone; the theme stays on the device.' })
  async chooseDisplay(@Args('input', { type: () => ChooseDisplayInput }) { locale, timeZone }: ChooseDisplayInput, @Context() context: RequestContext): Promise<ProfileType> {
    await this.profiles.chooseDisplay(asMember(context.actor), locale, timeZone);
    return this.myProfile(context);
  }
}
