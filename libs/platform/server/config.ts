import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const port = z.coerce.number().int().min(0).max(65_535);

/**
 * Every setting of the program, read once at boot. `.env.example` lists the same names.
 * A wrong value stops the program with one line that says which, why, and what to set.
 */
const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** `api` serves people, `worker` runs jobs, `all` does both in one process. */
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  /** Sample content and demo accounts. Refused in production. */
  MODE: z.enum(['demo', 'live']).default('live'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address that people type, without a slash at the end. Links in mail, cookies and origin checks use it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must begin with redis://').optional(),
  /** Signs session cookies. At least 32 characters; production refuses the built-in one. */
  SESSION_SECRET: z.string().min(32).default('crosscity-development-session-secret'),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional(),
  MAIL_FROM: z.string().min(3).max(200).default('Crosscity <no-reply@crosscity.invalid>'),
  /** How many proxies in front are trusted to tell the reader's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  DATA_DIR: z.string().default('.data'),
  /** Where pictures, documents and videos lie when there is no S3. Default: `files` in DATA_DIR. */
  FILES_DIR: z.string().optional(),
  /** Files go to this bucket instead of the disk. */
  S3_BUCKET: z.string().min(3).max(63).optional(),
  /** The address of an S3 server that is not Amazon's. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('eu-north-1'),
  S3_ACCESS_KEY: z.string().min(1).optional(),
  S3_SECRET_KEY: z.string().min(1).optional(),
  /** `bucket` in the path instead of the host name: most S3 servers that are not Amazon's want it. */
  S3_PATH_STYLE: flag.default(false),
  /** Where the built web client lies. */
  WEB_DIR: z.string().default('dist/web'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Whether limits on tries and requests are enforced; load measurements switch them off. */
  RATE_LIMITS: flag.default(true),
  /** Opens `/metrics`; without it the page does not exist. Sent as a bearer token. */
  METRICS_TOKEN: z.string().min(16).optional(),
});

const DEVELOPMENT_SECRET = 'crosscity-development-session-secret';

export type Settings = Readonly<z.infer<typeof settings>>;

export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Reads settings from an environment. Throws `SettingsError` with one line for the first wrong one. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const name = String(issue.path[0]);
    const value = given[name];
    throw new SettingsError(value === undefined
      ? `${name} is missing. Set it in the environment; .env.example says what it means.`
      : `${name} can't be used: ${issue.message}. Set it as .env.example says.`);
  }
  const read = parsed.data;
  if (read.ROLE !== 'all' && !read.REDIS_URL) throw new SettingsError(`REDIS_URL is missing. ROLE is ${read.ROLE}: signals go from process to process through Redis. Set it, or set ROLE to all.`);
  if (read.S3_BUCKET && !(read.S3_ACCESS_KEY && read.S3_SECRET_KEY)) throw new SettingsError(`${read.S3_ACCESS_KEY ? 'S3_SECRET_KEY' : 'S3_ACCESS_KEY'} is missing. S3_BUCKET is set: set both keys of somebody who may read, write, list and delete there.`);
  if (read.S3_ENDPOINT && !read.S3_BUCKET) throw new SettingsError('S3_BUCKET is missing. S3_ENDPOINT is set: name the bucket, or set neither.');
  if (read.NODE_ENV === 'production') {
    if (read.SESSION_SECRET === DEVELOPMENT_SECRET) throw new SettingsError('SESSION_SECRET is the built-in one. Production needs its own: 32 or more random characters.');
    if (read.MODE === 'demo') throw new SettingsError('MODE is demo. Production refuses demo accounts: set MODE to live.');
    if (!read.PUBLIC_URL) throw new SettingsError('PUBLIC_URL is missing. Production needs the address that people type, such as https://crosscity.example.');
  }
  return Object.freeze(read);
}

/** The one place that reads `process.env`. */
export function settingsOfProcess(): Settings {
  return readSettings(process.env);
}

export const settingNames = Object.keys(settings.shape);

/** Injection token's class: the settings of this program. */
export abstract class Config {
  abstract readonly settings: Settings;
}

export function publicUrl(read: Settings): string {
  return read.PUBLIC_URL ?? `http://localhost:${read.PORT}`;
}
