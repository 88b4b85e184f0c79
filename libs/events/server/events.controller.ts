import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Anyone, Sessions, SignedIn, Staff, type Actor, asMember, notFound } from '@crosscity/platform/server';
import type { Request, Response } from 'express';
import { Calendars } from './calendar/calendars';
import type { EventType } from './event.type';
import { EventsRepository } from './events.repository';
import { guestListCsv } from './guest-list';
import { type Guest, RegistrationReads } from './registration-reads.repository';

/** Files: calendars, and the list of guests. */
@Controller()
export class EventsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly events: EventsRepository,
    private readonly registrations: RegistrationReads,
    private readonly calendars: Calendars,
  ) {}

  @Anyone() @Get('events/:slug/calendar.ics')
  async event(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    const event = await this.found(actor, slug);
    if (event.status === 'draft') throw notFound();
    send(response, 'text/calendar; charset=utf-8; method=PUBLISH', `${event.slug}.ics`, this.calendars.ofEvent(event, actor.locale));
  }

  @SignedIn() @Get('me/registrations/:code/calendar.ics')
  async registration(@Param('code') code: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = asMember(await this.sessions.actorOf(request));
    const own = await this.registrations.own(actor, code);
    const [told, event] = own ? [(await this.registrations.told([own.id]))[0], (await this.events.byIds(actor, [own.eventId])).get(own.eventId)] : [];
    if (!told || !event) throw notFound();
    send(response, 'text/calendar; charset=utf-8; method=PUBLISH', `crosscity-${told.code}.ics`, this.calendars.ofRegistration(event, told, actor.locale));
  }

  @Staff() @Get('staff/events/:slug/guests.csv')
  async guests(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const event = await this.found(await this.sessions.actorOf(request), slug);
    const guests: Guest[] = [];
    for (let after: string | undefined; ;) {
      const page = await this.registrations.guests(event.id, { status: null, text: null }, { first: 500, after });
      guests.push(...page.items);
      if (!page.nextCursor) break;
      after = page.nextCursor;
    }
    send(response, 'text/csv; charset=utf-8', `${event.slug}-guests.csv`, guestListCsv(guests));
  }

  private async found(actor: Actor, slug: string): Promise<EventType> {
    const event = await this.events.bySlug(actor, slug);
    if (!event) throw notFound();
    return event;
  }
}

function send(response: Response, type: string, filename: string, content: string): void {
  response.setHeader('Content-Type', type);
  // Slugs and codes are letters, digits and dashes.
  response.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.end(content);
}
