import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { VoiceKind } from '@crosscity/identity/contract';

export const VoiceKindEnum = { member: 'member', city: 'city', unattributed: 'unattributed' } as const;
registerEnumType(VoiceKindEnum, { name: 'VoiceKind', description: 'A member by name, a city, or nobody in particular.' });

@ObjectType('Voice', { description: 'Who speaks, apart from any person.' })
export class VoiceType {
  @Field(() => ID) id: string;
  @Field(() => VoiceKindEnum) kind: VoiceKind;
  @Field(() => String, { nullable: true, description: 'Null where nobody in particular speaks, and to guests where the member did not choose to be named to everyone.' }) name: string | null;
  @Field(() => String, { nullable: true, description: 'Last part of the address of the page about whoever speaks; null with the name.' }) handle: string | null;
  @Field(() => String, { nullable: true, description: 'Role in words, if shown.' }) title: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the city, if shown.' }) place: string | null;
  /** What people who are not signed in see of it; the fields above ask this (see `voice-mask.ts`). */
  guestsSee?: readonly string[];
}

/** A row that was joined with `voiceColumns`. */
export interface VoiceRow {
  voice_id: string;
  voice_kind: VoiceKind;
  voice_name: string | null;
  voice_handle: string | null;
  voice_title: string | null;
  voice_place: string | null;
  voice_guests_see: string[];
}

/** Columns to select where a statement joins `voice` under that alias, so that a row brings its voice along. */
export function voiceColumns(alias: string): string {
  return ['id', 'kind', 'name', 'handle', 'title', 'place', 'guests_see'].map((column) => `${alias}.${column} voice_${column}`).join(', ');
}

export function voiceOf(row: VoiceRow): VoiceType {
  return { id: row.voice_id, kind: row.voice_kind, name: row.voice_name, handle: row.voice_handle, title: row.voice_title, place: row.voice_place, guestsSee: row.voice_guests_see };
}

/** Expressions for the fields of a voice where a statement writes the answer itself; to guests masked as `voice-mask.ts` does. */
export function shownVoice(alias: string, toGuest: boolean): Record<'id' | 'kind' | 'name' | 'handle' | 'title' | 'place', string> {
  const shown = (column: string, opener = column) =>
    toGuest ? `case when ${alias}.kind <> 'member' or '${opener}' = any(${alias}.guests_see) then ${alias}.${column} end` : `${alias}.${column}`;
  return { id: `${alias}.id`, kind: `${alias}.kind`, name: shown('name'), handle: shown('handle', 'name'), title: shown('title'), place: shown('place') };
}
