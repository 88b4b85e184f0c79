import { Injectable, type OnModuleInit } from '@nestjs/common';
import { identityLimits } from '@crosscity/identity/contract';
import { Jobs, Notices, Subjects, isStaff } from '@crosscity/platform/server';
import { ApplicationsRepository } from './applications.repository';
import { ApplicationsService } from './applications.service';
import { Members } from './members.repository';
import { Voices } from './voices.repository';

/** Who is to hear of what happened here, and how applications and members are called elsewhere. */
@Injectable()
export class IdentityNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly service: ApplicationsService,
    private readonly applications: ApplicationsRepository,
    private readonly members: Members,
    private readonly voices: Voices,
  ) {}

  onModuleInit(): void {
    this.tellApplicants();
    this.tellStaff();
    this.tellMembers();
    this.nameThings();
    this.jobs.on('identity.pruneApplications', () => this.applications.prune(), '37 3 * * *');
  }

  private tellApplicants(): void {
    // Only here, in the mail that the owner of the address reads, does it matter whether the address is known.
    this.notices.source('identity.applicationMade', async ({ data: { applicationId } }) => {
      const application = await this.applications.unconfirmed(applicationId);
      if (!application) return [];
      const { email: address, name, locale, isKnown } = application;
      const path = isKnown ? '/signin' : `/join/confirm?token=${await this.service.newLink(applicationId)}`;
      return [{ to: { address, name, locale }, reason: 'applied', subject: { kind: 'application', id: applicationId }, group: `application:${applicationId}`, values: { known: isKnown ? 'yes' : 'no', days: identityLimits.confirmDays }, path, mail: 'now' }];
    });

    this.notices.source('identity.personRefused', async ({ data: { applicationId } }) => {
      const refused = await this.applications.refused(applicationId);
      if (!refused) return [];
      const { email: address, name, locale, reason } = refused;
      return [{ to: { address, name, locale }, reason: 'applied', subject: { kind: 'application', id: applicationId }, group: `application:${applicationId}`, values: { reason }, path: '/guidelines', mail: 'now' }];
    });
  }

  private tellStaff(): void {
    this.notices.source('identity.applicationConfirmed', async ({ data: { applicationId } }) => {
      const [application] = await this.applications.byIds([applicationId]);
      if (application?.status !== 'waiting') return [];
      const staff = await this.applications.staff();
      return staff.map(({ personId }) => ({ to: { personId }, reason: 'staff', subject: { kind: 'application', id: applicationId }, group: 'applications', path: '/staff/applications', mail: 'never' }));
    });
  }

  private tellMembers(): void {
    this.notices.source('identity.personAdmitted', async ({ data: { personId } }) => {
      const voiceId = await this.voices.ofPerson(personId);
      return voiceId ? [{ to: { personId }, reason: 'applied', subject: { kind: 'member', id: voiceId }, group: `member:${voiceId}`, path: '/settings/profile', mail: 'now' }] : [];
    });

    this.notices.source('identity.passwordChanged', async ({ data: { personId } }) => {
      const voiceId = await this.voices.ofPerson(personId);
      return voiceId ? [{ to: { personId }, reason: 'security', subject: { kind: 'member', id: voiceId }, group: `security:${voiceId}`, path: '/settings/security', mail: 'now' }] : [];
    });
  }

  private nameThings(): void {
    this.subjects.register({
      kind: 'application',
      load: async (actor, ids) => {
        const found = isStaff(actor) ? await this.applications.byIds(ids) : [];
        return new Map(found.map(({ id, name }) => [id, { kind: 'application', id, title: name, language: null, path: `/staff/applications#application-${id}` }]));
      },
      followers: async () => [],
    });
    this.subjects.register({
      kind: 'member',
      load: async (actor, ids) => new Map((await this.members.byVoices(actor, ids)).map(({ id, name, handle }) => [id, { kind: 'member', id, title: name, language: null, path: `/members/${handle}` }])),
      followers: async () => [],
    });
  }
}
