import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { identityLimits } from '@crosscity/identity/contract';
import { Anyone, Limited, type RequestContext } from '@crosscity/platform/server';
import { PasswordResetOutcomeType, PasswordResetReceiptType, RequestPasswordResetInput, ResetPasswordInput } from './reset.inputs';
import { ResetService } from './reset.service';

@Resolver()
export class ResetResolver {
  constructor(private readonly resets: ResetService) {}

  // An office behind one address may forget together; the limit per mailbox is tighter.
  @Anyone() @Limited({ points: 20, seconds: 3_600 })
  @Mutation(() => PasswordResetReceiptType, { description: 'Mails a link to a new password, if the address is known.' })
  async requestPasswordReset(@Args('input', { type: () => RequestPasswordResetInput }) { email }: RequestPasswordResetInput, @Context() { actor }: RequestContext): Promise<PasswordResetReceiptType> {
    await this.resets.request(actor, email);
    return { linkMinutes: identityLimits.resetMinutes };
  }

  @Anyone() @Limited({ points: 30, seconds: 600 })
  @Mutation(() => PasswordResetOutcomeType, { description: 'Sets a new password with the secret of a mailed link, once; every session ends.' })
  async resetPassword(@Args('input', { type: () => ResetPasswordInput }) { token, next }: ResetPasswordInput, @Context() { actor }: RequestContext): Promise<PasswordResetOutcomeType> {
    await this.resets.reset(actor, token, next);
    return { ok: true };
  }
}
