import { InMemoryCache } from '@apollo/client';
import { keysetList } from './keyset';

const cache = () => new InMemoryCache({ typePolicies: { Query: { fields: { lessons: keysetList } } } });
const field = (name: string, args: Record<string, unknown> = {}) => ({
  kind: 'Field' as const,
  name: { kind: 'Name' as const, value: name },
  arguments: Object.entries(args).map(([key, value]) => ({ kind: 'Argument' as const, name: { kind: 'Name' as const, value: key }, value: { kind: 'StringValue' as const, value: String(value) } })),
});
const select = (...selections: object[]) => ({ kind: 'SelectionSet' as const, selections });
const lessons = (args: Record<string, unknown>) => ({
  kind: 'Document' as const,
  definitions: [
    {
      kind: 'OperationDefinition' as const,
      operation: 'query' as const,
      selectionSet: select({ ...field('lessons', args), selectionSet: select({ ...field('items'), selectionSet: select(field('id')) }, field('nextCursor')) }),
    },
  ],
}) as never;
const page = (ids: string[], nextCursor: string | null) => ({ lessons: { __typename: 'LessonPage', items: ids.map((id) => ({ __typename: 'Lesson', id })), nextCursor } });
const read = (store: InMemoryCache, args: Record<string, unknown>) => {
  const found = store.readQuery({ query: lessons(args) }) as ReturnType<typeof page> | null;
  return found && { ids: found.lessons.items.map(({ id }) => id), nextCursor: found.lessons.nextCursor };
};

describe('lists in pieces', () => {
  it('joins the next piece, once each, and goes on from its cursor', () => {
    const store = cache();
    store.writeQuery({ query: lessons({ theme: 'schools' }), data: page(['a', 'b'], 'b') });
    store.writeQuery({ query: lessons({ theme: 'schools', after: 'b' }), data: page(['b', 'c'], null) });
    expect(read(store, { theme: 'schools' })).toEqual({ ids: ['a', 'b', 'c'], nextCursor: null });
  });

  it('keeps lists of other filters apart', () => {
    const store = cache();
    store.writeQuery({ query: lessons({ theme: 'schools' }), data: page(['a'], null) });
    store.writeQuery({ query: lessons({ theme: 'online' }), data: page(['z'], null) });
    expect(read(store, { theme: 'schools' })?.ids).toEqual(['a']);
    expect(read(store, { theme: 'families' })).toBeNull();
  });

  const opened = () => {
    const store = cache();
    store.writeQuery({ query: lessons({}), data: page(['a', 'b'], 'b') });
    store.writeQuery({ query: lessons({ after: 'b' }), data: page(['c', 'd'], 'd') });
    return store;
  };

  it('keeps what was opened below when the first piece is asked again', () => {
    const store = opened();
    store.writeQuery({ query: lessons({}), data: page(['n', 'a'], 'a') });
    expect(read(store, {})).toEqual({ ids: ['n', 'a', 'b', 'c', 'd'], nextCursor: 'd' });
  });

  it('drops what is gone from the first piece', () => {
    const store = opened();
    store.writeQuery({ query: lessons({}), data: page(['b', 'c'], 'c') });
    expect(read(store, {})).toEqual({ ids: ['b', 'c', 'd'], nextCursor: 'd' });
  });

  it('begins anew when the first piece has nothing in common, or is all there is', () => {
    const store = opened();
    store.writeQuery({ query: lessons({}), data: page(['x', 'y'], 'y') });
    expect(read(store, {})).toEqual({ ids: ['x', 'y'], nextCursor: 'y' });
    const other = opened();
    other.writeQuery({ query: lessons({}), data: page(['a', 'b'], null) });
    expect(read(other, {})).toEqual({ ids: ['a', 'b'], nextCursor: null });
  });
});
