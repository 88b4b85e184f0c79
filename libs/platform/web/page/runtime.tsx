import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { createContext, useContext } from 'react';
import type { Page } from './page';
import { findPage, pageFor, pageInCache, preparePage, wordsOfPage, type PreparedPage } from './prepare';
import type { Viewer } from '../viewer/viewer';
import { firstWords, loadWords, type Messages } from '../words/words';

export const PreparedPageContext = createContext<PreparedPage | null>(null);

/** The page's one query, already answered: the page is drawn when its data is there. Follows the cache from then on. */
export function usePage<TData, TVariables extends Record<string, unknown>>(document: TypedDocumentNode<TData, TVariables>) {
  const prepared = useContext(PreparedPageContext);
  if (!prepared?.query || prepared.query.document !== (document as unknown)) {
    throw new Error('usePage takes the document that the page exports in `query`');
  }
  const variables = prepared.query.variables as TVariables;
  const { data, refetch, fetchMore } = useQuery(prepared.query.document as TypedDocumentNode<TData, Record<string, unknown>>, {
    variables,
    fetchPolicy: 'cache-first',
    errorPolicy: 'all',
  });
  return { data: (data ?? prepared.data) as TData, variables, refetch, fetchMore };
}

/** The parameters of the page's address. */
export function usePageMatch() {
  const prepared = useContext(PreparedPageContext);
  if (!prepared) throw new Error('usePageMatch works inside a page');
  return prepared.match;
}

/** What the whole tab shares; made once by the entry. */
export interface Site {
  pages: readonly Page[];
  client: ApolloClient;
  viewer: Viewer | null;
  /** When the page was made, so that "3 hours ago" is the same on the server and in the browser. */
  madeAt: number;
  /** A demo: invented people, and mail that nobody gets but a page shows. */
  isDemo?: boolean;
  /** Only on the server: components say here, while they render, what the answer is beside the HTML. */
  respond?: (answer: { status: number } | { redirect: string }) => void;
}

export const SiteContext = createContext<Site | null>(null);

export function useSite(): Site {
  const site = useContext(SiteContext);
  if (!site) throw new Error('There is no SiteContext');
  return site;
}

/** Whether an address leads to a page: the shell offers only what this build of the product has. */
export function useHasPage(): (path: string) => boolean {
  const { pages } = useSite();
  return (path) => findPage(pages, path) !== undefined;
}

const underway = new Map<string, { page: Promise<PreparedPage>; since: number }>();
const freshFor = 10_000;

/** Prepares an address once: a finger going down on a link and the click that follows are one preparation. */
export function preparation(site: Site, address: { pathname: string; search: string }, locale: string): Promise<PreparedPage> {
  const key = `${locale} ${address.pathname}${address.search}`;
  const known = underway.get(key);
  if (known && Date.now() - known.since < freshFor) {
    underway.delete(key);
    return known.page;
  }
  return preparePage({ ...site, ...address, locale });
}

export function prefetch(site: Site, href: string, locale: string): void {
  const { pathname, search, origin } = new URL(href, location.href);
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (origin !== location.origin || saving || pathname + search === location.pathname + location.search) return;
  const key = `${locale} ${pathname}${search}`;
  if (underway.has(key) && Date.now() - underway.get(key)!.since < freshFor) return;
  underway.clear();
  underway.set(key, { page: preparePage({ ...site, pathname, search, locale }), since: Date.now() });
}

/** Code and words of an address, without its data: enough to draw what the cache already has. */
export async function loadPageCode(site: Site, pathname: string, search: string, locale: string, sent?: Messages): Promise<PreparedPage | undefined> {
  const found = findPage(site.pages, pathname);
  const page = found && pageFor(found.page, site.viewer);
  if (!page || (page.access && page.access !== 'anyone' && !site.viewer)) return undefined;
  try {
    if (sent) firstWords(locale, sent, wordsOfPage(page));
    const [module] = await Promise.all([page.load(), sent ?? loadWords(locale, wordsOfPage(page))]);
    const match = { params: found.params, search: new URLSearchParams(search), locale };
    return { address: pathname + search, path: page.path, match, page, module, query: module.query?.(match) ?? undefined };
  } catch {
    return undefined;
  }
}

/** The page that the server sent, as it was when it was drawn there: from the inlined cache, never from the network. */
export async function pageAsSent(site: Site, address: { pathname: string; search: string }, locale: string, problem: PreparedPage['problem'], words?: Messages): Promise<PreparedPage> {
  const code = await loadPageCode(site, address.pathname, address.search, locale, words);
  if (!code || problem) {
    const match = { params: {}, search: new URLSearchParams(address.search), locale };
    return { ...(code ?? { path: '*', match }), address: address.pathname + address.search, problem: problem ?? { status: 0 } };
  }
  return code.query ? (pageInCache(site.client, code) ?? { ...code, problem: { status: 500 } }) : code;
}
