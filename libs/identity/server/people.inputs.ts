import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { FIELDS_OF_WORK, type FieldOfWork, type ProfileVisibility, SPOKEN_LANGUAGES, VISIBILITIES, type Visibility, identityLimits } from '@crosscity/identity/contract';
import { LOCALES, type Locale, platformLimits } from '@crosscity/platform/contract';
import { IsPlainLine, IsStorableText, PageArgs } from '@crosscity/platform/server';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, IsTimeZone, IsUUID, Length, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { type ApplicationView, ApplicationViewEnum, FieldOfWorkEnum, VisibilityEnum } from './people.enums';

/** Spaces around a typed line mean nothing; a line of spaces is empty. */
export const Trimmed = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

const languages: readonly string[] = SPOKEN_LANGUAGES;
const locales = Object.keys(LOCALES);

@InputType()
export class ApplyInput {
  @Field(() => String, { description: 'Made by the client, so that a repeat gets the first answer.' })
  @IsString() @Length(8, platformLimits.key) key: string;

  @Field(() => String) @Trimmed() @IsPlainLine() @Length(2, identityLimits.name) name: string;
  @Field(() => String) @Trimmed() @IsEmail() @MaxLength(identityLimits.email) email: string;
  @Field(() => String) @IsStorableText() @MinLength(identityLimits.password.least) @MaxLength(identityLimits.password.most) password: string;
  @Field(() => FieldOfWorkEnum) @IsIn(FIELDS_OF_WORK) work: FieldOfWork;
  @Field(() => String) @Trimmed() @IsPlainLine() @Length(2, identityLimits.title) title: string;
  @Field(() => String) @Trimmed() @IsPlainLine() @Length(2, identityLimits.organisation) organisation: string;
  @Field(() => ID, { nullable: true, description: 'The city where the person works; null if it is not here.' }) @IsOptional() @IsUUID() cityId?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the person works, if the city is not here.' }) @IsOptional() @Trimmed() @IsPlainLine() @MaxLength(identityLimits.place) place?: string | null;
  @Field(() => [String]) @ArrayMinSize(1) @ArrayMaxSize(identityLimits.languages) @ArrayUnique() @IsIn(languages, { each: true }) languages: string[];
  @Field(() => String) @Trimmed() @IsStorableText() @Length(10, identityLimits.why) why: string;
  @Field(() => Boolean, { description: 'Whether the members’ directory may list this person.' }) @IsBoolean() listed: boolean;
  @Field(() => String) @IsIn(locales) locale: Locale;
  @Field(() => String) @IsTimeZone() @MaxLength(identityLimits.timeZone) timeZone: string;
}

@InputType()
export class ResendConfirmationInput {
  @Field(() => ID, { description: 'The id that `applyToJoin` answered with.' }) @IsUUID() applicationId: string;
}

@InputType()
export class ConfirmAddressInput {
  @Field(() => String) @IsString() @Length(16, identityLimits.token) token: string;
}

@InputType()
export class AdmitApplicantInput {
  @Field(() => ID) @IsUUID() applicationId: string;
}

@InputType()
export class RefuseApplicantInput {
  @Field(() => ID) @IsUUID() applicationId: string;
  @Field(() => String, { description: 'Words to the person: why.' }) @Trimmed() @IsStorableText() @Length(10, identityLimits.reason) reason: string;
}

@InputType()
export class ProfileVisibilityInput implements ProfileVisibility {
  @Field(() => VisibilityEnum) @IsIn(['everyone', 'members']) name: 'everyone' | 'members';
  @Field(() => VisibilityEnum) @IsIn(VISIBILITIES) title: Visibility;
  @Field(() => VisibilityEnum) @IsIn(VISIBILITIES) organisation: Visibility;
  @Field(() => VisibilityEnum) @IsIn(VISIBILITIES) city: Visibility;
  @Field(() => VisibilityEnum) @IsIn(VISIBILITIES) languages: Visibility;
  @Field(() => VisibilityEnum) @IsIn(VISIBILITIES) about: Visibility;
  @Field(() => VisibilityEnum) @IsIn(VISIBILITIES) askMeAbout: Visibility;
  @Field(() => VisibilityEnum) @IsIn(['members', 'nobody']) directory: 'members' | 'nobody';
}

@InputType()
export class EditProfileInput {
  @Field(() => Int, { description: 'The version that was read; another one stored now is a conflict.' }) @IsInt() @Min(1) version: number;
  @Field(() => String) @Trimmed() @IsPlainLine() @Length(2, identityLimits.name) name: string;
  @Field(() => FieldOfWorkEnum) @IsIn(FIELDS_OF_WORK) work: FieldOfWork;
  @Field(() => String) @Trimmed() @IsPlainLine() @MaxLength(identityLimits.title) title: string;
  @Field(() => String) @Trimmed() @IsPlainLine() @MaxLength(identityLimits.organisation) organisation: string;
  @Field(() => String, { nullable: true, description: 'Only for those whose city is not here.' }) @IsOptional() @Trimmed() @IsPlainLine() @MaxLength(identityLimits.place) place?: string | null;
  @Field(() => [String]) @ArrayMaxSize(identityLimits.languages) @ArrayUnique() @IsIn(languages, { each: true }) languages: string[];
  @Field(() => String) @Trimmed() @IsStorableText() @MaxLength(identityLimits.about) about: string;
  @Field(() => String) @Trimmed() @IsPlainLine() @MaxLength(identityLimits.askMeAbout) askMeAbout: string;
  @Field(() => ProfileVisibilityInput) @ValidateNested() @Type(() => ProfileVisibilityInput) visibility: ProfileVisibilityInput;
}

@InputType()
export class ChooseDisplayInput {
  @Field(() => String) @IsIn(locales) locale: Locale;
  @Field(() => String, { description: 'IANA name.' }) @IsTimeZone() @MaxLength(identityLimits.timeZone) timeZone: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String) @IsStorableText() @MaxLength(identityLimits.password.most) current: string;
  @Field(() => String) @IsStorableText() @MinLength(identityLimits.password.least) @MaxLength(identityLimits.password.most) next: string;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID) @IsString() @MaxLength(identityLimits.sessionKey) key: string;
}

@InputType()
export class MembersFilter {
  @Field(() => String, { nullable: true }) @IsOptional() @Trimmed() @IsPlainLine() @MaxLength(identityLimits.searchText) text?: string | null;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() cityId?: string | null;
  @Field(() => FieldOfWorkEnum, { nullable: true }) @IsOptional() @IsIn(FIELDS_OF_WORK) work?: FieldOfWork | null;
  @Field(() => String, { nullable: true }) @IsOptional() @IsIn(languages) language?: string | null;
}

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => MembersFilter, { nullable: true }) @IsOptional() @ValidateNested() @Type(() => MembersFilter) filter?: MembersFilter | null;
}

@ArgsType()
export class ApplicationsArgs extends PageArgs {
  @Field(() => ApplicationViewEnum, { defaultValue: 'waiting' }) @IsIn(Object.keys(ApplicationViewEnum)) view: ApplicationView = 'waiting';
}
