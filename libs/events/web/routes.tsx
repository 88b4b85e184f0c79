import { defineWords, type Page } from '@crosscity/platform/web';

export const eventsWords = defineWords(import.meta.glob('./locales/*.json'));

export const eventsPages: Page[] = [
  { path: '/events', load: () => import('./EventsPage/EventsPage'), words: eventsWords },
  { path: '/events/:slug', load: () => import('./EventPage/EventPage'), words: eventsWords },
  { path: '/events/:slug/register', load: () => import('./RegisterPage/RegisterPage'), words: eventsWords, access: 'signedIn' },
  { path: '/me/registrations', load: () => import('./MyRegistrationsPage/MyRegistrationsPage'), words: eventsWords, access: 'signedIn' },
  { path: '/me/registrations/:code', load: () => import('./RegistrationPage/RegistrationPage'), words: eventsWords, access: 'signedIn' },
  { path: '/staff/events', load: () => import('./StaffEventsPage/StaffEventsPage'), words: eventsWords, access: 'staff' },
  { path: '/staff/events/new', load: () => import('./EventEditorPage/NewEventPage'), words: eventsWords, access: 'staff' },
  { path: '/staff/events/:slug', load: () => import('./EventEditorPage/EventEditorPage'), words: eventsWords, access: 'staff' },
  { path: '/staff/events/:slug/guests', load: () => import('./GuestsPage/GuestsPage'), words: eventsWords, access: 'staff' },
];
