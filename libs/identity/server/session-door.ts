import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@crosscity/platform/contract';
import { type Actor, Config, Database, Jobs, type Member, Sessions, type SessionSource, Signals, publicUrl } from '@crosscity/platform/server';
import { unsign } from 'cookie-signature';
import type { Request, RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { Actors } from './actors.repository';
import { SessionRepository } from './session.repository';
import { SessionStore, sessionKey } from './session-store';
import { SignInService } from './sign-in.service';

declare module 'express-session' {
  interface SessionData {
    startedAt?: string;
    seenAt?: string;
    device?: string;
    passport?: { user?: string };
  }
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface User extends Member {}
  }
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a session lasts without activity, and at all (ASVS 7.3; house values). Staff hold more, so theirs are shorter. */
const LASTS = {
  member: { idle: 7 * DAY, most: 30 * DAY },
  staff: { idle: 12 * 60 * MINUTE, most: 12 * 60 * MINUTE },
} as const;
/** Activity is noted this often: not a write for each read. */
const NOTE_EVERY = 5 * MINUTE;

/** Cookie sessions through Passport, and the platform's answer to "who asks?", over HTTP and for sockets. */
@Injectable()
export class SessionDoor implements SessionSource {
  readonly passport = new Passport();
  private readonly store: SessionStore;
  private readonly cookieName: string;
  private readonly secure: boolean;

  constructor(
    private readonly config: Config,
    database: Database,
    private readonly actors: Actors,
    private readonly sessions: SessionRepository,
    private readonly signals: Signals,
    jobs: Jobs,
    signIn: SignInService,
    door: Sessions,
  ) {
    this.store = new SessionStore(database, sessions);
    this.secure = publicUrl(config.settings).startsWith('https:');
    // The __Host- prefix binds the cookie to this host and path (RFC 6265bis 4.1.3.2); it needs https.
    this.cookieName = this.secure ? '__Host-crosscity' : 'crosscity';
    this.passport.use(new LocalStrategy({ usernameField: 'email', passReqToCallback: true }, (request, email, password, done) => {
      void answer(done, async () => this.actors.load(await signIn.check(email, password, request.ip ?? '')));
    }));
    this.passport.serializeUser((user, done) => done(null, (user as Member).personId));
    this.passport.deserializeUser((id, done) => {
      void answer(done, () => this.actors.load(String(id)));
    });
    jobs.on('identity.pruneSessions', () => this.sessions.prune(), '17 3 * * *');
    door.use(this);
    signals.onSessionsEnded(() => this.store.forget());
  }

  /** In this order, before everything that asks who is there. */
  middleware(): RequestHandler[] {
    const steps: RequestHandler[] = [
      session({
        name: this.cookieName,
        secret: this.config.settings.SESSION_SECRET,
        store: this.store,
        resave: false,
        saveUninitialized: false,
        cookie: { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/', maxAge: LASTS.member.most },
      }),
      this.passport.session(),
      (request, _response, next) => {
        if (request.user) this.note(request);
        next();
      },
    ];
    // A guest who only reads has no session, and making one to throw away costs more than the rest of the way.
    return steps.map((step) => (request, response, next) => {
      const needsSession = request.path.startsWith('/auth/') || (request.headers.cookie ?? '').includes(`${this.cookieName}=`);
      if (needsSession) step(request, response, next);
      else next();
    });
  }

  async actorOf(request: Request): Promise<Actor> {
    const locale = localeOf(request);
    return request.user ? { ...request.user, locale } : { kind: 'guest', locale };
  }

  async handshake(request: IncomingMessage): Promise<{ actor: Actor; sessionId: string } | null> {
    const sid = this.sidOf(request);
    if (!sid) return null;
    const data = await new Promise<SessionData | null>((resolve, reject) => this.store.get(sid, (error, found) => (error ? reject(error as Error) : resolve(found ?? null))));
    const member = data?.passport?.user ? await this.actors.load(data.passport.user) : null;
    return member && data && !hasEnded(data, member) ? { actor: member, sessionId: sessionKey(sid) } : null;
  }

  async memberNow({ personId }: Member): Promise<Member | null> {
    return this.actors.load(personId);
  }

  /** Ends a person's sessions, over HTTP and on sockets, on all devices or on all others. */
  async endAll(personId: string, exceptSid?: string): Promise<void> {
    await this.sessions.endAll(personId, exceptSid ? sessionKey(exceptSid) : undefined);
    this.store.forget();
    this.signals.endPerson(personId);
  }

  /** Ends one session of a person by the key in their list. */
  async end(personId: string, key: string): Promise<boolean> {
    const ended = await this.sessions.end(personId, key);
    this.store.forget();
    if (ended) this.signals.endSession(key);
    return ended;
  }

  /** After sessions ended in the table: forgets what was read of them, and closes their sockets on every node. */
  closed(keys: readonly string[]): void {
    this.store.forget();
    for (const key of keys) this.signals.endSession(key);
  }

  keyOf(request: Request): string {
    return sessionKey(request.sessionID);
  }

  private note(request: Request): void {
    const { session: held, user } = request;
    const now = Date.now();
    if (user && hasEnded(held, user)) {
      request.user = undefined;
      held.destroy(() => undefined);
      return;
    }
    if (!held.seenAt || now - Date.parse(held.seenAt) > NOTE_EVERY) held.seenAt = new Date(now).toISOString();
  }

  private sidOf(request: IncomingMessage): string | null {
    const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
    const value = cookies.find((pair) => pair.startsWith(`${this.cookieName}=`))?.slice(this.cookieName.length + 1);
    if (!value) return null;
    let decoded: string;
    try {
      decoded = decodeURIComponent(value);
    } catch {
      return null; // nobody signed that
    }
    const sid = decoded.startsWith('s:') ? unsign(decoded.slice(2), this.config.settings.SESSION_SECRET) : false;
    return sid || null;
  }
}

/** Passport asks by callback. */
async function answer(done: (error: unknown, member?: Member | false) => void, load: () => Promise<Member | null>): Promise<void> {
  try {
    done(null, (await load()) ?? false);
  } catch (error) {
    done(error);
  }
}

function hasEnded(data: Pick<SessionData, 'startedAt' | 'seenAt'>, member: Member): boolean {
  const { idle, most } = LASTS[member.role === 'member' ? 'member' : 'staff'];
  const now = Date.now();
  return now - Date.parse(data.startedAt ?? '') > most || now - Date.parse(data.seenAt ?? '') > idle;
}

/** The reader's language: the link's, their choice, their browser's, English. */
export function localeOf(request: Request): Locale {
  const wished = request.query['lang'];
  if (isLocale(wished)) return wished;
  const chosen = /(?:^|;\s*)lang=([a-z]{2})/.exec(request.headers.cookie ?? '')?.[1];
  if (isLocale(chosen)) return chosen;
  if (request.user) return request.user.locale;
  const accepted = (request.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return accepted.find(isLocale) ?? DEFAULT_LOCALE;
}
