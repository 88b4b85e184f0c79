import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { LookAnswer, PageRoom, RefusalCode, Signal } from '@crosscity/platform/contract';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Server, type Socket } from 'socket.io';
import type { Actor, Member } from '../actor';
import { Config, publicUrl } from '../config';
import { Log } from '../log';
import { RedisLink } from '../redis';
import { Sessions } from '../sessions';

/** Whether an actor may look at a page's room: the same rule as reading the page. */
export type RoomRule = (actor: Actor, id: string) => Promise<boolean>;

/** What a page of this room shows by now. It changes with everything that is hinted at there. */
export type RoomVersion = (id: string) => Promise<string | undefined>;

interface Held {
  member: Member;
  sessionId: string;
}

const ROOMS_A_SOCKET = 20;
const SESSIONS_ENDED = 'sessionsEnded';
/** Milliseconds in which a refused client hangs up by itself. */
const HANGS_UP = 1_000;
const UUID = /^[0-9a-f-]{36}$/;

/**
 * Hints to open pages over socket.io: where to look again, never what is there. One room a person, one a session, and
 * one for each page that somebody looks at. Only signed-in people get a socket; the handshake asks origin and session.
 *
 * Who has no session is let in as far as the first word and told so there: a refused upgrade can't say why, and a page
 * whose person signs out while it connects would complain in the browser's console.
 */
@Injectable()
export class Signals implements BeforeApplicationShutdown {
  private readonly rules = new Map<PageRoom['kind'], { may: RoomRule; version?: RoomVersion }>();
  private server: Server | null = null;

  constructor(
    private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly redis: RedisLink,
    private readonly log: Log,
  ) {}

  /** Says who may look at rooms of a kind. A kind without a rule can't be looked at. With `version` a page that joins learns whether it missed something. */
  roomRule(kind: PageRoom['kind'], may: RoomRule, version?: RoomVersion): void {
    this.rules.set(kind, { may, version });
  }

  /** Calls back when sessions ended on any node: what was read of them there is old. */
  onSessionsEnded(hear: () => void): void {
    this.redis.hear(SESSIONS_ENDED, hear);
  }

  /** Opens the door on an HTTP server; without one (a worker) signals still reach other nodes through Redis. */
  attach(http: HttpServer | null): void {
    const handshakes = new WeakMap<IncomingMessage, Promise<Held | null>>();
    this.server = new Server({
      path: '/signals',
      serveClient: false,
      // Clients only ever send a kind and an id.
      maxHttpBufferSize: 2_000,
      pingInterval: 25_000,
      pingTimeout: 20_000,
      ...(this.redis.signals ? { adapter: createAdapter(this.redis.signals as never) } : {}),
      allowRequest: (request, answer) => {
        if (!this.isOwnOrigin(request)) return answer(null, false);
        const held = this.admit(request);
        held.catch(() => undefined);
        handshakes.set(request, held);
        answer(null, true);
      },
    });
    this.server.use((socket, next) => {
      const refused = (code: RefusalCode) => {
        // Our own client hangs up when it is refused; others are not to hold a connection.
        setTimeout(() => socket.conn.close(), HANGS_UP).unref();
        next(new Error(code));
      };
      Promise.resolve(handshakes.get(socket.request)).then((held) => {
        if (!held) return refused('platform.signInFirst');
        (socket.data as { held: Held }).held = held;
        next();
      }, (error: unknown) => {
        this.log.warn('a socket could not be admitted', { error });
        refused('platform.busy');
      });
    });
    this.server.on('connection', (socket) => this.welcome(socket, (socket.data as { held: Held }).held));
    if (http) this.server.attach(http);
  }

  toPerson(personId: string, signal: Signal): void {
    this.server?.to(`person:${personId}`).emit('signal', signal);
  }

  toRoom(room: PageRoom, signal: Signal): void {
    this.server?.to(`${room.kind}:${room.id}`).emit('signal', signal);
  }

  /** Closes the sockets of one session, or of all sessions of a person, on every node. */
  endSession(sessionId: string): void {
    this.end(`session:${sessionId}`);
  }

  endPerson(personId: string): void {
    this.end(`person:${personId}`);
  }

  /** Takes everybody out of a page's room, on every node: fewer may look than before. Who still may, asks again. */
  emptyRoom(room: PageRoom): void {
    this.server?.in(`${room.kind}:${room.id}`).socketsLeave(`${room.kind}:${room.id}`);
  }

  /** Takes a person's sockets out of a page's room, on every node: a right to look was taken away. */
  leaveRoom(personId: string, room: PageRoom): void {
    this.server?.in(`person:${personId}`).socketsLeave(`${room.kind}:${room.id}`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.close();
    this.server = null;
  }

  private end(room: string): void {
    // Every node keeps read sessions for a moment; the others must not answer from theirs.
    this.redis.say(SESSIONS_ENDED);
    this.server?.to(room).emit('signal', { kind: 'signedOut' } satisfies Signal);
    this.server?.in(room).disconnectSockets(true);
  }

  private async admit(request: IncomingMessage): Promise<Held | null> {
    const session = await this.sessions.handshake(request);
    return session?.actor.kind === 'member' ? { member: session.actor, sessionId: session.sessionId } : null;
  }

  /** ASVS 4.4.2: another site's page must not open a socket with the reader's cookie. */
  private isOwnOrigin(request: IncomingMessage): boolean {
    const { origin, host } = request.headers;
    if (!origin || !URL.canParse(origin)) return false;
    return origin === new URL(publicUrl(this.config.settings)).origin || (this.config.settings.NODE_ENV !== 'production' && new URL(origin).host === host);
  }

  private welcome(socket: Socket, { member, sessionId }: Held): void {
    void socket.join([`person:${member.personId}`, `session:${sessionId}`]);
    // One after the other: a page that is left while it is still being let in must be left in the end.
    let turn = Promise.resolve();
    socket.on('look', (asked: unknown, answer: unknown) => {
      turn = turn.then(async () => {
        const said = await this.look(socket, member, asked);
        if (typeof answer === 'function') answer(said);
      });
    });
    socket.on('leave', (asked: unknown) => {
      const room = readRoom(asked);
      if (room) turn = turn.then(async () => void (await socket.leave(`${room.kind}:${room.id}`)));
    });
    socket.on('error', () => this.log.debug({}, 'a socket broke'));
  }

  /** The version is read after joining: what changes later is hinted at, what changed before is in the version. Nothing falls between. */
  private async look(socket: Socket, member: Member, asked: unknown): Promise<LookAnswer> {
    const room = readRoom(asked);
    const rule = room && this.rules.get(room.kind);
    if (!room || !rule || socket.rooms.size >= ROOMS_A_SOCKET) return { ok: false };
    // A socket lives for hours; the rights that it was opened with may be gone.
    const now = await this.sessions.memberNow(member);
    const may = now !== null && (await rule.may(now, room.id).catch(() => false));
    if (!may) return { ok: false };
    await socket.join(`${room.kind}:${room.id}`);
    // Without a version the page looks once more, which is right as well.
    const version = await rule.version?.(room.id).catch(() => undefined);
    return version === undefined ? { ok: true } : { ok: true, version };
  }
}

function readRoom(asked: unknown): PageRoom | null {
  if (typeof asked !== 'object' || asked === null) return null;
  const { kind, id } = asked as Record<string, unknown>;
  const known = kind === 'thread' || kind === 'event' || kind === 'queue';
  return known && typeof id === 'string' && (UUID.test(id) || id === 'all') ? { kind, id } : null;
}
