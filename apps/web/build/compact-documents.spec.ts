import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, parse, print, type DefinitionNode } from 'graphql';
import { documentOf, idOfOperation } from '../../../libs/platform/web/graphql/document';
import { shortDefinition } from './compact-documents';

const workspace = fileURLToPath(new URL('../../../', import.meta.url));
const backAndForth = (definitions: readonly DefinitionNode[]) => documentOf(0, ...definitions.map(shortDefinition));

describe('documents in their short form', () => {
  const files = ['libs/*/web/**/*.graphql', 'apps/web/**/*.graphql'].flatMap((glob) => globSync(glob, { cwd: workspace }));

  it('say the same as before, all that this product has', () => {
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const { definitions } = parse(readFileSync(workspace + file, 'utf8'), { noLocation: true });
      expect(print(backAndForth(definitions))).toBe(print({ kind: Kind.DOCUMENT, definitions }));
    }
  });

  it('keep aliases, directives, defaults, inline fragments and every kind of value', () => {
    const text = `
      query Everything($id: ID!, $few: [Int!]! = [1, 2], $deep: Boolean = false) {
        first: thing(id: $id, where: {name: "x", in: [RED, null], at: 1.5, on: true}) @include(if: $deep) {
          ...Parts @skip(if: $deep)
          ... on Other { name }
          ... { id }
        }
        plain
      }
      fragment Parts on Thing { id parts(first: 3) { id } }`;
    const { definitions } = parse(text, { noLocation: true });
    expect(print(backAndForth(definitions))).toBe(print({ kind: Kind.DOCUMENT, definitions }));
  });

  it('tell by which id the api knows them', () => {
    documentOf('abc', ['query', 'Spoken', {}, ['id']]);
    expect(idOfOperation('Spoken')).toBe('abc');
    expect(idOfOperation('Unspoken')).toBeUndefined();
  });
});
