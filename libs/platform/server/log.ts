import { Injectable } from '@nestjs/common';
import { pino, type Logger as PinoLogger } from 'pino';
import { Config } from './config';

/**
 * The structured log. It holds ids, codes and durations, never what somebody wrote, a name, an address or a network
 * address (ASVS 14.2.1): whoever logs an object picks its fields one by one.
 */
@Injectable()
export class Log {
  readonly pino: PinoLogger;

  constructor(config: Config) {
    this.pino = pino({
      level: config.settings.LOG_LEVEL,
      base: null,
      redact: { paths: ['email', 'password', 'token', 'cookie', 'authorization', '*.email', '*.password', '*.token', 'req.headers', 'parameters', '*.parameters', 'error.parameters', 'error.driverError.detail', 'error.query'], remove: true },
      serializers: { error: describeError },
    });
  }

  trace(message: string): void { this.pino.trace(message); }
  debug(fields: object, message: string): void { this.pino.debug(fields, message); }
  info(fields: object, message: string): void { this.pino.info(fields, message); }
  warn(message: string, fields: object = {}): void { this.pino.warn(fields, message); }
  error(fields: object, message: string): void { this.pino.error(fields, message); }
}

/** Name, message, stack and SQLSTATE. A database error's detail and parameters are left out: they hold what people typed. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: 'NotAnError' };
  const { code, constraint, table } = (error as { driverError?: { code?: string; constraint?: string; table?: string } }).driverError ?? {};
  return { name: error.name, message: code ? `SQLSTATE ${code}` : error.message, stack: code ? undefined : error.stack, code, constraint, table };
}
