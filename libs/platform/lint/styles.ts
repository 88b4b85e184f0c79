// Style sheets know start and end, never left and right: one sheet serves both directions.
// Run: node libs/platform/lint/styles.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const sides = '(left|right)';
const physical = [
  new RegExp(`^(margin|padding|scroll-margin|scroll-padding)-${sides}$`),
  new RegExp(`^border-${sides}(-.*)?$`),
  /^border-(top|bottom)-(left|right)-radius$/,
  new RegExp(`^${sides}$`),
];
const sided = /^(text-align|float|clear|caption-side)$/;

/** Declarations that name a side. An own line `/* physical: why *\/` before one allows it. */
export function physicalDeclarations(text: string): { line: number; declaration: string }[] {
  const found: { line: number; declaration: string }[] = [];
  const lines = text.split('\n');
  let inComment = false;
  lines.forEach((line, index) => {
    const code = line.replaceAll(/\/\*.*?\*\//g, '');
    if (inComment) {
      if (code.includes('*/')) inComment = false;
      return;
    }
    if (code.includes('/*')) inComment = true;
    if (/\/\*\s*physical:/.test(line) || /\/\*\s*physical:/.test(lines[index - 1] ?? '')) return;
    for (const [, property = '', value = ''] of code.split('/*')[0]!.matchAll(/(?:^|[{;\s])([a-z-]+)\s*:\s*([^;{}]+)(?=[;}]|$)/g)) {
      const names = physical.some((pattern) => pattern.test(property)) || (sided.test(property) && /\b(left|right)\b/.test(value));
      if (names) found.push({ line: index + 1, declaration: `${property}: ${value.trim()}` });
    }
  });
  return found;
}

function sheetsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sheetsIn(path);
    return entry.name.endsWith('.css') ? [path] : [];
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const sheets = ['apps', 'libs'].flatMap((folder) => sheetsIn(join(root, folder)));
  const faults = sheets.flatMap((sheet) => physicalDeclarations(readFileSync(sheet, 'utf8')).map(({ line, declaration }) => `${sheet.slice(root.length)}:${line}  ${declaration}`));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) console.error('Use the logical property (margin-inline-start, inset-inline-end, text-align: start …).');
  else console.log(`${sheets.length} style sheets know no left or right.`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
