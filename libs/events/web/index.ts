export { eventsPages, eventsWords } from './routes';
export { EventCard } from './EventCard/EventCard';
export { EventsOfCity } from './EventLists/EventsOfCity';
export { NextRegistration } from './EventLists/NextRegistration';
export { UpcomingEvents } from './EventLists/UpcomingEvents';
