export type EventWhen = 'coming' | 'past' | 'mine';

/** Neighbours with the same name, in the order that they come in: months of a list, days of an agenda. */
export function inGroups<Item>(items: readonly Item[], nameOf: (item: Item) => string): [name: string, items: Item[]][] {
  const groups: [string, Item[]][] = [];
  for (const item of items) {
    const name = nameOf(item);
    const last = groups.at(-1);
    if (last?.[0] === name) last[1].push(item);
    else groups.push([name, [item]]);
  }
  return groups;
}
