import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FIRST_VISIBILITY, identityLimits } from '@crosscity/identity/contract';
import { type Actor, type Member, RateLimits, SYSTEM, type Tx, Work, brokeUnique, newId, newSecret, newSpokenCode, notFound, once, refuse } from '@crosscity/platform/server';
import { ActLog } from './act-log';
import { ApplicationLinkEntity } from './application-link.entity';
import { ApplicationEntity } from './application.entity';
import { ApplicationsRepository } from './applications.repository';
import { CityNames } from './city-names';
import { isGuessable } from './guessable';
import { hashPassword } from './password';
import type { ApplyInput } from './people.inputs';
import { voiceFields } from './people.policy';
import { PersonEntity, sortNameOf } from './person.entity';
import { normaliseEmail } from './sign-in.service';
import { VoiceEntity } from './voice.entity';

const DAY = 86_400_000;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Asking to join, confirming the address, being admitted or refused. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly work: Work,
    private readonly applications: ApplicationsRepository,
    private readonly cityNames: CityNames,
    private readonly limits: RateLimits,
    private readonly log: ActLog,
  ) {}

  /**
   * Somebody asks to join. Whether the address is known is not looked at here: the answer, the rows and the time are the
   * same for every address, and only the mail, which its owner alone reads, differs (ASVS 6.3.8).
   */
  async apply(actor: Actor, { key, password, ...input }: ApplyInput): Promise<string> {
    const email = normaliseEmail(input.email);
    if (isGuessable(password, [input.name, email, input.organisation])) throw refuse('identity.passwordGuessable');
    const cityId = input.cityId ?? null;
    const place = cityId ? await this.cityNames.nameOf(cityId) : input.place;
    if (!place) throw refuse('platform.invalid', { fields: cityId ? { cityId: 'isKnown' } : { place: 'isNotEmpty' } });
    await this.takeMail(email);
    const passwordHash = await hashPassword(password);
    // The password is not part of what the key stands for: its hash there would be a quick one.
    return this.work.run(actor, (tx) => once(tx, 'applyToJoin', key, { ...input, email }, async () => {
      const application = tx.repo(ApplicationEntity).create({
        ...input, id: newId(), status: 'unconfirmed', email, passwordHash, cityId, place, createdAt: tx.now,
      });
      await tx.repo(ApplicationEntity).insert(application);
      await tx.record('identity.applicationMade', { applicationId: application.id });
      return application.id;
    }));
  }

  /** Mails the link again. Says nothing about the application, or whether there is one. */
  async resend(actor: Actor, applicationId: string): Promise<void> {
    await this.takeMail(applicationId);
    await this.work.run(actor, (tx) => tx.record('identity.applicationMade', { applicationId }));
  }

  /** A fresh secret for the link in a mail. Earlier links of the same application stay good: mails arrive late. */
  async newLink(applicationId: string): Promise<string> {
    const secret = newSecret();
    await this.work.run(SYSTEM, (tx) => tx.repo(ApplicationLinkEntity).insert({ secretHash: hashOf(secret), applicationId, expiresAt: new Date(tx.now.getTime() + identityLimits.confirmDays * DAY) }));
    return secret;
  }

  /** The link came back: the address is theirs. The person is made, and waits for staff. One of any number of racers wins. */
  async confirm(actor: Actor, secret: string): Promise<string> {
    try {
      return await this.work.run(actor, async (tx) => {
        const application = await this.applications.lockByLink(tx, hashOf(secret));
        if (!application || application.status !== 'unconfirmed') throw refuse('identity.linkSpent');
        const person = this.personOf(application, tx.now);
        await tx.repo(VoiceEntity).insert({ id: person.voiceId, kind: 'member', cityId: null, ...voiceFields(person, application.place) });
        await tx.repo(PersonEntity).insert(person);
        await tx.repo(ApplicationEntity).update(application.id, { status: 'waiting', confirmedAt: tx.now, personId: person.id, passwordHash: null });
        await tx.repo(ApplicationLinkEntity).delete({ applicationId: application.id });
        await tx.record('identity.applicationConfirmed', { applicationId: application.id });
        return application.id;
      });
    } catch (error) {
      // Another application with this address was confirmed first.
      if (brokeUnique(error, 'ux_person_email')) throw refuse('identity.linkSpent');
      throw error;
    }
  }

  async admit(actor: Member, applicationId: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const application = await this.waiting(await this.applications.lock(tx, applicationId));
      await tx.repo(ApplicationEntity).update(application.id, { status: 'admitted', decidedAt: tx.now, decidedBy: actor.personId });
      await tx.repo(PersonEntity).update(application.personId, { status: 'active' });
      await tx.record('identity.personAdmitted', { personId: application.personId });
      await this.keep(tx, 'identity.applicantAdmitted', application);
    });
  }

  async refuse(actor: Member, applicationId: string, reason: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const application = await this.waiting(await this.applications.lock(tx, applicationId));
      await tx.repo(ApplicationEntity).update(application.id, { status: 'refused', decidedAt: tx.now, decidedBy: actor.personId, reason });
      await tx.repo(PersonEntity).update(application.personId, { status: 'refused' });
      await tx.record('identity.personRefused', { applicationId: application.id });
      await this.keep(tx, 'identity.applicantRefused', application);
    });
  }

  /** Under the voice, as all later acts on this member: one trail a person. What the applicant wrote stays out of the log. */
  private async keep(tx: Tx, action: string, { id, personId }: { id: string; personId: string }): Promise<void> {
    const { voiceId } = await tx.repo(PersonEntity).findOneOrFail({ where: { id: personId }, select: { voiceId: true } });
    await this.log.write(tx, { action, subject: { kind: 'member', id: voiceId }, details: { application: id } });
  }

  private waiting(application: ApplicationEntity | null): ApplicationEntity & { personId: string } {
    if (!application || application.status === 'unconfirmed') throw notFound();
    if (application.status !== 'waiting') throw refuse('identity.alreadyDecided', { outcome: application.status });
    return application as ApplicationEntity & { personId: string };
  }

  private personOf(application: ApplicationEntity, now: Date): PersonEntity {
    return Object.assign(new PersonEntity(), {
      id: newId(),
      voiceId: newId(),
      email: application.email,
      passwordHash: application.passwordHash!,
      displayName: application.name,
      sortName: sortNameOf(application.name),
      handle: newSpokenCode().toLowerCase(),
      work: application.work,
      title: application.title,
      organisation: application.organisation,
      about: '',
      askMeAbout: '',
      languages: application.languages,
      visibility: { ...FIRST_VISIBILITY, directory: application.listed ? 'members' : 'nobody' },
      role: 'member',
      status: 'applied',
      cityId: application.cityId,
      place: application.cityId ? null : application.place,
      locale: application.locale,
      timeZone: application.timeZone,
      isDemo: false,
      createdAt: now,
      profileVersion: 1,
      suspendedUntil: null,
      careVersion: 1,
    } satisfies Omit<PersonEntity, 'sort'>);
  }

  /** A mailbox must not be filled by somebody else's presses (as Discourse CVE-2022-31184 was). */
  private async takeMail(to: string): Promise<void> {
    await this.limits.take('application-mail', to, { points: 4, seconds: 3_600 });
  }
}
