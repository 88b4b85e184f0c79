import { DEFAULT_LOCALE, isLocale } from '@crosscity/platform/contract';
import {
  createClient,
  directionOf,
  loadWords,
  locales,
  platformWords,
  preparePage,
  ViewerDocument,
  laterOr500,
  type PreparedPage,
  type Site,
  type Viewer,
} from '@crosscity/platform/web';
import { renderToString } from 'react-dom/server';
import type { IntlShape } from 'react-intl';
import { StaticRouter } from 'react-router';
import operationTexts from 'virtual:operation-texts';
import { App } from './App';
import type { Theme } from './choices';
import { filesOfPage, htmlDocument } from './document';
import { pages } from './pages';
import { webWords } from './routes';

export { locales };

/** Which files the first view of each page fetches, for the budgets of the build. */
export function pageFiles(locale: string) {
  return pages.flatMap((page) => [page, ...(page.guests ? [page.guests] : [])]).map((page) => ({ path: page.path, source: page.source, access: page.access, ...filesOfPage(page, locale) }));
}

export interface PageRequest {
  /** Path and search of the address. */
  url: string;
  locale: string;
  direction?: 'ltr' | 'rtl';
  theme: Theme;
  /** For the content security policy. */
  nonce: string;
  /** Scheme and host, for canonical addresses. */
  origin: string;
  /** Whether this is a demo, which says so. */
  isDemo?: boolean;
  /** Executes one operation with the rights of the person who asks. */
  execute(operation: { operationName: string; query: string; variables: object }): Promise<object>;
}

export interface RenderedPage {
  status: number;
  html: string;
  redirect?: string;
}

/** One page as HTML, with everything that the browser needs to take over. Never throws for what a reader can cause. */
export async function renderPage(request: PageRequest): Promise<RenderedPage> {
  const { pathname, search } = new URL(`http://page${request.url}`);
  const locale = isLocale(request.locale) ? request.locale : DEFAULT_LOCALE;
  const client = createClient({
    onServer: true,
    transport: ({ operationName, variables }) => request.execute({ operationName, variables, query: operationTexts[operationName]! }),
  });
  const asked = client.query({ query: ViewerDocument, fetchPolicy: 'network-only' }).then(
    ({ data }) => data?.viewer ?? null,
    (error: unknown) => ({ status: laterOr500(error) }),
  );
  const [viewer, first, intl] = await Promise.all([
    asked,
    preparePage({ pages, client, viewer: asked.then((person) => (person && 'status' in person ? null : person)), pathname, search, locale }),
    loadWords(locale, [platformWords, webWords]),
  ]);
  // Nobody could say who is asking: the page must not look as if one were signed out.
  const unknown = viewer && 'status' in viewer ? viewer : null;
  const prepared: PreparedPage = unknown && !first.problem ? { ...first, redirect: undefined, problem: unknown } : first;
  if (prepared.redirect) return redirectTo(prepared.redirect);
  const words = await loadWords(locale, []);
  return draw(request, prepared, { pages, client, viewer: unknown ? null : (viewer as Viewer | null), madeAt: Date.now(), isDemo: request.isDemo }, words ?? intl, locale);
}

function draw(request: PageRequest, prepared: PreparedPage, site: Site, intl: IntlShape, locale: string): RenderedPage {
  let answer: { status: number; redirect?: string } = { status: prepared.problem ? prepared.problem.status || 502 : 200 };
  const respond: Site['respond'] = (said) => {
    answer = { ...answer, ...said };
  };
  let body: string;
  try {
    body = renderToString(
      <StaticRouter location={request.url}>
        <App site={{ ...site, respond }} first={prepared} locale={locale} />
      </StaticRouter>,
    );
  } catch (error) {
    if (prepared.problem?.status === 500) throw error;
    // A fault in one page: say so honestly. The api logs what it is told here.
    console.error(error);
    return draw(request, { ...prepared, problem: { status: 500 } }, site, intl, locale);
  }
  if (answer.redirect) return redirectTo(answer.redirect);
  const html = htmlDocument({ ...request, locale, direction: directionOf(locale), body, prepared, intl, site, status: answer.status });
  return { status: answer.status, html };
}

function redirectTo(redirect: string): RenderedPage {
  return { status: 302, html: '', redirect };
}

