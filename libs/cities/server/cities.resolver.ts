import { Args, Context, Field, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { citiesLimits } from '@crosscity/cities/contract';
import { VoiceType } from '@crosscity/identity/server';
import { Anyone, Limited, type Page, type RequestContext, SignedIn, asMember, notFound } from '@crosscity/platform/server';
import { CitiesArgs, EditCityInput, FollowCityInput } from './cities.inputs';
import { CityLoaders } from './cities.loaders';
import { may } from './cities.policy';
import { CitiesRepository } from './cities.repository';
import { CitiesService } from './cities.service';
import { CityPage, CityRights, CityType } from './city.type';
import { ThemeType } from './theme.type';

@ObjectType()
export class CountryTally {
  @Field(() => String) country: string;
  @Field(() => Int) count: number;
}

@ObjectType()
export class ThemeTally {
  @Field(() => ThemeType) theme: ThemeType;
  @Field(() => Int) count: number;
}

@ObjectType({ description: 'How many cities there are by country and by theme.' })
export class CityFacets {
  @Field(() => [CountryTally]) countries: CountryTally[];
  @Field(() => [ThemeTally]) themes: ThemeTally[];
}

@Resolver(() => CityType)
export class CitiesResolver {
  constructor(
    private readonly cities: CitiesRepository,
    private readonly service: CitiesService,
    private readonly loaders: CityLoaders,
  ) {}

  @Anyone()
  @Query(() => CityType, { name: 'city' })
  async city(@Args('slug', { type: () => String }) slug: string, @Context() { actor }: RequestContext): Promise<CityType> {
    const city = slug.length <= citiesLimits.slug ? await this.cities.bySlug(actor, slug) : null;
    if (!city) throw notFound();
    return city;
  }

  @Anyone()
  @Query(() => CityPage, { name: 'cities', description: 'A to Z.' })
  async list(@Args() { filter, ...page }: CitiesArgs, @Context() { actor }: RequestContext): Promise<Page<CityType>> {
    return this.cities.list(actor, filter ?? {}, page);
  }

  @Anyone()
  @Query(() => CityFacets)
  async cityFacets(@Context() { actor }: RequestContext): Promise<CityFacets> {
    return this.cities.facets(actor);
  }

  @Anyone()
  @Query(() => [ThemeType])
  async themes(@Context() { actor }: RequestContext): Promise<ThemeType[]> {
    return this.cities.themes(actor);
  }

  @SignedIn()
  @Mutation(() => CityType)
  async followCity(@Args('input', { type: () => FollowCityInput }) { cityId }: FollowCityInput, @Context() { actor }: RequestContext): Promise<CityType> {
    return this.service.follow(asMember(actor), cityId);
  }

  @SignedIn()
  @Mutation(() => CityType)
  async unfollowCity(@Args('input', { type: () => FollowCityInput }) { cityId }: FollowCityInput, @Context() { actor }: RequestContext): Promise<CityType> {
    return this.service.unfollow(asMember(actor), cityId);
  }

  @SignedIn()
  @Limited({ points: 60, seconds: 600 })
  @Mutation(() => CityType, { description: 'Saves the profile of a city. For its coordinators and staff.' })
  async editCity(@Args('input', { type: () => EditCityInput }) input: EditCityInput, @Context() { actor }: RequestContext): Promise<CityType> {
    return this.service.edit(asMember(actor), input);
  }

  @ResolveField(() => [ThemeType], { name: 'themes' })
  async themesOf(@Parent() city: CityType, @Context() context: RequestContext): Promise<ThemeType[]> {
    return city.themes ?? (await this.loaders.byId(context).load(city.id))?.themes ?? [];
  }

  @ResolveField(() => Boolean, { description: 'Whether whoever asks follows it.' })
  async follows(@Parent() city: CityType, @Context() context: RequestContext): Promise<boolean> {
    return city.follows ?? (await this.loaders.byId(context).load(city.id))?.follows ?? false;
  }

  @ResolveField(() => [VoiceType], { description: 'People there who agreed to be listed: to members, or to everyone.' })
  async members(@Parent() city: CityType, @Context() context: RequestContext): Promise<VoiceType[]> {
    return (await this.loaders.members(context).load(city.id)) ?? [];
  }

  @ResolveField(() => CityRights)
  viewerCan(@Parent() city: CityType, @Context() { actor }: RequestContext): CityRights {
    return { edit: may.edit(actor, city), follow: may.follow(actor) };
  }
}
