import { CoordinatorEntity, PersonEntity, VoiceEntity } from '@crosscity/identity/server';
import { ForeignKey } from 'typeorm';

// Identity lies below and knows of no cities: it keeps plain ids, and the keys to the city table are declared from here.
// A city and its voice point at each other, so that key is checked at commit.
ForeignKey('CityEntity', { name: 'fk_voice_city', deferrable: 'INITIALLY DEFERRED' })(VoiceEntity.prototype, 'cityId');
ForeignKey('CityEntity', { name: 'fk_person_city' })(PersonEntity.prototype, 'cityId');
ForeignKey('CityEntity', { name: 'fk_coordinator_city', onDelete: 'CASCADE' })(CoordinatorEntity.prototype, 'cityId');
