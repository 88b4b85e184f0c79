import DataLoader from 'dataloader';
import type { RequestContext } from './request-context';

/**
 * The loader of that name for this operation, made at first use. `batch` gets all keys at once and answers for each,
 * in order, null where there is nothing (or nothing for this actor).
 */
export function loaderOf<Key, Value>(context: RequestContext, name: string, batch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>): DataLoader<Key, Value | null> {
  const known = context.loaders.get(name) as DataLoader<Key, Value | null> | undefined;
  if (known) return known;
  const loader = new DataLoader<Key, Value | null>(async (keys) => {
    const found = await batch(keys);
    return keys.map((key) => found.get(key) ?? null);
  });
  context.loaders.set(name, loader);
  return loader;
}
