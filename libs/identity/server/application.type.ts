import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { FieldOfWork } from '@crosscity/identity/contract';
import { pageOf } from '@crosscity/platform/server';
import { ApplicationStatusEnum, FieldOfWorkEnum } from './people.enums';

@ObjectType('ApplicationReceipt', { description: 'What an applicant is told. The same for every address, known here or not.' })
export class ApplicationReceiptType {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'Days that the link in the mail can be used.' }) linkDays: number;
}

@ObjectType('ConfirmedApplication')
export class ConfirmedApplicationType {
  @Field(() => ID) id: string;
  @Field(() => ApplicationStatusEnum) status: keyof typeof ApplicationStatusEnum;
}

@ObjectType('ApplicationRights')
export class ApplicationRightsType {
  @Field(() => Boolean) decide: boolean;
}

@ObjectType('Application', { description: 'Somebody with a confirmed address asks to join. For staff only.' })
export class ApplicationType {
  @Field(() => ID) id: string;
  @Field(() => ApplicationStatusEnum) status: keyof typeof ApplicationStatusEnum;
  @Field(() => String) name: string;
  @Field(() => String) email: string;
  @Field(() => FieldOfWorkEnum) work: FieldOfWork;
  @Field(() => String) title: string;
  @Field(() => String) organisation: string;
  @Field(() => ID, { nullable: true }) cityId: string | null;
  @Field(() => String, { description: 'Name of the city, or what was written where the city is not here.' }) place: string;
  @Field(() => [String]) languages: string[];
  @Field(() => String) why: string;
  @Field(() => String) locale: string;
  @Field(() => Date) createdAt: Date;
  @Field(() => Date) confirmedAt: Date;
  @Field(() => Date, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Name of the one of the staff who decided.' }) decidedBy: string | null;
  @Field(() => String, { nullable: true, description: 'Words to the person who was refused.' }) reason: string | null;
  @Field(() => ApplicationRightsType) viewerCan: ApplicationRightsType;
}

export const ApplicationPage = pageOf(ApplicationType, 'ApplicationPage');
