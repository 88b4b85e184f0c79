import { Injectable } from '@nestjs/common';
import { eventsLimits } from '@crosscity/events/contract';
import { SYSTEM, Work, brokeUnique, newId, notFound, once, refuse, renderMarkdown, type Actor, type Tx } from '@crosscity/platform/server';
import { EventEntity } from './event.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventWrites, type PlannedSession } from './event-writes.repository';
import type { CreateEventInput, EditEventInput, EventFields } from './events.inputs';
import { instantOf } from './local-time';
import { Promotions } from './promotions';
import { Seats } from './seats.repository';

/** What staff do with meetings. */
@Injectable()
export class EventsService {
  constructor(
    private readonly work: Work,
    private readonly writes: EventWrites,
    private readonly seats: Seats,
    private readonly promotions: Promotions,
  ) {}

  async create(actor: Actor, input: Omit<CreateEventInput, 'key'> & { key: string }): Promise<string> {
    const planned = plan(input);
    return this.work.run(actor, (tx) =>
      once(tx, 'createEvent', input.key, input, async () => {
        const id = newId();
        await this.save(tx, { ...planned.event, id, status: 'draft', cancelledBecause: null, calendarSequence: 0, version: 1, createdAt: tx.now, changedAt: tx.now });
        await this.writes.addEventPool(tx, id, input.limit);
        await this.writes.setSessions(tx, id, planned.sessions);
        return id;
      }),
    );
  }

  /** Saves the whole meeting. More seats bring people up in the same commit; fewer take none away. */
  async edit(actor: Actor, input: EditEventInput): Promise<void> {
    const planned = plan(input);
    await this.work.run(actor, async (tx) => {
      const before = await this.locked(tx, input.id);
      if (before.version !== input.version) throw refuse('platform.conflict', { version: before.version });
      if (before.status === 'cancelled') throw refuse('events.over');
      const sessionsBefore = await tx.repo(EventSessionEntity).findBy({ eventId: input.id });
      const moved = hasMoved(before, planned.event) || agendaOf(sessionsBefore) !== agendaOf(planned.sessions);
      await this.save(tx, { ...before, ...planned.event, calendarSequence: before.calendarSequence + (moved ? 1 : 0), version: before.version + 1, changedAt: tx.now });
      await this.writes.setLimit(tx, input.id, input.limit);
      await this.writes.setShares(tx, input.id, input.seatsPerCity ?? null);
      await this.writes.setSessions(tx, input.id, planned.sessions);
      await this.promotions.run(tx, input.id);
      if (before.status === 'published' && moved) await tx.record('events.eventChanged', { eventId: input.id });
    });
  }

  async publish(actor: Actor, id: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const event = await this.locked(tx, id);
      if (event.status !== 'draft') return;
      if (event.summary.trim() === '') throw refuse('events.notReady', { missing: 'summary' });
      if (event.endsAt <= tx.now) throw refuse('events.over');
      await this.save(tx, { ...event, status: 'published', version: event.version + 1, changedAt: tx.now });
      await tx.record('events.eventPublished', { eventId: id });
    });
  }

  /** Everybody with a place is told, and their calendar entry is cancelled. What they held stays as the record of it. */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const event = await this.locked(tx, id);
      if (event.status === 'cancelled') return;
      await this.save(tx, { ...event, status: 'cancelled', cancelledBecause: reason, calendarSequence: event.calendarSequence + 1, version: event.version + 1, changedAt: tx.now });
      if (event.status === 'published') await tx.record('events.eventCancelled', { eventId: id });
    });
  }

  async invite(actor: Actor, input: { key: string; eventId: string; handles: readonly string[] }): Promise<{ invited: number; unknown: string[] }> {
    return this.work.run(actor, (tx) =>
      once(tx, 'inviteToEvent', input.key, input, async () => {
        const event = await this.locked(tx, input.eventId);
        if (event.status !== 'published' || event.endsAt <= tx.now) throw refuse('events.over');
        const ids = await this.writes.invite(tx, input.eventId, input.handles);
        for (const invitationId of ids) await tx.record('events.invited', { invitationId });
        return { invited: ids.length, unknown: await this.writes.unknownHandles(tx, input.handles) };
      }),
    );
  }

  /** For the nightly job. */
  async forgetNeeds(): Promise<void> {
    await this.work.run(SYSTEM, (tx) => this.writes.forgetNeeds(tx, new Date(tx.now.getTime() - eventsLimits.keepNeeds * 86_400_000)));
  }

  private async locked(tx: Tx, id: string): Promise<EventEntity> {
    await this.seats.lock(tx, id);
    const event = await tx.repo(EventEntity).findOneBy({ id });
    if (!event) throw notFound();
    return event;
  }

  private async save(tx: Tx, event: EventEntity): Promise<void> {
    try {
      await tx.repo(EventEntity).save(event);
    } catch (error) {
      if (brokeUnique(error, 'ux_event_slug')) throw refuse('events.slugTaken', { slug: event.slug });
      throw error;
    }
  }
}

type Planned = Pick<EventEntity, 'slug' | 'cityId' | 'kind' | 'title' | 'summary' | 'about' | 'aboutHtml' | 'language' | 'place' | 'timeZone' | 'startsAt' | 'endsAt' | 'closesAt' | 'languages' | 'chathamHouse' | 'audience' | 'way' | 'seatsPerCity'>;

/** Local times become instants here; times that don't exist or don't fit together are refused by the name of their field. */
function plan(input: EventFields): { event: Planned; sessions: PlannedSession[] } {
  const at = (local: string, field: string) => instantOf(local, input.timeZone, field);
  const startsAt = at(input.startsLocal, 'startsLocal');
  const endsAt = at(input.endsLocal, 'endsLocal');
  const closesAt = at(input.closesLocal, 'closesLocal');
  if (endsAt <= startsAt) throw refuse('events.endsBeforeItStarts', { field: 'endsLocal' });
  if (closesAt > endsAt) throw refuse('events.closesAfterTheEnd');
  const sessions = input.sessions.map((session, index) => {
    const field = (name: string) => `sessions.${index}.${name}`;
    const from = at(session.startsLocal, field('startsLocal'));
    const to = at(session.endsLocal, field('endsLocal'));
    if (to <= from) throw refuse('events.endsBeforeItStarts', { field: field('endsLocal') });
    if (from < startsAt || to > endsAt) throw refuse('events.sessionOutsideEvent', { field: field('startsLocal') });
    return { id: session.id ?? null, title: session.title, place: session.place, startsAt: from, endsAt: to, limit: session.limit ?? null };
  });
  return {
    sessions,
    event: {
      slug: input.slug, cityId: input.cityId, kind: input.kind, title: input.title.trim(), summary: input.summary.trim(), about: input.about,
      aboutHtml: input.about.trim() === '' ? '' : renderMarkdown(input.about), language: input.language, place: input.place.trim(), timeZone: input.timeZone,
      startsAt, endsAt, closesAt, languages: [...input.languages], chathamHouse: input.chathamHouse, audience: input.audience, way: input.way, seatsPerCity: input.seatsPerCity ?? null,
    },
  };
}

/** Whether what people have in their calendars is no longer true. */
function hasMoved(before: EventEntity, after: Planned): boolean {
  return before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime()
    || before.timeZone !== after.timeZone || before.place !== after.place || before.cityId !== after.cityId;
}

function agendaOf(sessions: readonly { title: string; startsAt: Date; endsAt: Date }[]): string {
  return JSON.stringify(sessions.map(({ title, startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString(), title]).sort());
}
