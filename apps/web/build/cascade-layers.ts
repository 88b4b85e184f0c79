import type { Plugin } from 'vite';

/** The order of layers is fixed by whoever names them first, and any style sheet may arrive first: so each says it. */
export function cascadeLayers(): Plugin {
  return {
    name: 'crosscity:cascade-layers',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `@layer tokens,base,kit,page;${String(file.source)}`;
      }
    },
  };
}
