import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FactBook, type Notice, Notices, Signals } from '@crosscity/platform/server';
import { CityNames } from '../city-names';
import { SessionDoor } from '../session-door';
import { type ActToTell, CareRepository, idsOf } from './care.repository';

/** Nobody's account is changed without a word to them. */
@Injectable()
export class CareNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly facts: FactBook,
    private readonly care: CareRepository,
    private readonly cityNames: CityNames,
    private readonly door: SessionDoor,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.notices.source('identity.rightsChanged', ({ data: { actId } }) => this.notice(actId, '/', (act) => this.changed(act)));
    this.notices.source('identity.sessionsEnded', ({ data: { actId } }) => this.notice(actId, '/settings/security', async () => ({})));
    this.notices.source('identity.memberReopened', ({ data: { actId } }) => this.notice(actId, '/', async () => ({})));
    this.notices.source('identity.memberSuspended', ({ data: { actId } }) =>
      this.notice(actId, '/guidelines', async ({ words, details: { until }, timeZone, status }) => (status === 'suspended' ? { words, ...(until ? { startsAt: until, timeZone } : {}) } : null)));
    // Again after the commit: the node may have died between it and the end of the sockets.
    this.facts.on('identity.memberSuspended', 'identity.closeDoors', async ({ data: { actId, personId } }) => {
      if ((await this.care.act(actId))?.status !== 'suspended') return;
      await this.door.endAll(personId);
      this.signals.endPerson(personId);
    });
  }

  /** To the inbox and by mail; by mail alone to somebody who can't sign in. Nothing where the values say that it is past. */
  private async notice(actId: string, path: string, valuesOf: (act: ActToTell) => Promise<Notice['values'] | null>): Promise<Notice[]> {
    const act = await this.care.act(actId);
    const values = act && (await valuesOf(act));
    if (!act || !values) return [];
    const { personId, voiceId, status, email: address, name, locale } = act;
    const to = status === 'active' ? { personId } : { address, name, locale };
    return [{ to, reason: 'account', subject: { kind: 'member', id: voiceId }, group: `account:${voiceId}`, values: { because: act.reason, ...values }, path, mail: 'now' }];
  }

  private async changed({ act, details }: ActToTell): Promise<Notice['values']> {
    if (act === 'role') return { action: act, role: details.to ?? '' };
    const names = await this.cityNames.of([...idsOf(details.added), ...idsOf(details.removed), ...(act === 'city' ? [details.to ?? null] : [])]);
    const said = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '–').join(', ');
    if (act === 'city') return { action: act, city: details.to ? said([details.to]) : 'none' };
    const [added, removed] = [said(idsOf(details.added)), said(idsOf(details.removed))];
    const yes = (is: boolean) => (is ? 'yes' : 'no');
    return { action: act, added, removed, hasAdded: yes(added !== ''), hasRemoved: yes(removed !== ''), hasBoth: yes(added !== '' && removed !== '') };
  }
}
