import { Global, Module } from '@nestjs/common';
import { Actors } from './actors.repository';
import { AuthController } from './auth.controller';
import { CoordinatorEntity } from './coordinator.entity';
import { PersonEntity } from './person.entity';
import { SessionDoor } from './session-door';
import { SessionEntity } from './session.entity';
import { SessionRepository } from './session.repository';
import { SignInRepository } from './sign-in.repository';
import { SignInService } from './sign-in.service';
import { ViewerRepository } from './viewer.repository';
import { ViewerResolver } from './viewer.resolver';
import { VoiceEntity } from './voice.entity';
import { Voices } from './voices.repository';

export const identityEntities = [VoiceEntity, PersonEntity, CoordinatorEntity, SessionEntity];

/** People, their voices, sessions and roles. Global, since every capability above asks for voices and actors. */
@Global()
@Module({
  controllers: [AuthController],
  providers: [Actors, SessionDoor, SessionRepository, SignInRepository, SignInService, ViewerRepository, ViewerResolver, Voices],
  exports: [Actors, SessionDoor, Voices],
})
export class IdentityModule {
  static readonly entities = identityEntities;
}
