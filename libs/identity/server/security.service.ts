import { Injectable } from '@nestjs/common';
import { type Member, RateLimits, Work, notFound, refuse } from '@crosscity/platform/server';
import { isGuessable } from './guessable';
import { fitsPassword, hashPassword } from './password';
import { PersonEntity } from './person.entity';
import { PasswordLinkEntity } from './reset/password-link.entity';
import { SessionDoor } from './session-door';
import { SessionRepository } from './session.repository';
import { SignInRepository } from './sign-in.repository';

/** One's own password and sessions. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly work: Work,
    private readonly people: SignInRepository,
    private readonly sessions: SessionRepository,
    private readonly door: SessionDoor,
    private readonly limits: RateLimits,
  ) {}

  /** Changes the password for somebody who knows the current one. Every other session ends in the same commit (ASVS 7.4.3). */
  async changePassword(actor: Member, sessionKey: string, current: string, next: string): Promise<void> {
    await this.limits.take('change-password', actor.personId, { points: 10, seconds: 3_600 });
    const person = await this.people.passwordOf(actor.personId);
    if (!person) throw notFound();
    if (!(await fitsPassword(current, person.password_hash))) throw refuse('identity.passwordWrong');
    if (isGuessable(next, [person.display_name, person.email, person.organisation])) throw refuse('identity.passwordGuessable');
    const passwordHash = await hashPassword(next);
    const ended = await this.work.run(actor, async (tx) => {
      // Only over the hash that was checked: of two changes at once, the second starts from a password that is gone.
      const { affected } = await tx.repo(PersonEntity).update({ id: actor.personId, passwordHash: person.password_hash }, { passwordHash });
      if (!affected) throw refuse('identity.passwordWrong');
      // A link that was mailed before must not undo it.
      await tx.repo(PasswordLinkEntity).delete({ personId: actor.personId });
      await tx.record('identity.passwordChanged', { personId: actor.personId });
      return this.sessions.endOthers(tx, actor.personId, sessionKey);
    });
    this.door.closed(ended);
  }

  async endSession(actor: Member, key: string): Promise<void> {
    if (!(await this.door.end(actor.personId, key))) throw notFound();
  }
}
