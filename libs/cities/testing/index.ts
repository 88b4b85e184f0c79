export { makeCity, makeTheme, type MadeCity } from './city.factory';
