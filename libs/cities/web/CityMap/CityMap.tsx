import { later } from '@crosscity/platform/web';

/** A map of cities, with its coasts (16 kB) only where one is shown. Whoever shows it also names its cities in a list. */
export const CityMap = later(() => import('./CityMapPart').then(({ CityMapPart }) => CityMapPart));
