import { Module } from '@nestjs/common';
import { CityEntity } from './city.entity';
import { CityFollowEntity } from './city-follow.entity';
import './city-keys';
import { CityRevisionEntity } from './city-revision.entity';
import { CityThemeEntity } from './city-theme.entity';
import { ThemeEntity } from './theme.entity';

export const citiesEntities = [ThemeEntity, CityEntity, CityThemeEntity, CityFollowEntity, CityRevisionEntity];

/** Member cities, the themes that everything is sorted by, and who follows which city. */
@Module({})
export class CitiesModule {
  static readonly entities = citiesEntities;
}
