import { randomBytes } from 'node:crypto';
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
  if (isPoolTimeout(error)) return { code: 'platform.busy', data: {} };
  if (error instanceof HttpException && error.getStatus() < 500) return { code: error.getStatus() === 404 ? 'platform.notFound' : 'platform.invalid', data: { fields: {} } };
  const reference = randomBytes(5).toString('hex');
  log.error({ error, reference }, 'unexpected error');
  return { code: 'platform.unexpected', data: {}, reference };
}

function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timeout exceeded when trying to connect');
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
