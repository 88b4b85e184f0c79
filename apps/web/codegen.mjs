// Turns every .graphql file of the web into a typed document beside it, and writes the list of operations the api
// accepts: dist/web/operations.json. Operations travel by id, so the browser needs neither their text nor a parser.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kind, parse, print, visit } from 'graphql';
import { drawMapOutlines } from './build/map-outlines.mjs';

const workspace = fileURLToPath(new URL('../../', import.meta.url));
const schemaFile = 'apps/api/schema.graphql';
const documentGlobs = ['libs/*/web/**/*.graphql', 'apps/web/**/*.graphql'];
const manifestFile = join(workspace, 'dist/web/operations.json');
const stampFile = join(workspace, 'dist/web/.codegen');

export async function generateTypedDocuments() {
  await drawMapOutlines();
  const files = documentGlobs.flatMap((glob) => globSync(glob, { cwd: workspace })).sort();
  const texts = new Map(files.map((file) => [file, readFileSync(join(workspace, file), 'utf8')]));
  const outputs = [...files.map((file) => file.replace(/\.graphql$/, '.generated.ts')), schemaTypes, keysetFields];
  const hash = createHash('sha256').update(readFileSync(join(workspace, schemaFile))).update(readFileSync(fileURLToPath(import.meta.url)));
  for (const [file, text] of texts) hash.update(file).update('\0').update(text);
  const stamp = hash.digest('hex');
  if ((await read(stampFile)) === stamp && outputs.every((file) => globSync(file, { cwd: workspace }).length)) return;

  await writeTypes();
  await writeFile(join(workspace, keysetFields), keysetModule(readFileSync(join(workspace, schemaFile), 'utf8')));
  await mkdir(dirname(manifestFile), { recursive: true });
  await writeFile(manifestFile, JSON.stringify(operationManifest(texts), null, 1));
  await writeFile(stampFile, stamp);
}

const schemaTypes = 'libs/platform/web/graphql/schema.generated.ts';
const keysetFields = 'libs/platform/web/graphql/keyset.generated.ts';

/** Which fields return `{ items, nextCursor }`: the cache joins the pieces of those lists. */
function keysetModule(schemaText) {
  const types = parse(schemaText, { noLocation: true }).definitions.filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION);
  const named = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : type.kind === Kind.NON_NULL_TYPE ? named(type.type) : undefined);
  const lists = new Set(
    types.filter(({ fields }) => ['items', 'nextCursor'].every((name) => fields?.some((field) => field.name.value === name))).map(({ name }) => name.value),
  );
  const found = {};
  for (const { name, fields } of types) {
    const keyset = (fields ?? []).filter((field) => lists.has(named(field.type))).map((field) => field.name.value);
    if (keyset.length) found[name.value] = keyset;
  }
  return `export const keysetFields: Record<string, string[]> = ${JSON.stringify(found)};\n`;
}

async function writeTypes() {
  const { generate } = await import('@graphql-codegen/cli');
  const written = await generate(
    {
      cwd: workspace,
      silent: true,
      schema: schemaFile,
      documents: documentGlobs,
      generates: {
        [schemaTypes]: { plugins: ['typescript'], config: shared },
        './': {
          preset: 'near-operation-file',
          presetConfig: { extension: '.generated.ts', baseTypesPath: schemaTypes, importTypesNamespace: 'Schema' },
          plugins: ['typescript-operations', 'typed-document-node'],
          config: { ...shared, documentMode: 'documentNode', optimizeDocumentNode: true, dedupeFragments: true },
        },
      },
    },
    false,
  );
  for (const { filename, content: made } of written) {
    const target = resolve(workspace, filename);
    // The preset imports the schema's types also where no field needs one.
    const content = made.includes('Schema.') ? made : made.replace(/^import type \* as Schema from .*\n/m, '');
    if ((await read(target)) !== content) await writeFile(target, content);
  }
}

const shared = { useTypeImports: true, enumsAsTypes: true, avoidOptionals: { field: true }, scalars: { DateTime: 'string', ID: 'string' } };

/** `{ id: { name, text } }`: text is what is executed, each operation with all its fragments and `__typename` everywhere. */
export function operationManifest(texts) {
  const operations = [];
  const fragments = new Map();
  for (const [file, text] of texts) {
    for (const definition of parse(text, { noLocation: true }).definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) claim(fragments, definition, file, 'fragment');
      else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push({ file, definition });
    }
  }
  const manifest = {};
  const names = new Map();
  for (const { file, definition } of operations) {
    if (!definition.name) throw new Error(`${file}: an operation needs a name`);
    claim(names, definition, file, 'operation');
    const used = new Set();
    collectFragments(definition, fragments, used, file);
    const document = { kind: Kind.DOCUMENT, definitions: [definition, ...[...used].sort().map((name) => fragments.get(name).definition)] };
    const text = print(withTypenames(document));
    manifest[createHash('sha256').update(text).digest('hex').slice(0, 32)] = { name: definition.name.value, text };
  }
  return manifest;
}

function claim(known, definition, file, kind) {
  const name = definition.name.value;
  const other = known.get(name);
  if (other) throw new Error(`Two ${kind}s are named ${name}: ${relative('.', other.file)} and ${file}`);
  known.set(name, { definition, file });
}

function collectFragments(node, fragments, used, file) {
  visit(node, {
    FragmentSpread({ name }) {
      if (used.has(name.value)) return;
      const fragment = fragments.get(name.value);
      if (!fragment) throw new Error(`${file}: no fragment is named ${name.value}`);
      used.add(name.value);
      collectFragments(fragment.definition, fragments, used, file);
    },
  });
}

// The same rule as Apollo Client's cache: every selection set except the operation's own.
function withTypenames(document) {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      if (node.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename')) return undefined;
      return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
    },
  });
}

const read = (file) => readFile(file, 'utf8').catch(() => undefined);

if (process.argv[1] === fileURLToPath(import.meta.url)) await generateTypedDocuments();
