import type { FieldMergeFunction, FieldPolicy, TypePolicies } from '@apollo/client';
import { keysetFields } from './keyset.generated';

interface KeysetList {
  items: readonly unknown[];
  nextCursor: string | null;
  /** Of lists that can be read in both directions. */
  previousCursor?: string | null;
}

/** Arguments that choose a piece of a list; all others choose a list. */
const pieceArguments = new Set(['after', 'before', 'afterSeq', 'first', 'last']);

/** "Show 20 more" adds to the list that is already there, for every field of the schema that returns `{ items, nextCursor }`. */
export function keysetPolicies(): TypePolicies {
  return Object.fromEntries(
    Object.entries(keysetFields).map(([type, fields]) => [type, { fields: Object.fromEntries(fields.map((field) => [field, keysetList])) }]),
  );
}

const merge: FieldMergeFunction<KeysetList> = (existing, incoming, { args, readField }) => {
  if (!existing) return incoming;
  const keyOf = (item: unknown) => readField('id', item as never) ?? item;
  const continues = args?.after || args?.before || typeof args?.afterSeq === 'number';
  if (!continues) return withTail(existing, incoming, keyOf);
  const known = new Set(existing.items.map(keyOf));
  const fresh = incoming.items.filter((item) => !known.has(keyOf(item)));
  // Each end of the list keeps its own cursor: a piece at one end says nothing about the other.
  if (args?.before) return { ...incoming, items: [...fresh, ...existing.items], nextCursor: existing.nextCursor };
  return { ...incoming, items: [...existing.items, ...fresh], ...('previousCursor' in existing && { previousCursor: existing.previousCursor }) };
};

/** The first piece, asked again: what one had opened below it stays, so that a fresh look never shortens the page. */
function withTail(existing: KeysetList, incoming: KeysetList, keyOf: (item: unknown) => unknown): KeysetList {
  // A piece from the middle of a list is another view of it: nothing is kept.
  if (incoming.previousCursor) return incoming;
  const last = incoming.items.at(-1);
  const keys = new Set(incoming.items.map(keyOf));
  const at = last === undefined ? -1 : existing.items.findIndex((item) => keyOf(item) === keyOf(last));
  if (incoming.nextCursor === null || at === -1 || at === existing.items.length - 1) return incoming;
  return { ...incoming, items: [...incoming.items, ...existing.items.slice(at + 1).filter((item) => !keys.has(keyOf(item)))], nextCursor: existing.nextCursor };
}

export const keysetList: FieldPolicy<KeysetList> = {
  keyArgs: (args) => JSON.stringify(Object.entries(args ?? {}).filter(([name]) => !pieceArguments.has(name))),
  merge,
};
