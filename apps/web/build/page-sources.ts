import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const appRoot = fileURLToPath(new URL('../', import.meta.url));

/**
 * The renderer must know which files a page needs, to name them in the head before the browser asks. A page says only
 * `load: () => import('./X/X')` and `defineWords(import.meta.glob(…))`; this adds where that is, as the manifest calls it.
 */
export function pageSources(): Plugin {
  return {
    name: 'crosscity:page-sources',
    enforce: 'pre',
    // The browser follows the imports themselves.
    applyToEnvironment: ({ name }) => name === 'ssr',
    transform: {
      filter: { id: /\.tsx?$/, code: /load:\s*\(\)\s*=>\s*import\(|defineWords\(import/ },
      async handler(code, id) {
        const replaced = code.replace(/defineWords\((import\.meta\.glob\(['"]([^'"]+)['"]\))\)/g, (_, glob: string, pattern: string) => {
          const folder = relative(appRoot, resolve(dirname(id), dirname(pattern)));
          return `defineWords(${glob}, ${JSON.stringify(folder)})`;
        });
        const parts: string[] = [];
        let last = 0;
        for (const match of replaced.matchAll(/load:\s*\(\)\s*=>\s*import\(\s*['"]([^'"]+)['"]\s*\)/g)) {
          const found = await this.resolve(match[1]!, id);
          if (!found) throw new Error(`${id}: cannot find the page ${match[1]}`);
          parts.push(replaced.slice(last, match.index), match[0], `, source: ${JSON.stringify(relative(appRoot, resolve(found.id)))}`);
          last = match.index + match[0].length;
        }
        parts.push(replaced.slice(last));
        return { code: parts.join(''), map: null };
      },
    },
  };
}

interface ManifestChunk {
  file: string;
  css?: string[];
  imports?: string[];
  assets?: string[];
  isEntry?: boolean;
}

/** `virtual:client-files`: for each source in the client's manifest, the scripts and styles that it needs, itself first; and each page's words. */
export function clientFiles(manifestFile: string): Plugin {
  return {
    name: 'crosscity:client-files',
    resolveId: (source) => (source === 'virtual:client-files' ? `\0${source}` : null),
    load(id) {
      if (id !== '\0virtual:client-files') return null;
      const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, ManifestChunk>;
      const words = JSON.parse(readFileSync(manifestFile.replace('manifest.json', 'page-words.json'), 'utf8')) as Record<string, Record<string, string>>;
      const files: Record<string, { scripts: string[]; styles: string[] }> = {};
      for (const source of Object.keys(manifest)) {
        const scripts = new Set<string>();
        const styles = new Set<string>();
        collect(source, manifest, scripts, styles);
        files[source] = { scripts: [...scripts].map((file) => `/${file}`), styles: [...styles].map((file) => `/${file}`) };
      }
      const fonts = Object.fromEntries(
        Object.values(manifest).flatMap(({ file }) => {
          const script = /vazirmatn-(latin|arabic)-wght-normal[^/]*\.woff2$/.exec(file)?.[1];
          return script ? [[script, `/${file}`]] : [];
        }),
      );
      return `export const files = ${JSON.stringify(files)};\nexport const fonts = ${JSON.stringify(fonts)};\nexport const words = ${JSON.stringify(words)};`;
    },
  };
}

function collect(source: string, manifest: Record<string, ManifestChunk>, scripts: Set<string>, styles: Set<string>): void {
  const chunk = manifest[source];
  if (!chunk || scripts.has(chunk.file)) return;
  if (chunk.file.endsWith('.js')) scripts.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, manifest, scripts, styles);
  for (const style of chunk.css ?? []) styles.add(style);
}
