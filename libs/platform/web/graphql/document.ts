import type { DefinitionNode, DocumentNode, SelectionNode, SelectionSetNode, ValueNode } from 'graphql';

/**
 * Documents as the build writes them (`apps/web/build/compact-documents.ts`): a field by its name, `...Name` for a fragment,
 * `[name, selections, arguments, rest]` for a field with more. The full form of GraphQL's parser is four times as long.
 */
export type CompactSelection = string | readonly [name: string, selections?: readonly CompactSelection[] | 0, values?: Record<string, string | ValueNode> | 0, rest?: object] | SelectionNode;
export type CompactDefinition =
  | readonly [operation: 'query' | 'mutation', name: string, variables: Record<string, string | readonly [type: string, defaultValue: ValueNode]>, selections: readonly CompactSelection[]]
  | readonly [fragment: string, type: string, selections: readonly CompactSelection[]];

const ids = new Map<string, string>();

/** By which id the api knows an operation: told by its document, so only those travel that a page may send. */
export const idOfOperation = (name: string) => ids.get(name);

export function documentOf(id: string | 0, ...definitions: CompactDefinition[]): DocumentNode {
  if (id) ids.set(definitions[0]![1], id);
  return { kind: 'Document', definitions: definitions.map(definitionOf) } as unknown as DocumentNode;
}

const named = (value: string) => ({ kind: 'Name', value });
const typed = (name: string) => ({ kind: 'NamedType', name: named(name) });
const variable = (name: string) => ({ kind: 'Variable', name: named(name) });

function definitionOf(compact: CompactDefinition): DefinitionNode {
  if (compact.length === 3) {
    const [name, type, selections] = compact;
    return { kind: 'FragmentDefinition', name: named(name), typeCondition: typed(type), selectionSet: setOf(selections) } as unknown as DefinitionNode;
  }
  const [operation, name, variables, selections] = compact;
  const variableDefinitions = Object.entries(variables).map(([key, type]) => {
    const [typeName, defaultValue] = typeof type === 'string' ? [type] : type;
    return { kind: 'VariableDefinition', variable: variable(key), type: typed(typeName), defaultValue };
  });
  return { kind: 'OperationDefinition', operation, name: named(name), variableDefinitions, selectionSet: setOf(selections) } as unknown as DefinitionNode;
}

const setOf = (selections: readonly CompactSelection[]) => ({ kind: 'SelectionSet', selections: selections.map(selectionOf) }) as unknown as SelectionSetNode;

function selectionOf(compact: CompactSelection): object {
  if (typeof compact === 'string') return compact.startsWith('...') ? { kind: 'FragmentSpread', name: named(compact.slice(3)) } : { kind: 'Field', name: named(compact) };
  if (!Array.isArray(compact)) return compact;
  const [name, selections, values, rest] = compact as Exclude<CompactSelection, string | SelectionNode>;
  return {
    kind: 'Field',
    name: named(name),
    arguments: Object.entries(values || {}).map(([key, value]) => ({ kind: 'Argument', name: named(key), value: typeof value === 'string' ? variable(value) : value })),
    selectionSet: selections ? setOf(selections) : undefined,
    ...rest,
  };
}
