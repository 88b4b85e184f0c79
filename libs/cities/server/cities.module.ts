import { Module, type OnModuleInit } from '@nestjs/common';
import { CityNames } from '@crosscity/identity/server';
import { Subjects } from '@crosscity/platform/server';
import { CityLoaders } from './cities.loaders';
import { CitiesRepository } from './cities.repository';
import { CitiesResolver } from './cities.resolver';
import { CitiesService } from './cities.service';
import { CityEntity } from './city.entity';
import { CityFollowEntity } from './city-follow.entity';
import './city-keys';
import { CityRevisionEntity } from './city-revision.entity';
import { CityThemeEntity } from './city-theme.entity';
import { ThemeEntity } from './theme.entity';
import { Terms } from './terms/terms';
import { TermsRepository } from './terms/terms.repository';
import { TermsResolver } from './terms/terms.resolver';
import { TermsService } from './terms/terms.service';
import { ThemeMeaningEntity, ThemeWordEntity } from './terms/theme-word.entity';

export const citiesEntities = [ThemeEntity, CityEntity, CityThemeEntity, CityFollowEntity, CityRevisionEntity, ThemeMeaningEntity, ThemeWordEntity];

/** Member cities, the themes that everything is sorted by, and who follows which city. */
@Module({
  providers: [CitiesRepository, CitiesResolver, CitiesService, CityLoaders, Terms, TermsRepository, TermsResolver, TermsService],
  exports: [CitiesService, CityLoaders, Terms],
})
export class CitiesModule implements OnModuleInit {
  static readonly entities = citiesEntities;

  constructor(
    private readonly cities: CitiesRepository,
    private readonly subjects: Subjects,
    private readonly cityNames: CityNames,
  ) {}

  onModuleInit(): void {
    this.cityNames.use((ids) => this.cities.names(ids));
    this.subjects.register({
      kind: 'city',
      load: async (actor, ids) => {
        const cities = await this.cities.byIds(actor, ids);
        return new Map([...cities].map(([id, { name, slug }]) => [id, { kind: 'city', id, title: name, language: null, path: `/cities/${slug}` }]));
      },
      followers: (id) => this.cities.followers(id),
    });
  }
}
