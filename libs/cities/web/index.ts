export { citiesPages, citiesWords } from './routes';
export { CityAbout } from './CityProfile/CityAbout';
export { CityFacts } from './CityProfile/CityFacts';
export { CityMembers } from './CityProfile/CityMembers';
export { FollowCity } from './FollowCity/FollowCity';
export { CityMap } from './CityMap/CityMap';
export { MapMark, type MarkKind } from './CityMap/MapMark';
export { useNames } from './names';
