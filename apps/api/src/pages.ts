import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloServer } from '@apollo/server';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SessionDoor } from '@crosscity/identity/server';
import { type Locale, directionOf } from '@crosscity/platform/contract';
import { Log, RETRY_AFTER, type RequestContext, type Settings, contextFor, publicUrl, statusOf, stringifyAnswer } from '@crosscity/platform/server';
import type { Request, RequestHandler } from 'express';
import { type DrawnPage, KeptPages, type PageOperation } from './kept-pages';

/** What the client's server build exports (`apps/web/src/entry-server.tsx`). */
interface WebEntry {
  renderPage(request: {
    url: string;
    locale: Locale;
    direction: 'ltr' | 'rtl';
    theme: 'system' | 'light' | 'dark';
    nonce: string;
    origin: string;
    isDemo: boolean;
    execute(operation: PageOperation): Promise<unknown>;
  }): Promise<DrawnPage>;
}

const THEME = /(?:^|;\s*)theme=(light|dark)/;
/** Paths that are never a page. */
const NOT_A_PAGE = /^\/(graphql|auth|files|health|metrics|signals|assets)(\/|$)|\.[a-z0-9]{2,5}$/;

export function isPageRequest({ method, path }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && !NOT_A_PAGE.test(path);
}

/** Renders pages with the reader's rights: the same bundle that the browser takes over. */
export async function pages(app: NestExpressApplication, settings: Settings): Promise<RequestHandler> {
  const file = resolve(settings.WEB_DIR, 'server/entry-server.js');
  const web = existsSync(file) ? ((await import(pathToFileURL(file).href)) as WebEntry) : null;
  const door = app.get(SessionDoor);
  const log = app.get(Log);
  const origin = publicUrl(settings);
  const kept = new KeptPages();
  return async (request, response, next) => {
    if (!web || !isPageRequest(request)) return request.trouble ? void response.status(statusOf(request.trouble.code)).end() : next();
    try {
      const apollo = (app.get(GraphQLModule).graphQlAdapter as ApolloDriver).instance as unknown as ApolloServer<RequestContext>;
      const { trouble } = request;
      const actor = await door.actorOf(request);
      const { locale } = actor;
      const theme = (THEME.exec(request.headers.cookie ?? '')?.[1] as 'light' | 'dark' | undefined) ?? 'system';
      const execute = async ({ operationName, query, variables }: PageOperation): Promise<string> => {
        if (trouble) return JSON.stringify({ errors: [{ message: trouble.code, extensions: trouble }] });
        const answer = await apollo.executeOperation({ operationName, query, variables }, { contextValue: contextFor(actor, { req: request, res: response }) });
        return answer.body.kind === 'single' ? stringifyAnswer(answer.body.singleResult) : '{"errors":[]}';
      };
      const address = JSON.stringify([request.originalUrl, locale, theme, actor.kind]);
      const page = await kept.page(address, request.nonce!, execute, (nonce, ask) =>
        web.renderPage({ url: request.originalUrl, locale, direction: directionOf(locale), theme, nonce, origin, isDemo: settings.MODE === 'demo', execute: ask }));
      // What a page shows depends on who asks and on their language; nothing between may keep it.
      response.setHeader('Cache-Control', 'private, no-store');
      response.setHeader('Vary', 'Cookie, Accept-Language');
      if (page.redirect) return void response.redirect(page.status, page.redirect);
      if (page.status === 503) response.setHeader('Retry-After', String(RETRY_AFTER));
      response.status(page.status).type('html').send(page.html);
    } catch (error) {
      log.error({ error, id: request.requestId }, 'a page could not be rendered');
      next(error);
    }
  };
}
