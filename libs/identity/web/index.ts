export { identityPages, identityWords } from './routes';
