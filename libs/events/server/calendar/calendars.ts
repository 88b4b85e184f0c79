import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { Config, publicUrl } from '@crosscity/platform/server';
import type { EventType } from '../event.type';
import type { Told } from '../registration-reads.repository';
import { type CalendarEntry, type Invitee, calendarFile } from './calendar-file';

/** Calendar files of meetings and of registrations. */
@Injectable()
export class Calendars {
  constructor(private readonly config: Config) {}

  /** The meeting for anybody who may see it. */
  ofEvent(event: EventType, locale: Locale): string {
    return calendarFile({ ...this.entry(event, locale), id: event.id, sequence: event.calendarSequence, link: this.address(`/events/${event.slug}`), cancelled: event.status === 'cancelled' });
  }

  /** One's own place, as a download. */
  ofRegistration(event: EventType, told: Told, locale: Locale): string {
    return calendarFile(this.own(event, told, locale));
  }

  /** One's own place, for the mail: names that one person and nobody else. */
  invitation(event: EventType, told: Told): { method: 'REQUEST' | 'CANCEL'; filename: string; content: string } {
    const entry = this.own(event, told, told.locale);
    const content = calendarFile(entry, { invitee: { name: told.name, email: told.email }, organiser: this.organiser() });
    return { method: entry.cancelled ? 'CANCEL' : 'REQUEST', filename: 'crosscity.ics', content };
  }

  private own(event: EventType, told: Told, locale: Locale): CalendarEntry {
    return {
      ...this.entry(event, locale),
      id: told.calendarId,
      sequence: event.calendarSequence + told.calendarSequence,
      link: this.address(`/me/registrations/${told.code}`),
      cancelled: event.status === 'cancelled' || told.status !== 'confirmed',
    };
  }

  private entry(event: EventType, locale: Locale): Omit<CalendarEntry, 'id' | 'sequence' | 'link' | 'cancelled'> {
    const { title, chathamHouse, place, timeZone, startsAt, endsAt } = event;
    return { title, chathamHouse, place, timeZone, startsAt, endsAt, cityName: event.city.name, locale, stamp: new Date() };
  }

  private address(path: string): string {
    return publicUrl(this.config.settings) + path;
  }

  /** The mailbox that mail comes from: an answer from a calendar goes there. */
  private organiser(): Invitee {
    const [, name = 'Crosscity', email = this.config.settings.MAIL_FROM] = /^(.*)<([^>]+)>$/.exec(this.config.settings.MAIL_FROM) ?? [];
    return { name: name.trim() || 'Crosscity', email };
  }
}
