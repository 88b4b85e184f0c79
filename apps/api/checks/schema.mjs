// The committed schema.graphql must be what the code makes. `node apps/api/checks/schema.mjs --write` writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runBuilt } from '../build/run-built.mjs';

const file = join(root, 'apps/api/schema.graphql');
const printed = await runBuilt('schema.js');

if (process.argv.includes('--write')) {
  writeFileSync(file, printed);
  console.log('apps/api/schema.graphql is written.');
} else if (readFileSync(file, 'utf8') !== printed) {
  console.error('apps/api/schema.graphql is not what the code makes. Run: node apps/api/checks/schema.mjs --write');
  process.exitCode = 1;
}
