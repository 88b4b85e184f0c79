import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actors } from '@crosscity/identity/server';
import { type Actor, FactBook, type Notice, Notices, Signals, type Subject, type SubjectSource, Subjects } from '@crosscity/platform/server';
import { KeptCounts } from './kept-counts';
import { SpacesRepository } from './spaces.repository';

/** Names spaces elsewhere, tells who is to hear of them, and closes the rooms of those who may not look any more. */
@Injectable()
export class SpaceNotices implements SubjectSource, OnModuleInit {
  readonly kind = 'space';

  constructor(
    private readonly subjects: Subjects,
    private readonly notices: Notices,
    private readonly facts: FactBook,
    private readonly signals: Signals,
    private readonly actors: Actors,
    private readonly spaces: SpacesRepository,
    private readonly counts: KeptCounts,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
    this.facts.on('forum.spaceNarrowed', 'forum.spaceRooms', ({ data: { spaceId, personId } }) => this.closeRooms(spaceId, personId));

    this.notices.source('forum.spaceAsked', async ({ data: { entryId } }) => {
      const entry = await this.spaces.entry(entryId);
      if (entry?.status !== 'open') return [];
      const moderators = await this.spaces.belonging(entry.spaceId, 'moderators');
      return moderators.map((personId) => ({ ...this.about(entry.spaceId, personId, 'caresForSpace'), voiceId: entry.voiceId, path: `/spaces/${entry.slug}/care` }));
    });
    this.notices.source('forum.spaceAnswered', async ({ data: { entryId } }) => {
      const entry = await this.spaces.entry(entryId);
      return entry ? [{ ...this.about(entry.spaceId, entry.personId, 'askedToJoin'), values: { answer: entry.status, reason: entry.reason }, mail: 'now' }] : [];
    });
    this.notices.source('forum.spaceInvited', async ({ data: { entryId } }) => {
      const entry = await this.spaces.entry(entryId);
      return entry?.status === 'open' ? [{ ...this.about(entry.spaceId, entry.personId, 'invited'), ...(entry.inviterVoiceId ? { voiceId: entry.inviterVoiceId } : {}), mail: 'now' }] : [];
    });
    this.notices.source('forum.spaceRemoved', async ({ data: { departureId } }) => {
      const departure = await this.spaces.departure(departureId);
      return departure ? [{ ...this.about(departure.spaceId, departure.personId, 'inSpace'), values: { reason: departure.reason }, path: '/spaces', mail: 'now' }] : [];
    });
    this.notices.source('forum.spaceAppointed', async ({ data: { spaceId, personId } }) => [this.about(spaceId, personId, 'inSpace')]);
    this.notices.source('forum.spaceAgreementChanged', async ({ data: { spaceId } }) => (await this.spaces.belonging(spaceId, 'notAgreed')).map((personId) => this.about(spaceId, personId, 'inSpace')));
  }

  async load(actor: Actor, ids: readonly string[]): Promise<Map<string, Subject>> {
    const found = await this.spaces.byIds(actor, ids);
    // In a mail not even the name: that somebody belongs to it is theirs to tell.
    return new Map([...found.values()].map(({ id, name, language, slug }) => [id, { kind: this.kind, id, title: name, language, path: `/spaces/${encodeURIComponent(slug)}`, isDiscreet: true }]));
  }

  async followers(): Promise<{ personId: string; reason: string }[]> {
    return [];
  }

  /** Whoever still belongs may look again: their page asks for the room anew. */
  private async closeRooms(spaceId: string, personId: string | null): Promise<void> {
    this.counts.forget();
    if (personId) {
      this.actors.forget(personId);
      const now = await this.actors.load(personId);
      if (now?.circleIds.includes(spaceId)) return;
    }
    for (const id of await this.spaces.closedThreads(spaceId)) {
      if (personId) this.signals.leaveRoom(personId, { kind: 'thread', id });
      else this.signals.emptyRoom({ kind: 'thread', id });
    }
  }

  private about(spaceId: string, personId: string, reason: string): Notice {
    return { to: { personId }, reason, subject: { kind: this.kind, id: spaceId }, group: `space:${spaceId}`, mail: 'never' };
  }
}
