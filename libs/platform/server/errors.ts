import { randomBytes } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type ArgumentsHost, BadRequestException, Catch, type ExceptionFilter, HttpException, ValidationPipe } from '@nestjs/common';
import type { RefusalBody, RefusalCode } from '@crosscity/platform/contract';
import type { ValidationError } from 'class-validator';
import type { Response } from 'express';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Log } from './log';
import { Refusal, refuse } from './refusal';

/** Turns any error into what may travel: a refusal as its code and data, anything else as a reference number. */
export function toRefusalBody(error: unknown, log: Log): RefusalBody {
  if (error instanceof Refusal) return { code: error.code, data: error.data };
  if (isBusy(error)) {
    log.warn('the database is busy', { error });
    return { code: 'platform.busy', data: {} };
  }
  if (error instanceof HttpException && error.getStatus() < 500) return { code: error.getStatus() === 404 ? 'platform.notFound' : 'platform.invalid', data: { fields: {} } };
  const reference = randomBytes(5).toString('hex');
  log.error({ error, reference }, 'unexpected error');
  return { code: 'platform.unexpected', data: {}, reference };
}

/** Seconds after which whoever was told "busy" may come again. */
export const RETRY_AFTER = 5;

/**
 * SQLSTATE classes and codes of a database that can't now and can later: connections (08), resources (53), shutting down or
 * starting, a statement or lock that took too long, deadlocks. Everything that creates has a key, so trying again is safe.
 */
const CANNOT_NOW = /^(08...|53...|57P0[1-5]|57014|55P03|40001|40P01|25P0[34])$/;
const CONNECTION_LOST = /timeout exceeded when trying to connect|connection terminated|connection timeout|ECONNREFUSED|ECONNRESET|EPIPE/i;

export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: unknown };
  return (typeof code === 'string' && (CANNOT_NOW.test(code) || CONNECTION_LOST.test(code))) || CONNECTION_LOST.test(error.message);
}

/** An operation that could not be answered at all for want of the database says so to proxies as well. */
export function answerBusy(): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { data, errors } = response.body.singleResult;
          if (!errors?.some(({ extensions }) => extensions?.['code'] === 'platform.busy') || Object.values(data ?? {}).some((field) => field !== null)) return;
          response.http.status = statusOf('platform.busy');
          response.http.headers.set('retry-after', String(RETRY_AFTER));
        },
      };
    },
  };
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  'platform.notFound': 404, 'platform.signInFirst': 401, 'platform.notAllowed': 403, 'platform.tooMany': 429, 'platform.conflict': 409,
  'platform.keyReused': 409, 'platform.busy': 503, 'platform.unexpected': 500,
};

export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 422;
}

/** Apollo's codes for operations that are not well formed or ask for what there is not. */
const WRONG_ASK = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED']);

export function formatGraphqlError(log: Log) {
  return (formatted: GraphQLFormattedError, raw: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(raw);
    const isWrongAsk = WRONG_ASK.has(String(formatted.extensions?.['code'])) || (error instanceof GraphQLError && !error.originalError);
    // Syntax, validation and limits: the client asked wrongly. Their messages may name the schema, so only a code goes out.
    if (isWrongAsk && !(error instanceof Refusal)) {
      return { message: 'platform.invalid', path: formatted.path, extensions: { code: 'platform.invalid', data: { fields: {} }, ...(log.pino.isLevelEnabled('debug') ? { detail: formatted.message } : {}) } };
    }
    const body = toRefusalBody(error, log);
    return { message: body.code, path: formatted.path, extensions: { ...body } };
  };
}

/** Refusals over REST: `{ error: { code, data } }` and a fitting status. */
@Catch()
export class RestRefusalFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL has its own formatter; a thrown error goes on to it.
    if (host.getType<string>() === 'graphql') throw error;
    const body = toRefusalBody(error, this.log);
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    if (body.code === 'platform.tooMany') response.setHeader('Retry-After', String((body.data as { seconds: number }).seconds));
    if (body.code === 'platform.busy') response.setHeader('Retry-After', String(RETRY_AFTER));
    response.status(statusOf(body.code)).setHeader('Cache-Control', 'no-store').json({ error: body });
  }
}

/** Checks every input against its class; unknown keys are refused, and a broken rule is named with its field. */
export function inputPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => {
      const fields = Object.fromEntries(flatten(errors));
      return Object.keys(fields).length > 0 ? refuse('platform.invalid', { fields }) : new BadRequestException();
    },
  });
}

function flatten(errors: ValidationError[], prefix = ''): [string, string][] {
  return errors.flatMap((error) => {
    const path = prefix + error.property;
    const own: [string, string][] = Object.keys(error.constraints ?? {}).slice(0, 1).map((constraint) => [path, constraint]);
    return [...own, ...flatten(error.children ?? [], `${path}.`)];
  });
}
