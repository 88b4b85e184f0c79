import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Catalogues } from './compiled-words.ts';

const appRoot = fileURLToPath(new URL('../', import.meta.url));

type Bundle = Record<string, { type: 'asset' } | Chunk>;
interface Chunk {
  type: 'chunk';
  fileName: string;
  code: string;
  imports: string[];
  isEntry: boolean;
  isDynamicEntry: boolean;
  facadeModuleId: string | null;
}

/**
 * What the first view of a page says, as one script for each page and language: those words that the code of the first
 * view names, out of all catalogues. The whole catalogues follow when the page stands (`firstWords` in `words.tsx`).
 */
export function pageWords(catalogues: Catalogues): Plugin {
  return {
    name: 'crosscity:page-words',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, output) {
        const bundle = output as unknown as Bundle;
        const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
        const named = new Map<Chunk, Named>();
        const namesOf = (chunk: Chunk) => named.get(chunk) ?? (named.set(chunk, idsIn(chunk.code)), named.get(chunk)!);
        const entries = chunks.filter(({ isEntry }) => isEntry);
        const files: Record<string, Record<string, string>> = {};
        const inLanguages = byLanguage(catalogues);
        for (const page of chunks.filter(({ isDynamicEntry, facadeModuleId }) => isDynamicEntry && /\/\w+Page\.tsx$/.test(facadeModuleId ?? ''))) {
          const names = [...withImports([...entries, page], bundle)].map(namesOf);
          const source = relative(appRoot, page.facadeModuleId!);
          files[source] = {};
          for (const [language, messages] of inLanguages) {
            const wanted = Object.entries(messages).filter(([id]) => names.some((found) => found.whole.has(id) || found.begun.some((start) => id.startsWith(start))));
            const code = `export default ${JSON.stringify(Object.fromEntries(wanted))};`;
            const fileName = `assets/words-${language}-${createHash('sha256').update(code).digest('base64url').slice(0, 8)}.js`;
            files[source][language] = fileName;
            if (!(fileName in bundle)) this.emitFile({ type: 'asset', fileName, source: code });
          }
        }
        this.emitFile({ type: 'asset', fileName: 'page-words.json', source: JSON.stringify(files) });
      },
    },
  };
}

interface Named {
  whole: Set<string>;
  /** Ids that are put together while the page runs: what stands before the first gap. */
  begun: string[];
}

/** `"forum.reply.send"` names one message, `\`forum.level.${level}\`` all that begin so. Refusals are for later: somebody must act first. */
export function idsIn(code: string): Named {
  const found: Named = { whole: new Set(), begun: [] };
  for (const [, , text, end] of code.matchAll(/(["'`])([a-z]\w*\.[\w.-]*)(\1|\$\{)/g)) {
    if (text === 'refusal.') continue;
    found.whole.add(text!);
    if (end === '${' || text!.endsWith('.')) found.begun.push(text!);
  }
  return found;
}

function withImports(from: Chunk[], bundle: Bundle, seen = new Set<Chunk>()): Set<Chunk> {
  for (const chunk of from) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    withImports(chunk.imports.map((name) => bundle[name]).filter((file): file is Chunk => file?.type === 'chunk'), bundle, seen);
  }
  return seen;
}

function byLanguage(catalogues: Catalogues): Map<string, Record<string, unknown>> {
  const all = new Map<string, Record<string, unknown>>();
  for (const [path, messages] of [...catalogues].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const language = /([\w-]+)\.json$/.exec(path)![1]!;
    all.set(language, { ...all.get(language), ...messages });
  }
  return all;
}
