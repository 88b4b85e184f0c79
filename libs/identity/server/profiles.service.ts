import { Injectable } from '@nestjs/common';
import type { Locale } from '@crosscity/platform/contract';
import { type Member, Work, notFound, refuse } from '@crosscity/platform/server';
import { Actors } from './actors.repository';
import { CityNames } from './city-names';
import type { EditProfileInput } from './people.inputs';
import { voiceFields } from './people.policy';
import { PersonEntity, sortNameOf } from './person.entity';
import { VoiceEntity } from './voice.entity';

/** What people say about themselves. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly work: Work,
    private readonly cityNames: CityNames,
    private readonly actors: Actors,
  ) {}

  /** Saves the profile, and in the same commit what the person's voice shows wherever it has spoken. */
  async edit(actor: Member, { version, name, visibility, place, ...input }: EditProfileInput): Promise<void> {
    const cityName = await this.cityNames.nameOf(actor.cityId);
    await this.work.run(actor, async (tx) => {
      const person = await tx.repo(PersonEntity).findOne({ where: { id: actor.personId }, lock: { mode: 'pessimistic_write' } });
      if (!person) throw notFound();
      if (person.profileVersion !== version) throw refuse('platform.conflict', { version: person.profileVersion });
      const edited = { ...input, displayName: name, sortName: sortNameOf(name), visibility: { ...visibility }, place: person.cityId ? null : place || null, profileVersion: version + 1 };
      await tx.repo(PersonEntity).update(person.id, edited);
      await tx.repo(VoiceEntity).update(person.voiceId, voiceFields({ ...person, ...edited }, cityName));
    });
    this.actors.forget(actor.personId);
  }

  /** The language of the interface and of mail, and the clock beside the meeting's own. */
  async chooseDisplay(actor: Member, locale: Locale, timeZone: string): Promise<void> {
    await this.work.run(actor, (tx) => tx.repo(PersonEntity).update(actor.personId, { locale, timeZone }));
    this.actors.forget(actor.personId);
  }
}
