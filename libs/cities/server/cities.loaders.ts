import { Injectable } from '@nestjs/common';
import { type RequestContext, loaderOf } from '@crosscity/platform/server';
import { CitiesRepository } from './cities.repository';

/** Cities of one operation in one statement, however many fields ask for them. For this lib and for those above it. */
@Injectable()
export class CityLoaders {
  constructor(private readonly cities: CitiesRepository) {}

  /** Whole cities by id, themes and `follows` included. */
  byId(context: RequestContext) {
    return loaderOf(context, 'cities.byId', (ids: readonly string[]) => this.cities.byIds(context.actor, ids));
  }

  /** Members shown on a city's page, by the city's id. */
  members(context: RequestContext) {
    return loaderOf(context, 'cities.members', (ids: readonly string[]) => this.cities.members(context.actor, ids));
  }
}
