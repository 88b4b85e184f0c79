export { citiesPages, citiesWords } from './routes';
