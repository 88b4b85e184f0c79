import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType } from 'react';
import type { IntlShape } from 'react-intl';
import type { WordsLoader } from '../words/words';

/** Who may open a page. The api decides about what is on it; this decides about asking to sign in. */
export type PageAccess = 'anyone' | 'signedIn' | 'staff';

/** One row of the route table, small enough for the first bundle: the page itself comes by `load`. */
export interface Page {
  /** As React Router writes it: `/lessons/:id/:slug?` */
  path: string;
  /** Exactly `() => import('./SomePage/SomePage')`: the build reads it. */
  load: () => Promise<PageModule>;
  /** The catalogues of all capabilities whose components are on the page. */
  words?: WordsLoader | WordsLoader[];
  access?: PageAccess;
  /** What stands at the same address for those who are not signed in: a page of its own, with its own query and code. */
  guests?: Page;
  /** Where the module is; filled in by the build. */
  source?: string;
}

export interface PageMatch {
  params: Record<string, string | undefined>;
  search: URLSearchParams;
  locale: string;
}

// A page's module types its own data; the table of pages holds modules of every kind, so here it is open.
/* oxlint-disable typescript/no-explicit-any */
export interface PageQuery {
  document: TypedDocumentNode<any, any>;
  variables: Record<string, unknown>;
}

/** What the address turned out to be, decided on the data before anything is drawn. */
export type PageOutcome = { redirect: string } | { status: 404 | 410; reason?: string } | undefined;

/** What a page's module exports. */
export interface PageModule {
  Page: ComponentType;
  /** The one query of the page; null when this address needs none. */
  query?: (match: PageMatch) => PageQuery | null;
  title?: (intl: IntlShape, data: any, match: PageMatch) => string;
  description?: (intl: IntlShape, data: any, match: PageMatch) => string | undefined;
  /** Not for search engines: pages for one person, and lists of search results. */
  robots?: 'noindex';
  /** Wrong slugs redirect, missing things are 404, removed ones 410. */
  outcome?: (data: any, match: PageMatch) => PageOutcome;
  /** Addresses with the same word are one page, which stays as it is while one moves between them: steps, parts. */
  whole?: (match: PageMatch) => string;
  /** The path of the canonical address, when parameters of the address only choose a view of it. */
  canonical?: (data: any, match: PageMatch) => string;
}
/* oxlint-enable typescript/no-explicit-any */

/** Types the variables of a page's query: `export const query = pageQuery(LessonPageDocument, ({ params }) => ({ id: params.id! }))` */
export function pageQuery<TData, TVariables extends Record<string, unknown>>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: (match: PageMatch) => TVariables | null,
): (match: PageMatch) => PageQuery | null {
  return (match) => {
    const chosen = variables(match);
    return chosen && { document, variables: chosen };
  };
}
