import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, print, type DefinitionNode, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Plugin } from 'vite';
import type { CompactDefinition, CompactSelection } from '../../../libs/platform/web/graphql/document.ts';

const decoder = fileURLToPath(new URL('../../../libs/platform/web/graphql/document.ts', import.meta.url));
const typedDocument = /export const (\w+) = (\{"kind":"Document".*\}) as unknown as DocumentNode/g;

/**
 * The documents in `*.generated.ts` become a quarter as long, and each operation brings the id that the api knows it by.
 * Each document is a module of its own: a page then fetches what it asks itself, not what a form of it might send later.
 */
export function compactDocuments(manifestFile: string): Plugin {
  let ids: Map<string, string>;
  return {
    name: 'crosscity:compact-documents',
    enforce: 'pre',
    buildStart() {
      const operations = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { name: string }>;
      ids = new Map(Object.entries(operations).map(([id, { name }]) => [name, id]));
    },
    transform: {
      filter: { id: /\.generated\.ts(\?only=\w+)?$/, code: /"kind":"Document"/ },
      handler(code, id) {
        const [file, only] = id.split('?only=') as [string, string?];
        const documents = [...code.matchAll(typedDocument)].map(([, name, json]) => [name!, json!] as const);
        if (!only) return { code: documents.map(([name]) => `export { ${name} } from ${JSON.stringify(`${file}?only=${name}`)};`).join('\n'), map: null };
        const { definitions } = JSON.parse(documents.find(([name]) => name === only)![1]) as DocumentNode;
        const [first] = definitions;
        const known = first?.kind === Kind.OPERATION_DEFINITION ? ids.get(first.name!.value) : 0;
        if (known === undefined) throw new Error(`${id}: the list of operations does not know it`);
        const parts = [known, ...definitions.map(shortDefinition)].map((part) => JSON.stringify(part));
        return {
          code: `import { documentOf } from ${JSON.stringify(decoder)};\nexport const ${only} = /* @__PURE__ */ documentOf(${parts.join(',')});`,
          map: null,
          moduleType: 'js',
          moduleSideEffects: false,
        };
      },
    },
  };
}

export function shortDefinition(node: DefinitionNode): CompactDefinition {
  if (node.kind === Kind.FRAGMENT_DEFINITION) return [node.name.value, node.typeCondition.name.value, shortSet(node.selectionSet)];
  if (node.kind !== Kind.OPERATION_DEFINITION || node.operation === 'subscription' || node.directives?.length) throw new Error(`No short form for ${print(node)}`);
  const variables = (node.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => [variable.name.value, defaultValue ? [print(type), defaultValue] : print(type)]);
  return [node.operation, node.name!.value, Object.fromEntries(variables), shortSet(node.selectionSet)];
}

const shortSet = ({ selections }: SelectionSetNode) => selections.map(shortSelection);

function shortSelection(node: SelectionNode): CompactSelection {
  if (node.kind === Kind.FRAGMENT_SPREAD && !node.directives?.length) return `...${node.name.value}`;
  // Rare, and long anyway: as the parser made it.
  if (node.kind !== Kind.FIELD) return node;
  const { kind: _, name, arguments: values = [], selectionSet, ...rest } = node;
  const more = Object.values(rest).some((part) => part && (!Array.isArray(part) || part.length));
  if (!selectionSet && values.length === 0 && !more) return name.value;
  const given = values.map(({ name: key, value }) => [key.value, value.kind === Kind.VARIABLE ? value.name.value : value]);
  const parts = [name.value, selectionSet ? shortSet(selectionSet) : 0, given.length ? Object.fromEntries(given) : 0, more ? rest : undefined];
  while (!parts.at(-1)) parts.pop();
  return parts as unknown as CompactSelection;
}
