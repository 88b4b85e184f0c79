import { Injectable } from '@nestjs/common';
import { type Member, Work, notFound, refuse } from '@crosscity/platform/server';
import type { EditCityInput } from './cities.inputs';
import { may } from './cities.policy';
import { CitiesRepository } from './cities.repository';
import { CityEntity } from './city.entity';
import type { CityType } from './city.type';

@Injectable()
export class CitiesService {
  constructor(
    private readonly work: Work,
    private readonly cities: CitiesRepository,
  ) {}

  async follow(actor: Member, cityId: string): Promise<CityType> {
    const found = await this.work.run(actor, (tx) => this.cities.follow(tx, actor.personId, cityId));
    if (!found) throw notFound();
    return this.one(actor, cityId);
  }

  async unfollow(actor: Member, cityId: string): Promise<CityType> {
    await this.work.run(actor, (tx) => this.cities.unfollow(tx, actor.personId, cityId));
    return this.one(actor, cityId);
  }

  /** Saves the profile. Refuses when somebody saved since; what was replaced is kept as a revision. */
  async edit(actor: Member, input: EditCityInput): Promise<CityType> {
    await this.work.run(actor, async (tx) => {
      const found = await this.cities.locked(tx, input.cityId);
      if (!found) throw notFound();
      const { city, themes } = found;
      if (!may.edit(actor, city)) throw refuse('platform.notAllowed');
      if (city.version !== input.version) throw refuse('platform.conflict', { version: city.version });
      await this.cities.keepRevision(tx, city, { summary: city.summary, profileLanguage: city.profileLanguage, structures: city.structures, languages: city.languages, themes });
      const unknown = await this.cities.setThemes(tx, city.id, input.themes);
      if (unknown.length > 0) throw refuse('platform.invalid', { fields: { themes: 'unknown' } });
      await tx.repo(CityEntity).update({ id: city.id }, {
        summary: input.summary.trim(),
        profileLanguage: input.profileLanguage,
        structures: input.structures.map((line) => line.trim()).filter((line) => line !== ''),
        languages: input.languages,
        version: city.version + 1,
        checkedAt: tx.now,
        isSample: false,
      });
      await tx.record('cities.profileEdited', { cityId: city.id });
    });
    return this.one(actor, input.cityId);
  }

  private async one(actor: Member, cityId: string): Promise<CityType> {
    const city = (await this.cities.byIds(actor, [cityId])).get(cityId);
    if (!city) throw notFound();
    return city;
  }
}
