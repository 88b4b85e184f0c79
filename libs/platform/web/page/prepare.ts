import type { ApolloClient } from '@apollo/client';
import type { IntlShape } from 'react-intl';
import { matchPath } from 'react-router';
import { refusalOf, refusalToWords } from '../graphql/refusal';
import { isStaff, type Viewer } from '../viewer/viewer';
import { loadWords } from '../words/words';
import type { Page, PageMatch, PageModule, PageQuery } from './page';

/** What went wrong with a whole page, as an HTTP status; 0 is "no network". */
export type ProblemStatus = 0 | 403 | 404 | 410 | 429 | 500 | 502 | 503;

/** Everything that a page needs, ready to be drawn in one go. */
export interface PreparedPage {
  /** Path and search of the address, to tell whether it is still the wanted one. */
  address: string;
  path: string;
  match: PageMatch;
  page?: Page;
  module?: PageModule;
  query?: PageQuery;
  data?: unknown;
  problem?: { status: ProblemStatus; reason?: string; reference?: string };
  redirect?: string;
}

interface Preparation {
  pages: readonly Page[];
  client: ApolloClient;
  viewer: Viewer | null | Promise<Viewer | null>;
  pathname: string;
  search: string;
  locale: string;
}

export function findPage(pages: readonly Page[], pathname: string): { page: Page; params: Record<string, string | undefined> } | undefined {
  const address = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname;
  for (const page of pages) {
    if (!/[:*]/.test(page.path)) {
      // Most of the table, and asked many times while the shell is drawn: a comparison does.
      if (page.path === address) return { page, params: {} };
      continue;
    }
    if (!address.startsWith(page.path.slice(0, page.path.search(/[:*]/)).replace(/\/$/, ''))) continue;
    const found = matchPath(page.path, address);
    if (found) return { page, params: decoded(found.params) };
  }
  return undefined;
}

/** Addresses arrive with everything beyond ASCII escaped: an Arabic slug would never equal itself and lead on for ever. */
function decoded(params: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => {
    try {
      return [name, value && decodeURIComponent(value)];
    } catch {
      return [name, value]; // a stray percent sign: no page has it
    }
  }));
}

/** The page at an address for whoever asks. */
export function pageFor(page: Page, viewer: Viewer | null): Page {
  return (!viewer && page.guests) || page;
}

export async function preparePage({ pages, client, viewer, pathname, search, locale }: Preparation): Promise<PreparedPage> {
  const address = pathname + search;
  const found = findPage(pages, pathname);
  const match: PageMatch = { params: found?.params ?? {}, search: new URLSearchParams(search), locale };
  const prepared: PreparedPage = { address, path: found?.page.path ?? '*', match, page: found?.page };
  if (!found) return { ...prepared, problem: { status: 404 } };
  const page = found.page.guests ? pageFor(found.page, await viewer) : found.page;
  prepared.page = page;

  if (page.access && page.access !== 'anyone') {
    const person = await viewer;
    if (!person) return { ...prepared, redirect: signInAddress(address) };
    if (page.access === 'staff' && !isStaff(person)) return { ...prepared, problem: { status: 403 } };
  }

  let module: PageModule;
  let intl: IntlShape;
  try {
    [module, intl] = await Promise.all([page.load(), loadWords(locale, wordsOfPage(page))]);
  } catch {
    // Either no network, or a new release took the old files away; "try again" loads the page anew.
    return { ...prepared, problem: { status: 0 } };
  }
  const query = module.query?.(match) ?? undefined;
  if (!query) return decide({ ...prepared, module });

  try {
    const { data, error } = await client.query({ query: query.document, variables: query.variables, fetchPolicy: 'network-only', errorPolicy: 'all' });
    // A part of the page failed: the rest is worth showing.
    if (error && !hasContent(data)) return { ...prepared, module, query, ...failed(error, address, intl) };
    return decide({ ...prepared, module, query, data });
  } catch (error) {
    return { ...prepared, module, query, ...failed(error, address, intl) };
  }
}

/** The page as the cache knows it, without asking the network; undefined when something is missing. */
export function pageInCache(client: ApolloClient, prepared: PreparedPage): PreparedPage | undefined {
  const data = prepared.query && client.readQuery({ query: prepared.query.document, variables: prepared.query.variables });
  return data ? decide({ ...prepared, data }) : undefined;
}

export function wordsOfPage(page: Page) {
  return page.words ? [page.words].flat() : [];
}

export function signInAddress(next: string): string {
  return `/signin?next=${encodeURIComponent(next)}`;
}

function decide(prepared: PreparedPage): PreparedPage {
  const outcome = prepared.module?.outcome?.(prepared.data, prepared.match);
  if (!outcome) return prepared;
  return 'redirect' in outcome ? { ...prepared, redirect: outcome.redirect } : { ...prepared, problem: outcome };
}

/** Refusals that only say "not now". */
const LATER: Record<string, ProblemStatus> = { 'platform.unavailable': 502, 'platform.busy': 503, 'platform.tooMany': 429 };

/** The status of a page whose reader could not be asked for. */
export function laterOr500(error: unknown): ProblemStatus {
  return LATER[refusalOf(error).code] ?? 500;
}

function failed(error: unknown, address: string, intl: IntlShape): Pick<PreparedPage, 'problem' | 'redirect'> {
  const { code, reference } = refusalOf(error);
  if (/\bnotFound$/.test(code)) return { problem: { status: 404 } };
  // What happened to it, in the words of the capability that removed it.
  if (/\bgone$/.test(code)) return { problem: { status: 410, reason: refusalToWords(intl, error) } };
  if (code === 'platform.signInFirst') return { redirect: signInAddress(address) };
  if (/\bnotAllowed$/.test(code)) return { problem: { status: 403 } };
  if (code === 'platform.offline') return { problem: { status: 0 } };
  return { problem: { status: LATER[code] ?? 500, reference } };
}

function hasContent(data: unknown): boolean {
  return data != null && Object.values(data).some((value) => value != null);
}
