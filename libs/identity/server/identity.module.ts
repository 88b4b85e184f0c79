import { Global, Module } from '@nestjs/common';
import { ActLog } from './act-log';
import { Actors } from './actors.repository';
import { ApplicationEntity } from './application.entity';
import { ApplicationLinkEntity } from './application-link.entity';
import { ApplicationsRepository } from './applications.repository';
import { ApplicationsResolver } from './applications.resolver';
import { ApplicationsService } from './applications.service';
import { AuthController } from './auth.controller';
import { CareNotices } from './care/care.notices';
import { CareRepository } from './care/care.repository';
import { CareResolver } from './care/care.resolver';
import { CareService } from './care/care.service';
import { MemberActEntity } from './care/member-act.entity';
import { SuspensionsService } from './care/suspensions.service';
import { CircleMemberEntity } from './circle-member.entity';
import { Circles } from './circles.repository';
import { CityNames } from './city-names';
import { CoordinatorEntity } from './coordinator.entity';
import { IdentityNotices } from './identity.notices';
import { Members } from './members.repository';
import { MembersResolver } from './members.resolver';
import { PersonEntity } from './person.entity';
import { ProfilesService } from './profiles.service';
import { PasswordLinkEntity } from './reset/password-link.entity';
import { PasswordResetEntity } from './reset/password-reset.entity';
import { ResetRepository } from './reset/reset.repository';
import { ResetResolver } from './reset/reset.resolver';
import { ResetService } from './reset/reset.service';
import { SecurityResolver } from './security.resolver';
import { SecurityService } from './security.service';
import { SessionDoor } from './session-door';
import { SessionEntity } from './session.entity';
import { SessionRepository } from './session.repository';
import { SignInRepository } from './sign-in.repository';
import { SignInService } from './sign-in.service';
import { ViewerRepository } from './viewer.repository';
import { ViewerResolver } from './viewer.resolver';
import { VoiceMask } from './voice-mask';
import { VoiceEntity } from './voice.entity';
import { Voices } from './voices.repository';

export const identityEntities = [VoiceEntity, PersonEntity, CoordinatorEntity, CircleMemberEntity, SessionEntity, ApplicationEntity, ApplicationLinkEntity, MemberActEntity, PasswordResetEntity, PasswordLinkEntity];

/** People, their voices, sessions and roles. Global, since every capability above asks for voices and actors. */
@Global()
@Module({
  controllers: [AuthController],
  providers: [
    ActLog, Actors, ApplicationsRepository, ApplicationsResolver, ApplicationsService, CareNotices, CareRepository, CareResolver, CareService, Circles, CityNames, IdentityNotices, Members, MembersResolver, ProfilesService,
    ResetRepository, ResetResolver, ResetService, SecurityResolver, SecurityService,
    SessionDoor, SessionRepository, SignInRepository, SignInService, SuspensionsService, ViewerRepository, ViewerResolver, VoiceMask, Voices,
  ],
  exports: [ActLog, Actors, Circles, CityNames, Members, SessionDoor, Voices],
})
export class IdentityModule {
  static readonly entities = identityEntities;
}
