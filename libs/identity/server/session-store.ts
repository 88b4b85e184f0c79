import { createHash } from 'node:crypto';
import type { Database } from '@crosscity/platform/server';
import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type { SessionRepository } from './session.repository';

const PgStore = connectPgSimple(session);

type Answer = (error: unknown, data?: SessionData | null) => void;

/** Milliseconds that a read session is good for, on this node. An ended session is gone this much later at the latest. */
const KEEP = 2_000;

export function sessionKey(sid: string): string {
  return createHash('sha256').update(sid).digest('base64url');
}

/**
 * Sessions in PostgreSQL. The table holds only a hash of the id in the cookie, so that a stolen dump opens no session;
 * reads are kept for two seconds, since a page asks several times at once.
 */
export class SessionStore extends PgStore {
  private readonly kept = new Map<string, { json: string; until: number }>();

  constructor(database: Database, private readonly sessions: SessionRepository) {
    // Touching would be a write for each read; the session middleware notes activity itself, every few minutes.
    super({ pool: database.pool, tableName: 'session', createTableIfMissing: false, disableTouch: true, pruneSessionInterval: false });
  }

  override get(sid: string, answer: Answer): void {
    const key = sessionKey(sid);
    const kept = this.kept.get(key);
    if (kept && kept.until > Date.now()) return answer(null, JSON.parse(kept.json) as SessionData);
    super.get(key, (error: unknown, data?: SessionData | null) => {
      if (data) this.keep(key, data);
      answer(error, data);
    });
  }

  override set(sid: string, data: SessionData, answer?: (error?: unknown) => void): void {
    const key = sessionKey(sid);
    const done = (error?: unknown) => {
      if (!error) this.keep(key, data);
      answer?.(error);
    };
    if (isFresh(data)) return super.set(key, data, done);
    // A request that is still running when its session is ended must not write it back: noting activity only updates.
    this.sessions.note(key, data, expiryOf(data)).then((isThere) => (isThere ? done() : answer?.()), done);
  }

  override destroy(sid: string, answer?: (error?: unknown) => void): void {
    const key = sessionKey(sid);
    this.kept.delete(key);
    super.destroy(key, answer);
  }

  /** Forgets what was read, after sessions were ended in the table. */
  forget(): void {
    this.kept.clear();
  }

  private keep(key: string, data: SessionData): void {
    if (this.kept.size > 20_000) this.kept.clear();
    this.kept.set(key, { json: JSON.stringify(data), until: Date.now() + KEEP });
  }
}

/** From signing in until activity is noted for the first time; only then may a row be made. */
function isFresh({ startedAt, seenAt }: SessionData): boolean {
  return startedAt === undefined || startedAt === seenAt;
}

function expiryOf({ cookie }: SessionData): Date {
  return cookie.expires ? new Date(cookie.expires) : new Date(Date.now() + (cookie.originalMaxAge ?? 86_400_000));
}
