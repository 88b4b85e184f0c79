import './cities.facts';

export { citiesLimits } from './cities.limits';
