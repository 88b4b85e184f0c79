export { forumPages, forumWords } from './routes';
