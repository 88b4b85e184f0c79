import { randomBytes, timingSafeEqual } from 'node:crypto';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SessionDoor } from '@crosscity/identity/server';
import type { RefusalBody } from '@crosscity/platform/contract';
import { KnownOperations, Log, Metrics, RETRY_AFTER, type Settings, graphqlLimits, publicUrl, resolveOperation, statusOf, toRefusalBody } from '@crosscity/platform/server';
import express, { type ErrorRequestHandler, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { isPageRequest, pages } from './pages';

declare module 'http' {
  interface IncomingMessage {
    /** In the log and in the answer's `X-Request-Id`, to find one in the other. */
    requestId?: string;
    /** For the inline scripts of one rendered page. */
    nonce?: string;
    /** Why nobody can say who asks: the page that is drawn says so. */
    trouble?: RefusalBody;
  }
}

/** Everything between the socket and Nest, in this order. */
export async function configureHttp(app: NestExpressApplication, settings: Settings): Promise<void> {
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  // Hashing each answer costs more than it saves: answers are private and never stored. Files have tags of their own.
  app.disable('etag');
  const client = resolve(settings.WEB_DIR, 'client');
  const json = express.json({ limit: graphqlLimits.bodyBytes, strict: true });
  app.use(
    identify,
    measure(app.get(Metrics), app.get(Log)),
    securityHeaders(settings),
    files(client),
    metricsPage(app.get(Metrics), settings),
    refuseCrossSite(settings),
    ...app.get(SessionDoor).middleware(),
  );
  app.use('/auth', json);
  app.use('/graphql', json, resolveOperation(app.get(KnownOperations), settings.NODE_ENV === 'production'));
  app.use(answerTrouble(app.get(Log)));
  app.use(await pages(app, settings));
}

const processId = randomBytes(5).toString('hex');
let requestCount = 0;

/** A number to find a request in the log by; it protects nothing, so it need not be random each time. */
const identify: RequestHandler = (request, response, next) => {
  requestCount += 1;
  request.requestId = `${processId}-${requestCount.toString(36)}`;
  response.setHeader('X-Request-Id', request.requestId);
  next();
};

/** The client's files. All have an ending and no page has one, so the disk is not asked about pages. */
function files(client: string): RequestHandler {
  const serve = express.static(client, { index: false, redirect: false, setHeaders: (response, path) => response.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600') });
  return (request, response, next) => (/\.\w+$/.test(request.path) ? serve(request, response, next) : next());
}

/** Counts and logs answers by the first part of their path: never a whole address, which may hold a token. */
function measure(metrics: Metrics, log: Log): RequestHandler {
  return (request, response, next) => {
    const began = process.hrtime.bigint();
    response.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      const route = `/${request.path.split('/')[1] ?? ''}`.slice(0, 20);
      const known = ROUTES.has(route) ? route : '/other';
      metrics.requests.observe({ route: known, status: String(response.statusCode) }, seconds);
      log.debug({ id: request.requestId, route: known, status: response.statusCode, ms: Math.round(seconds * 1000) }, 'answered');
    });
    next();
  };
}

const ROUTES = new Set(['/', '/graphql', '/auth', '/assets', '/lessons', '/cities', '/events', '/files', '/search', '/health', '/members', '/inbox', '/staff', '/me', '/settings', '/write', '/drafts']);

/** Whole for what a browser may show; what only a program reads gets the few that mean something there, without a nonce's cost. */
function securityHeaders(settings: Settings): RequestHandler {
  const secure = publicUrl(settings).startsWith('https:');
  const forPages = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'none'`],
        scriptSrc: [`'self'`, (request) => `'nonce-${(request as Request).nonce}'`],
        styleSrc: [`'self'`, (request) => `'nonce-${(request as Request).nonce}'`],
        imgSrc: [`'self'`, 'data:'],
        mediaSrc: [`'self'`],
        fontSrc: [`'self'`],
        connectSrc: [`'self'`],
        manifestSrc: [`'self'`],
        workerSrc: [`'self'`],
        objectSrc: [`'none'`],
        baseUri: [`'none'`],
        formAction: [`'self'`],
        frameAncestors: [`'none'`],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  const forPrograms = new Map([
    ['Content-Security-Policy', `default-src 'none'; frame-ancestors 'none'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ...(secure ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const] : []),
  ]);
  return (request, response, next) => {
    if (request.path === '/graphql') {
      response.setHeaders(forPrograms);
      return next();
    }
    request.nonce = randomBytes(16).toString('base64');
    forPages(request, response, next);
  };
}

/** ASVS 3.5: a request that changes something must come from our own pages. The cookie's SameSite is the second wall. */
function refuseCrossSite(settings: Settings): RequestHandler {
  const own = new URL(publicUrl(settings)).origin;
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { origin, host } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isOwn = origin === undefined || origin === own || (settings.NODE_ENV !== 'production' && origin === `http://${host}`);
    if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return next();
    response.status(403).json({ error: { code: 'platform.notAllowed', data: {} } });
  };
}

function metricsPage(metrics: Metrics, settings: Settings): RequestHandler {
  const token = settings.METRICS_TOKEN;
  return (request, response, next) => {
    if (request.path !== '/metrics' || !token) return next();
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return void response.status(404).end();
    void metrics.registry.metrics().then((text) => response.type(metrics.registry.contentType).send(text), next);
  };
}

/** What fails before Nest: what the body parser refuses (not JSON, too long, an odd character set), or a session that can't be read. */
function answerTrouble(log: Log): ErrorRequestHandler {
  return (error: unknown, request: Request, response: Response, next: NextFunction) => {
    // Noting a visit failed after the answer: nobody is told, and the connection lives on.
    if (response.headersSent) return log.warn('a session could not be noted', { error });
    const { type, status: given = 400 } = error as { type?: string; status?: number };
    const isBody = type !== undefined && given >= 400 && given < 500;
    const body = isBody ? ({ code: 'platform.invalid', data: { fields: { body: given === 413 ? 'tooLong' : 'json' } } } as const) : toRefusalBody(error, log);
    if (body.code === 'platform.busy') response.setHeader('Retry-After', String(RETRY_AFTER));
    if (isPageRequest(request)) {
      request.trouble = body;
      return next();
    }
    response.status(isBody ? given : statusOf(body.code)).json({ errors: [{ message: body.code, extensions: body }], error: body });
  };
}
