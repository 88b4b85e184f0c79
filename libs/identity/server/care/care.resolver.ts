import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Administrators, type Member, type Page, type RequestContext, Staff, asMember, loaderOf, notFound } from '@crosscity/platform/server';
import { isUUID } from 'class-validator';
import { ChangeMemberCityInput, ChangeMemberCoordinationInput, ChangeMemberRoleInput, EndMemberSessionsInput, MemberFilesArgs, ReopenMemberInput, SuspendMemberInput } from './care.inputs';
import { CareRepository } from './care.repository';
import { CareService } from './care.service';
import { MemberActType, MemberFilePage, MemberFileType } from './care.types';

@Resolver(() => MemberFileType)
export class CareResolver {
  constructor(
    private readonly service: CareService,
    private readonly care: CareRepository,
  ) {}

  @Staff()
  @Query(() => MemberFilePage, { description: 'Accounts as staff care for them, by name.' })
  async memberFiles(@Args() { filter, ...page }: MemberFilesArgs, @Context() { actor }: RequestContext): Promise<Page<MemberFileType>> {
    return this.care.page(asMember(actor), filter ?? {}, page);
  }

  @Staff()
  @Query(() => MemberFileType)
  async memberFile(@Args('id', { type: () => ID }) id: string, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    return this.load(asMember(actor), id);
  }

  @Administrators()
  @Mutation(() => MemberFileType)
  async changeMemberRole(@Args('input', { type: () => ChangeMemberRoleInput }) input: ChangeMemberRoleInput, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    await this.service.changeRole(asMember(actor), input);
    return this.load(asMember(actor), input.memberId);
  }

  @Administrators()
  @Mutation(() => MemberFileType, { description: 'Says for which cities a member cares from now on.' })
  async changeMemberCoordination(@Args('input', { type: () => ChangeMemberCoordinationInput }) input: ChangeMemberCoordinationInput, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    await this.service.changeCoordination(asMember(actor), input);
    return this.load(asMember(actor), input.memberId);
  }

  @Administrators()
  @Mutation(() => MemberFileType, { description: 'Says in which city a member works.' })
  async changeMemberCity(@Args('input', { type: () => ChangeMemberCityInput }) input: ChangeMemberCityInput, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    await this.service.changeCity(asMember(actor), input);
    return this.load(asMember(actor), input.memberId);
  }

  @Staff()
  @Mutation(() => MemberFileType, { description: 'Closes an account for a time: all its sessions and sockets end.' })
  async suspendMember(@Args('input', { type: () => SuspendMemberInput }) input: SuspendMemberInput, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    await this.service.suspend(asMember(actor), input);
    return this.load(asMember(actor), input.memberId);
  }

  @Staff()
  @Mutation(() => MemberFileType, { description: 'Opens a closed account again.' })
  async reopenMember(@Args('input', { type: () => ReopenMemberInput }) input: ReopenMemberInput, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    await this.service.reopen(asMember(actor), input);
    return this.load(asMember(actor), input.memberId);
  }

  @Staff()
  @Mutation(() => MemberFileType, { description: 'Signs a member out on all devices.' })
  async endMemberSessions(@Args('input', { type: () => EndMemberSessionsInput }) input: EndMemberSessionsInput, @Context() { actor }: RequestContext): Promise<MemberFileType> {
    await this.service.endSessions(asMember(actor), input);
    return this.load(asMember(actor), input.memberId);
  }

  @ResolveField(() => [MemberActType], { description: 'What staff did to this account, the newest 30.' })
  async acts(@Parent() { personId }: MemberFileType, @Context() context: RequestContext): Promise<MemberActType[]> {
    return (await loaderOf(context, 'identity.actsOfPerson', (ids: readonly string[]) => this.care.acts(ids)).load(personId)) ?? [];
  }

  @ResolveField(() => Int, { description: 'On how many devices the member is signed in.' })
  async sessionCount(@Parent() { personId }: MemberFileType, @Context() context: RequestContext): Promise<number> {
    return (await loaderOf(context, 'identity.sessionsOfPerson', (ids: readonly string[]) => this.care.sessionCounts(ids)).load(personId)) ?? 0;
  }

  private async load(actor: Member, id: string): Promise<MemberFileType> {
    const file = isUUID(id) ? await this.care.file(actor, id) : null;
    if (!file) throw notFound();
    return file;
  }
}
