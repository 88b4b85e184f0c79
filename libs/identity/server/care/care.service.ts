import { Injectable } from '@nestjs/common';
import { type MemberAct, identityLimits } from '@crosscity/identity/contract';
import type { FactKind } from '@crosscity/platform/contract';
import { type Member, Signals, type Tx, Work, newId, notFound, refuse } from '@crosscity/platform/server';
import { ActLog } from '../act-log';
import { Actors } from '../actors.repository';
import { CityNames } from '../city-names';
import { CoordinatorEntity } from '../coordinator.entity';
import { voiceFields } from '../people.policy';
import { PersonEntity } from '../person.entity';
import { SessionDoor } from '../session-door';
import { SessionRepository } from '../session.repository';
import { VoiceEntity } from '../voice.entity';
import type { CareInput, ChangeMemberCityInput, ChangeMemberCoordinationInput, ChangeMemberRoleInput, EndMemberSessionsInput, ReopenMemberInput, SuspendMemberInput } from './care.inputs';
import { isSelf, may } from './care.policy';
import { CareRepository, type LockedPerson } from './care.repository';
import { type ActDetails, MemberActEntity } from './member-act.entity';

const DAY = 86_400_000;

const RULES: Record<MemberAct, (actor: LockedPerson, member: LockedPerson) => boolean> = {
  role: may.changeRights, coordination: may.changeRights, city: may.changeRights, suspend: may.suspend, reopen: may.suspend, endSessions: may.endSessions,
};

const FACTS = {
  role: 'identity.rightsChanged', coordination: 'identity.rightsChanged', city: 'identity.rightsChanged',
  suspend: 'identity.memberSuspended', reopen: 'identity.memberReopened', endSessions: 'identity.sessionsEnded',
} as const satisfies Record<MemberAct, FactKind>;

const AUDITED: Record<MemberAct, string> = {
  role: 'identity.roleChanged', coordination: 'identity.coordinationChanged', city: 'identity.cityChanged',
  suspend: 'identity.memberSuspended', reopen: 'identity.memberReopened', endSessions: 'identity.sessionsEnded',
};

/** What staff do to accounts. Each act has a reason, an entry in the log, and is told to the person. */
@Injectable()
export class CareService {
  constructor(
    private readonly work: Work,
    private readonly care: CareRepository,
    private readonly cityNames: CityNames,
    private readonly sessions: SessionRepository,
    private readonly door: SessionDoor,
    private readonly actors: Actors,
    private readonly signals: Signals,
    private readonly log: ActLog,
  ) {}

  async changeRole(actor: Member, { role, ...input }: ChangeMemberRoleInput): Promise<void> {
    await this.act(actor, 'role', input, async (tx, member) => {
      if (member.role === role) return null;
      await tx.repo(PersonEntity).update(member.personId, { role });
      return { from: member.role, to: role };
    });
  }

  async changeCoordination(actor: Member, { cityIds, ...input }: ChangeMemberCoordinationInput): Promise<void> {
    const known = await this.cityNames.of(cityIds);
    if (known.size !== cityIds.length) throw refuse('platform.invalid', { fields: { cityIds: 'isKnown' } });
    await this.act(actor, 'coordination', input, async (tx, member) => {
      const now = await this.care.coordinates(tx, member.personId);
      const added = cityIds.filter((id) => !now.includes(id));
      const removed = now.filter((id) => !cityIds.includes(id));
      if (added.length + removed.length === 0) return null;
      for (const cityId of removed) await tx.repo(CoordinatorEntity).delete({ personId: member.personId, cityId });
      for (const cityId of added) await tx.repo(CoordinatorEntity).insert({ personId: member.personId, cityId });
      return { added: added.join(' '), removed: removed.join(' ') };
    });
  }

  async changeCity(actor: Member, { cityId: wanted, ...input }: ChangeMemberCityInput): Promise<void> {
    const cityId = wanted ?? null;
    const cityName = await this.cityNames.nameOf(cityId);
    if (cityId && !cityName) throw refuse('platform.invalid', { fields: { cityId: 'isKnown' } });
    await this.act(actor, 'city', input, async (tx, member) => {
      if (member.cityId === cityId) return null;
      const moved = { cityId, place: null };
      // The profile's form shows the city: one that is open must not write the old one back to the voice.
      await tx.repo(PersonEntity).update(member.personId, { ...moved, profileVersion: () => 'profile_version + 1' });
      await tx.repo(VoiceEntity).update(member.voiceId, voiceFields({ ...member, ...moved }, cityName));
      return { from: member.cityId, to: cityId };
    });
  }

  /** Closes an account, or changes until when: nobody signs in, and all sessions and sockets end. */
  async suspend(actor: Member, { until: wanted, words, ...input }: SuspendMemberInput): Promise<void> {
    const until = wanted ?? null;
    const days = until ? (until.getTime() - Date.now()) / DAY : 1;
    if (!(days > 0 && days <= identityLimits.suspendDays)) throw refuse('platform.invalid', { fields: { until: 'isFuture' } });
    await this.act(actor, 'suspend', input, async (tx, member) => {
      await tx.repo(PersonEntity).update(member.personId, { status: 'suspended', suspendedUntil: until });
      return { until: until?.toISOString() ?? null };
    }, words);
  }

  async reopen(actor: Member, input: ReopenMemberInput): Promise<void> {
    await this.act(actor, 'reopen', input, async (tx, member) => {
      if (member.status === 'active') return null;
      await tx.repo(PersonEntity).update(member.personId, { status: 'active', suspendedUntil: null });
      return {};
    });
  }

  async endSessions(actor: Member, input: EndMemberSessionsInput): Promise<void> {
    await this.act(actor, 'endSessions', input, async () => ({}));
  }

  /** `change` gives ids and codes of what it did, null where all was so already: then nothing is told or logged. */
  private async act(actor: Member, act: MemberAct, { memberId, version, reason }: CareInput, change: (tx: Tx, member: LockedPerson) => Promise<ActDetails | null>, words = ''): Promise<void> {
    const done = await this.work.run(actor, async (tx) => {
      const { acting, member } = await this.care.lock(tx, actor.personId, memberId);
      // The role that the session knows may be two seconds old; this one is locked.
      if (!acting || acting.role === 'member') throw refuse('platform.notAllowed');
      if (!member) throw notFound();
      if (isSelf(acting, member)) throw refuse('identity.ownRights');
      if (!RULES[act](acting, member)) throw refuse('identity.administratorsOnly');
      if (member.careVersion !== version) throw refuse('platform.conflict', { version: member.careVersion });
      const details = await change(tx, member);
      if (!details) return null;
      await tx.repo(PersonEntity).update(member.personId, { careVersion: version + 1 });
      const ended = act === 'suspend' || act === 'endSessions' ? await this.sessions.endOthers(tx, member.personId, '') : null;
      const entry = { id: newId(), personId: member.personId, actorVoiceId: actor.voiceId, act, reason, words, details, at: tx.now };
      await tx.repo(MemberActEntity).insert(entry);
      await tx.record(FACTS[act], { actId: entry.id, personId: member.personId });
      await this.log.write(tx, { action: AUDITED[act], subject: { kind: 'member', id: member.voiceId }, details: { reason, ...details } });
      return { personId: member.personId, ended };
    });
    if (!done) return;
    this.actors.forget(done.personId);
    if (!done.ended) return;
    this.door.closed(done.ended);
    this.signals.endPerson(done.personId);
  }
}
