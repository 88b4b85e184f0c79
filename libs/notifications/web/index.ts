export { notificationsPages, notificationsWords } from './routes';
