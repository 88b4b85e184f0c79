import { documentTitle, pageTitle, siteName, wordsOfPage, wordsOf, platformWords, type Page, type PreparedPage, type Site, type Viewer } from '@crosscity/platform/web';
import type { NormalizedCacheObject } from '@apollo/client';
import type { IntlShape } from 'react-intl';
import { files, fonts, words as wordsOfFirstView } from 'virtual:client-files';
import type { Theme } from './choices';
import { earlyScript } from './early';
import { webWords } from './routes';

/** What the browser needs to know to draw the same page again. */
export interface InlinedState {
  locale: string;
  madeAt: number;
  isDemo?: boolean;
  viewer: Viewer | null;
  problem?: PreparedPage['problem'];
  /** The script with the words of this view. */
  words?: string;
  cache: NormalizedCacheObject;
}

interface DocumentParts {
  url: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  theme: Theme;
  nonce: string;
  origin: string;
  body: string;
  prepared: PreparedPage;
  intl: IntlShape;
  site: Site;
  status: number;
}

const entry = 'src/entry-client.tsx';

export function htmlDocument(parts: DocumentParts): string {
  const { locale, direction, theme, nonce, body, prepared, intl, site } = parts;
  const { links, script, words } = filesOf(prepared, locale, direction);
  const state: InlinedState = { locale, madeAt: site.madeAt, isDemo: site.isDemo, viewer: site.viewer, problem: prepared.problem, words, cache: site.client.extract() as NormalizedCacheObject };
  return (
    `<!doctype html><html lang="${locale}" dir="${direction}"${theme === 'system' ? '' : ` data-theme="${theme}"`}><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">` +
    `<title>${escape(documentTitle(prepared, intl))}</title><script nonce="${nonce}">${earlyScript}</script>${about(parts)}${links}` +
    `</head><body><div id="root">${body}</div>` +
    `<script type="application/json" id="state" nonce="${nonce}">${json(state)}</script>` +
    `<script type="module" nonce="${nonce}" src="${script}"></script></body></html>`
  );
}

/** What search engines and link previews read. */
function about({ prepared, intl, origin, url, locale, status }: DocumentParts): string {
  const { module, data, match } = prepared;
  const tags: string[] = [];
  if (status !== 200 || module?.robots) tags.push('<meta name="robots" content="noindex">');
  if (status === 200) {
    const path = module?.canonical?.(data, match) ?? new URL(`http://page${url}`).pathname;
    const description = module?.description?.(intl, data, match) ?? wordsOf(intl, 'platform.siteDescription');
    const address = escape(origin + path);
    tags.push(
      `<link rel="canonical" href="${address}"><meta name="description" content="${escape(description)}">`,
      `<meta property="og:site_name" content="${siteName}"><meta property="og:type" content="website"><meta property="og:url" content="${address}">`,
      `<meta property="og:title" content="${escape(pageTitle(prepared, intl) ?? siteName)}"><meta property="og:description" content="${escape(description)}">`,
      `<meta property="og:locale" content="${locale}">`,
    );
  }
  tags.push('<link rel="icon" href="/icon.svg" type="image/svg+xml"><meta name="theme-color" content="#0b5c5a">');
  return tags.join('');
}

/** For the budgets: what the first view of each page fetches. */
export function filesOfPage(page: Page | undefined, locale: string): { scripts: string[]; styles: string[] } {
  const sources = sourcesOf(page, locale);
  const every = (kind: 'scripts' | 'styles') => [...new Set(sources.flatMap((source) => files[source]?.[kind] ?? []))];
  const words = wordsFile(page, locale);
  return { scripts: [...every('scripts'), ...(words ? [words] : [])], styles: every('styles') };
}

function sourcesOf(page: Page | undefined, locale: string): string[] {
  const catalogues = wordsFile(page, locale) ? [] : [platformWords, webWords, ...(page ? wordsOfPage(page) : [])].map(({ folder }) => `${folder}/${locale}.json`);
  return [entry, ...(page?.source ? [page.source] : []), ...catalogues];
}

function wordsFile(page: Page | undefined, locale: string): string | undefined {
  const file = page?.source && wordsOfFirstView[page.source]?.[locale];
  return file && `/${file}`;
}

const known = new Map<string, { links: string; script: string; words?: string }>();

/** The files of one page in one language; the same for everybody, so made once. */
function filesOf({ page, path }: PreparedPage, locale: string, direction: string): { links: string; script: string; words?: string } {
  const key = `${locale} ${page?.source ?? path}`;
  let found = known.get(key);
  if (found) return found;
  const { scripts, styles } = filesOfPage(page, locale);
  const font = fonts[direction === 'rtl' ? 'arabic' : 'latin'];
  const links = [
    ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...(font ? [`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`] : []),
    ...scripts.map((href) => `<link rel="modulepreload" href="${href}">`),
  ].join('');
  known.set(key, (found = { links, script: files[entry]!.scripts[0]!, words: wordsFile(page, locale) }));
  return found;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
}

// Nothing in the data may end the script element, or start a comment in it.
function json(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
