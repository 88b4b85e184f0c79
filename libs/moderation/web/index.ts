export { moderationPages, moderationWords } from './routes';
