export { eventsPages, eventsWords } from './routes';
