export { CitiesModule, citiesEntities } from './cities.module';
export { CityEntity } from './city.entity';
export { CityFollowEntity } from './city-follow.entity';
export { CityLoaders } from './cities.loaders';
export { CityType, cityColumns, cityOf, type CityRow } from './city.type';
export { ThemeEntity } from './theme.entity';
export { ThemeType, themeOf, themesOfCity, type StoredTheme } from './theme.type';
export { addCity, seedCities, type SampleCity, type SampleTheme, type SeededCity } from './sample';
export { CitiesService } from './cities.service';
