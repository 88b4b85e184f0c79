import type { Plugin } from 'vite';

/** What packages carry that this product never uses. Each line says why; a package that changed shape fails the build. */
export function leanPackages(): Plugin {
  return {
    name: 'crosscity:lean-packages',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: {
      filter: { id: /@apollo\/client\/utilities\/graphql\/print\.js$|lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/ },
      handler(code, id) {
        if (id.includes('lucide-react')) {
          // Random letters, for lists that change: a drawing never does.
          return { code: code.replace(/, key: "\w+" \}/g, ' }'), map: null };
        }
        // Apollo prints a query only to know whether the same one is under way. Operations travel by id: the printer is for nothing else.
        const lean = code.replace('import { print as origPrint } from "graphql";', 'const origPrint = (document) => JSON.stringify(document);');
        if (lean === code) throw new Error(`${id}: it no longer imports the printer in the known way`);
        return { code: lean, map: null };
      },
    },
  };
}
