import { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { platformLimits } from '@crosscity/platform/contract';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { refuse } from './refusal';

/** Arguments of every list. Keyset paging: `after` names the last row seen, so a page costs the same at any depth. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: platformLimits.page.usual, description: 'How many rows, 1 to 100.' })
  @IsInt() @Min(1) @Max(platformLimits.page.most)
  first: number = platformLimits.page.usual;

  @Field(() => String, { nullable: true, description: 'The `nextCursor` of the page before.' })
  @IsOptional() @IsString() @MaxLength(platformLimits.cursor)
  after?: string;
}

export interface Page<Item> {
  items: Item[];
  /** Null on the last page. */
  nextCursor: string | null;
  totalCount?: number | null;
}

/** A GraphQL type `{ items, nextCursor, totalCount }` for a list of that item type. */
export function pageOf<Item>(item: Type<Item>, name: string): Type<Page<Item>> {
  @ObjectType(name)
  class PageType implements Page<Item> {
    @Field(() => [item]) items: Item[];
    @Field(() => String, { nullable: true }) nextCursor: string | null;
    @Field(() => Int, { nullable: true }) totalCount?: number | null;
  }
  return PageType;
}

type Key = string | number | boolean | null;

/** The sort key of a row as an opaque cursor. */
export function cursorOf(...key: (Key | Date)[]): string {
  return Buffer.from(JSON.stringify(key.map((part) => (part instanceof Date ? part.toISOString() : part)))).toString('base64url');
}

/** The sort key that a cursor holds, or null without one. A cursor that nobody gave out is refused. */
export function readCursor(cursor: string | undefined | null, parts: number): Key[] | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every((part) => part === null || ['string', 'number', 'boolean'].includes(typeof part))) return key as Key[];
  } catch { /* not ours: refused below */ }
  throw refuse('platform.invalid', { fields: { after: 'cursor' } });
}

/** Cuts `first + 1` rows to a page: the row too many says that there is another page. */
export function toPage<Row>(rows: Row[], first: number, cursor: (row: Row) => string, totalCount?: number): Page<Row> {
  const items = rows.slice(0, first);
  return { items, nextCursor: rows.length > first ? cursor(items[items.length - 1]!) : null, totalCount };
}
