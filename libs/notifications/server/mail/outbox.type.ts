import { Field, ID, ObjectType } from '@nestjs/graphql';
import { pageOf } from '@crosscity/platform/server';

@ObjectType('KeptMail', { description: 'A mail that was not sent, since there is no mail server. Demo mode only.' })
export class KeptMailType {
  @Field(() => ID) id: string;
  @Field(() => String) to: string;
  @Field(() => String) locale: string;
  @Field(() => String) subject: string;
  @Field(() => String) text: string;
  @Field(() => String, { description: 'The same as HTML: what most mail programs show.' }) html: string;
  @Field(() => Date) at: Date;
  @Field(() => String, { description: 'Where the mail\'s button leads: a path here.' }) path: string;
  @Field(() => String, { nullable: true, description: 'Path of the calendar file that comes with it.' }) calendar: string | null;
}

export const OutboxPage = pageOf(KeptMailType, 'OutboxPage');
