import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FieldOfWork, ProfileVisibility, Visibility } from '@crosscity/identity/contract';
import { pageOf } from '@crosscity/platform/server';
import { FieldOfWorkEnum, VisibilityEnum } from './people.enums';

@ObjectType('MemberRights')
export class MemberRightsType {
  @Field(() => Boolean) edit: boolean;
}

@ObjectType('Member', { description: 'A member as whoever asks may see them. Parts that are not shown to them are null.' })
export class MemberType {
  @Field(() => ID, { description: 'The id of the member’s voice; nothing else that is shown names the person.' }) id: string;
  @Field(() => String) handle: string;
  @Field(() => String) name: string;
  @Field(() => FieldOfWorkEnum, { nullable: true }) work: FieldOfWork | null;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { nullable: true }) organisation: string | null;
  @Field(() => ID, { nullable: true }) cityId: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the city, or where the person works in own words.' }) place: string | null;
  @Field(() => [String], { nullable: true }) languages: string[] | null;
  @Field(() => String, { nullable: true }) about: string | null;
  @Field(() => String, { nullable: true }) askMeAbout: string | null;
  @Field(() => Boolean, { description: 'Invented, for demonstrations.' }) isDemo: boolean;
  @Field(() => MemberRightsType) viewerCan: MemberRightsType;
}

export const MemberPage = pageOf(MemberType, 'MemberPage');

@ObjectType('ProfileVisibility')
export class ProfileVisibilityType implements ProfileVisibility {
  @Field(() => VisibilityEnum) name: 'everyone' | 'members';
  @Field(() => VisibilityEnum) title: Visibility;
  @Field(() => VisibilityEnum) organisation: Visibility;
  @Field(() => VisibilityEnum) city: Visibility;
  @Field(() => VisibilityEnum) languages: Visibility;
  @Field(() => VisibilityEnum) about: Visibility;
  @Field(() => VisibilityEnum) askMeAbout: Visibility;
  @Field(() => VisibilityEnum) directory: 'members' | 'nobody';
}

@ObjectType('Profile', { description: 'One’s own profile, whole, to edit.' })
export class ProfileType {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) handle: string;
  @Field(() => String) name: string;
  @Field(() => FieldOfWorkEnum) work: FieldOfWork;
  @Field(() => String) title: string;
  @Field(() => String) organisation: string;
  @Field(() => ID, { nullable: true, description: 'Set by staff, since rights go with it.' }) cityId: string | null;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => [String]) languages: string[];
  @Field(() => String) about: string;
  @Field(() => String) askMeAbout: string;
  @Field(() => ProfileVisibilityType) visibility: ProfileVisibilityType;
  @Field(() => String) locale: string;
  @Field(() => String) timeZone: string;
}
