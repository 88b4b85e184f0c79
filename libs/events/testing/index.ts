export { eventFields, makeActors, makeEvent, type EventWish, type MadeEvent } from './event.factory';
