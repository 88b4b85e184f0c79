import { FACES, FILE_KINDS, FILE_REFUSALS, FILE_STATES, type Faces, type FileKind, type FileRefusal, type FileState } from '@crosscity/files/contract';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

const enumOf = <Value extends string>(values: readonly Value[]) => Object.fromEntries(values.map((value) => [value, value])) as { [Key in Value]: Key };

export const FileKindEnum = enumOf(FILE_KINDS);
export const FileStateEnum = enumOf(FILE_STATES);
export const FacesEnum = enumOf(FACES);
export const FileRefusalEnum = enumOf(FILE_REFUSALS);
registerEnumType(FileKindEnum, { name: 'FileKind' });
registerEnumType(FileStateEnum, { name: 'FileState', description: 'receiving: bytes are missing; processing: being looked at and cleaned.' });
registerEnumType(FacesEnum, { name: 'Faces', description: 'Whether faces are visible: none; those who are agreed; they were blurred.' });
registerEnumType(FileRefusalEnum, { name: 'FileRefusal' });

@ObjectType({ description: 'What is said in a video.' })
export class Transcript {
  @Field(() => String, { description: 'BCP 47.' }) language: string;
  @Field(() => String) text: string;
}

@ObjectType({ description: 'A picture, document or video at its place. Its bytes are at /files/<fileId>/<size>.' })
export class AttachedFile {
  @Field(() => ID, { description: 'Of this use of the file.' }) id: string;
  @Field(() => ID) fileId: string;
  @Field(() => FileKindEnum) kind: FileKind;
  @Field(() => FileStateEnum) state: FileState;
  @Field(() => FileRefusalEnum, { nullable: true, description: 'Why it is not taken.' }) refusal: FileRefusal | null;
  @Field(() => String, { description: 'Of documents; empty for pictures and videos, whose names are not kept.' }) name: string;
  @Field(() => String, { nullable: true }) mediaType: string | null;
  @Field(() => Int) bytes: number;
  @Field(() => Int, { nullable: true, description: 'Pixels, once it is ready.' }) width: number | null;
  @Field(() => Int, { nullable: true }) height: number | null;
  @Field(() => String, { nullable: true, description: '#rrggbb, for its place until it is there.' }) colour: string | null;
  @Field(() => Int, { nullable: true, description: 'How long a video is.' }) seconds: number | null;
  @Field(() => Int, { description: 'Goes up when the bytes change.' }) revision: number;
  @Field(() => String, { nullable: true, description: 'The part of the lesson that it stands at.' }) part: string | null;
  @Field(() => Int) position: number;
  @Field(() => String, { description: 'What it shows, in the words of whoever put it there.' }) description: string;
  @Field(() => Boolean) isDecoration: boolean;
  @Field(() => FacesEnum, { nullable: true }) faces: Faces | null;
  @Field(() => Boolean, { description: 'Ready, described, and the question about faces answered: readers see it.' }) isShown: boolean;
  @Field(() => [String], { description: 'Languages of the captions of a video; they are at /files/<fileId>/captions-<language>.' }) captions: string[];
  @Field(() => [Transcript]) transcripts: Transcript[];
}
