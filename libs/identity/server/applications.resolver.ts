import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { identityLimits } from '@crosscity/identity/contract';
import { Anyone, Limited, type Page, type RequestContext, Staff, asMember, notFound } from '@crosscity/platform/server';
import { isUUID } from 'class-validator';
import { ApplicationPage, ApplicationReceiptType, ApplicationType, ConfirmedApplicationType } from './application.type';
import { ApplicationsRepository } from './applications.repository';
import { ApplicationsService } from './applications.service';
import { AdmitApplicantInput, ApplicationsArgs, ApplyInput, ConfirmAddressInput, RefuseApplicantInput, ResendConfirmationInput } from './people.inputs';

@Resolver(() => ApplicationType)
export class ApplicationsResolver {
  constructor(
    private readonly service: ApplicationsService,
    private readonly applications: ApplicationsRepository,
  ) {}

  // An office behind one address may join together, so the limit per address is not tight; the one per mailbox is.
  @Anyone() @Limited({ points: 30, seconds: 3_600 })
  @Mutation(() => ApplicationReceiptType, { description: 'Asks to join. A link is mailed to the address.' })
  async applyToJoin(@Args('input', { type: () => ApplyInput }) input: ApplyInput, @Context() { actor }: RequestContext): Promise<ApplicationReceiptType> {
    return { id: await this.service.apply(actor, input), linkDays: identityLimits.confirmDays };
  }

  @Anyone() @Limited({ points: 30, seconds: 3_600 })
  @Mutation(() => ApplicationReceiptType, { description: 'Mails the link again.' })
  async resendConfirmation(@Args('input', { type: () => ResendConfirmationInput }) { applicationId }: ResendConfirmationInput, @Context() { actor }: RequestContext): Promise<ApplicationReceiptType> {
    await this.service.resend(actor, applicationId);
    return { id: applicationId, linkDays: identityLimits.confirmDays };
  }

  @Anyone() @Limited({ points: 60, seconds: 600 })
  @Mutation(() => ConfirmedApplicationType, { description: 'Confirms the address with the secret of the mailed link, once.' })
  async confirmAddress(@Args('input', { type: () => ConfirmAddressInput }) { token }: ConfirmAddressInput, @Context() { actor }: RequestContext): Promise<ConfirmedApplicationType> {
    return { id: await this.service.confirm(actor, token), status: 'waiting' };
  }

  @Staff()
  @Query(() => ApplicationPage, { name: 'applications' })
  async applicationList(@Args() { view, ...page }: ApplicationsArgs): Promise<Page<ApplicationType>> {
    return this.applications.page(view, page);
  }

  @Staff()
  @Query(() => ApplicationType)
  async application(@Args('id', { type: () => ID }) id: string): Promise<ApplicationType> {
    return this.load(id);
  }

  @Staff()
  @Mutation(() => ApplicationType)
  async admitApplicant(@Args('input', { type: () => AdmitApplicantInput }) { applicationId }: AdmitApplicantInput, @Context() { actor }: RequestContext): Promise<ApplicationType> {
    await this.service.admit(asMember(actor), applicationId);
    return this.load(applicationId);
  }

  @Staff()
  @Mutation(() => ApplicationType)
  async refuseApplicant(@Args('input', { type: () => RefuseApplicantInput }) { applicationId, reason }: RefuseApplicantInput, @Context() { actor }: RequestContext): Promise<ApplicationType> {
    await this.service.refuse(asMember(actor), applicationId, reason);
    return this.load(applicationId);
  }

  private async load(id: string): Promise<ApplicationType> {
    const [application] = isUUID(id) ? await this.applications.byIds([id]) : [];
    if (!application) throw notFound();
    return application;
  }
}
