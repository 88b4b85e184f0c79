import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { identityLimits } from '@crosscity/identity/contract';
import { type Actor, Jobs, Notices, RateLimits, SYSTEM, Signals, Work, newId, newSecret, refuse } from '@crosscity/platform/server';
import { isGuessable } from '../guessable';
import { hashPassword } from '../password';
import { PersonEntity } from '../person.entity';
import { SessionDoor } from '../session-door';
import { SessionRepository } from '../session.repository';
import { normaliseEmail } from '../sign-in.service';
import { PasswordLinkEntity } from './password-link.entity';
import { PasswordResetEntity } from './password-reset.entity';
import { ResetRepository } from './reset.repository';

const MINUTE = 60_000;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A new password for somebody who forgot theirs, by a link to their address. */
@Injectable()
export class ResetService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly resets: ResetRepository,
    private readonly sessions: SessionRepository,
    private readonly door: SessionDoor,
    private readonly signals: Signals,
    private readonly limits: RateLimits,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // Only here, in the mail that the owner of the address reads, does it matter whether the address is known.
    this.notices.source('identity.passwordForgotten', async ({ data: { resetId } }) => {
      const person = await this.resets.personOf(resetId);
      if (!person) return [];
      const { email: address, name, locale, personId, voiceId } = person;
      const path = `/signin/reset?token=${await this.newLink(personId)}`;
      return [{ to: { address, name, locale }, reason: 'forgotten', subject: { kind: 'member', id: voiceId }, group: `reset:${voiceId}`, values: { minutes: identityLimits.resetMinutes }, path, mail: 'now' }];
    });
    this.jobs.on('identity.pruneResets', () => this.resets.prune(), '47 3 * * *');
  }

  /** Notes that somebody wants a link. Whether the address is known is not looked at: answer, rows and time are the same for all. */
  async request(actor: Actor, typed: string): Promise<void> {
    const email = normaliseEmail(typed);
    // A mailbox must not be filled by somebody else's presses.
    await this.limits.take('reset-mail', email, { points: 4, seconds: 3_600 });
    await this.work.run(actor, async (tx) => {
      const id = newId();
      await tx.repo(PasswordResetEntity).insert({ id, email, createdAt: tx.now });
      await tx.record('identity.passwordForgotten', { resetId: id });
    });
  }

  /** Sets the password with the secret of a link, once. Every session of the person ends in the same commit (ASVS 7.4.3). */
  async reset(actor: Actor, secret: string, next: string): Promise<void> {
    const secretHash = hashOf(secret);
    const person = await this.resets.ofLink(secretHash);
    if (!person) throw refuse('identity.resetSpent');
    const { personId } = person;
    if (isGuessable(next, [person.name, person.email, person.organisation])) throw refuse('identity.passwordGuessable');
    const passwordHash = await hashPassword(next);
    const ended = await this.work.run(actor, async (tx) => {
      if (!(await this.resets.useUp(tx, personId, secretHash))) throw refuse('identity.resetSpent');
      await tx.repo(PersonEntity).update(personId, { passwordHash });
      await tx.repo(PasswordLinkEntity).delete({ personId });
      await tx.record('identity.passwordChanged', { personId });
      return this.sessions.endOthers(tx, personId, '');
    });
    this.door.closed(ended);
    this.signals.endPerson(personId);
  }

  /** Earlier links stay good until they are too old: mails arrive late, and are told twice. */
  private async newLink(personId: string): Promise<string> {
    const secret = newSecret();
    await this.work.run(SYSTEM, (tx) => tx.repo(PasswordLinkEntity).insert({ secretHash: hashOf(secret), personId, expiresAt: new Date(tx.now.getTime() + identityLimits.resetMinutes * MINUTE) }));
    return secret;
  }
}
