import { Injectable } from '@nestjs/common';
import { RateLimits, refuse } from '@crosscity/platform/server';
import { SuspensionsService } from './care/suspensions.service';
import { fitsPassword, hashPassword, needsRehash } from './password';
import { type SignInRow, SignInRepository } from './sign-in.repository';

export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Checks an address and a password. */
@Injectable()
export class SignInService {
  constructor(
    private readonly people: SignInRepository,
    private readonly limits: RateLimits,
    private readonly suspensions: SuspensionsService,
  ) {}

  /**
   * The id of the person whom address and password fit. Tries are counted per account and network address together, so
   * that an attacker elsewhere doesn't lock the owner out, and per network address and per account more generously.
   */
  async check(givenEmail: string, password: string, address: string): Promise<string> {
    const email = normaliseEmail(givenEmail);
    await this.limits.take('sign-in-pair', `${email}|${address}`, { points: 10, seconds: 600 });
    await this.limits.take('sign-in-address', address, { points: 60, seconds: 600 });
    await this.limits.take('sign-in-account', email, { points: 100, seconds: 3_600 });
    const person = await this.people.byEmail(email);
    // The work is the same for an unknown address, and so is the answer.
    if (!(await fitsPassword(password, person?.password_hash ?? null)) || !person) throw refuse('identity.wrongSignIn');
    if (person.status === 'applied') throw refuse('identity.waiting');
    if (person.status === 'refused') throw refuse('identity.refused', { reason: person.reason ?? '' });
    if (person.status === 'suspended') await this.reopenOrRefuse(person);
    if (needsRehash(person.password_hash)) await this.people.rehash(person.id, await hashPassword(password));
    return person.id;
  }

  /** A suspension ends at its minute, not when the program next looks for such ones. */
  private async reopenOrRefuse({ id, suspended_until: until, suspend_words: words }: SignInRow): Promise<void> {
    if (until && until <= new Date()) await this.suspensions.endDue(id);
    else throw refuse('identity.suspended', { until: until?.toISOString() ?? null, words: words ?? '' });
  }
}
