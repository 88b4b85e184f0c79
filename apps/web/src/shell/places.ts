import {
  ApplicationsIcon,
  BookmarkIcon,
  CityIcon,
  EventsIcon,
  HelpIcon,
  HomeIcon,
  InboxIcon,
  isStaff,
  LessonIcon,
  MembersIcon,
  ModerationIcon,
  SearchIcon,
  ShieldIcon,
  SpacesIcon,
  type Viewer,
} from '@crosscity/platform/web';
import type { ComponentType } from 'react';

export type Counted = 'unread' | 'openCases';

export interface Place {
  to: string;
  /** Key of the word in the catalogue: one name per place everywhere. */
  word: string;
  Icon: ComponentType<{ size?: number }>;
  /** Which number stands at it, where it is not 0. */
  counted?: Counted;
}

const home: Place = { to: '/', word: 'shell.home', Icon: HomeIcon };
const lessons: Place = { to: '/lessons', word: 'shell.lessons', Icon: LessonIcon };
const questions: Place = { to: '/questions', word: 'shell.questions', Icon: HelpIcon };
const spaces: Place = { to: '/spaces', word: 'shell.spaces', Icon: SpacesIcon };
const cities: Place = { to: '/cities', word: 'shell.cities', Icon: CityIcon };
const events: Place = { to: '/events', word: 'shell.events', Icon: EventsIcon };
const members: Place = { to: '/members', word: 'shell.members', Icon: MembersIcon };
const inbox: Place = { to: '/inbox', word: 'shell.inbox', Icon: InboxIcon, counted: 'unread' };
const moderation: Place = { to: '/staff/moderation', word: 'shell.moderation', Icon: ModerationIcon, counted: 'openCases' };
const applications: Place = { to: '/staff/applications', word: 'shell.applications', Icon: ApplicationsIcon };
const topics: Place = { to: '/staff/topics', word: 'shell.topics', Icon: SearchIcon };
const views: Place = { to: '/me/views', word: 'shell.views', Icon: BookmarkIcon };
const accounts: Place = { to: '/staff/members', word: 'shell.accounts', Icon: ShieldIcon };

/** What the rail of a wide screen leads to. */
export function railPlaces(viewer: Viewer | null): { everyone: Place[]; staff: Place[] } {
  return {
    everyone: viewer ? [home, lessons, questions, spaces, cities, events, members, inbox] : [home, lessons, questions, spaces, cities, events],
    staff: isStaff(viewer) ? [moderation, applications, accounts, topics] : [],
  };
}

/** The four places of the phone's bar, around "Write". */
export const barPlaces = { before: [home, lessons], after: [events, inbox] };
export const guestBarPlaces = { before: [home, lessons], after: [events, cities] };
/** What a phone has no room for in its bar stands in the menu. */
export const menuPlaces = { member: [questions, spaces, cities, members, views], guest: [questions] as Place[] };

export function isHere(place: Place, pathname: string): boolean {
  // Collections are a way into the lessons, and have no place of their own.
  if (pathname.startsWith('/collections')) return place.to === '/lessons';
  return place.to === '/' ? pathname === '/' : pathname === place.to || pathname.startsWith(`${place.to}/`);
}
