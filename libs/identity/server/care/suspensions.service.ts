import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, SYSTEM, Work, newId } from '@crosscity/platform/server';
import { ActLog } from '../act-log';
import { Actors } from '../actors.repository';
import { CareRepository } from './care.repository';
import { MemberActEntity } from './member-act.entity';

/** Suspensions that end by themselves. Apart from the acts of staff, since signing in asks it as well. */
@Injectable()
export class SuspensionsService implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly care: CareRepository,
    private readonly actors: Actors,
    private readonly log: ActLog,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.on('identity.endSuspensions', async () => void (await this.endDue()), '*/10 * * * *');
  }

  /** Opens what is due, or only that account; how many were opened. Of several at once, one does it. */
  async endDue(personId: string | null = null): Promise<number> {
    const opened = await this.work.run(SYSTEM, async (tx) => {
      const people = await this.care.reopenDue(tx, personId);
      for (const { personId: id, voiceId } of people) {
        const act = { id: newId(), personId: id, actorVoiceId: null, act: 'reopen' as const, reason: 'timeUp' as const, words: '', details: {}, at: tx.now };
        await tx.repo(MemberActEntity).insert(act);
        await tx.record('identity.memberReopened', { actId: act.id, personId: id });
        await this.log.write(tx, { action: 'identity.memberReopened', subject: { kind: 'member', id: voiceId }, details: { reason: 'timeUp' } });
      }
      return people;
    });
    for (const { personId: id } of opened) this.actors.forget(id);
    return opened.length;
  }
}
