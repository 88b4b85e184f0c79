import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { PageRoom, Signal } from '@crosscity/platform/contract';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Server, type Socket } from 'socket.io';
import type { Actor, Member } from '../actor';
import { Config, publicUrl } from '../config';
import { Log } from '../log';
import { RedisLink } from '../redis';
import { Sessions } from '../sessions';

/** Whether an actor may look at a page's room: the same rule as reading the page. */
export type RoomRule = (actor: Actor, id: string) => Promise<boolean>;

interface Held {
  member: Member;
  sessionId: string;
}

const ROOMS_A_SOCKET = 20;
const UUID = /^[0-9a-f-]{36}$/;

/**
 * Hints to open pages over socket.io: where to look again, never what is there. One room a person, one a session, and
 * one for each page that somebody looks at. Only signed-in people get a socket; the handshake asks origin and session.
 */
@Injectable()
export class Signals implements BeforeApplicationShutdown {
  private readonly rules = new Map<PageRoom['kind'], RoomRule>();
  private server: Server | null = null;

  constructor(
    private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly redis: RedisLink,
    private readonly log: Log,
  ) {}

  /** Says who may look at rooms of a kind. A kind without a rule can't be looked at. */
  roomRule(kind: PageRoom['kind'], rule: RoomRule): void {
    this.rules.set(kind, rule);
  }

  /** Opens the door on an HTTP server; without one (a worker) signals still reach other nodes through Redis. */
  attach(http: HttpServer | null): void {
    const handshakes = new WeakMap<IncomingMessage, Held>();
    this.server = new Server({
      path: '/signals',
      serveClient: false,
      // Clients only ever send a kind and an id.
      maxHttpBufferSize: 2_000,
      pingInterval: 25_000,
      pingTimeout: 20_000,
      ...(this.redis.client ? { adapter: createAdapter(this.redis.client as never) } : {}),
      allowRequest: (request, answer) => {
        this.admit(request).then((held) => {
          if (held) handshakes.set(request, held);
          answer(null, held !== null);
        }, () => answer(null, false));
      },
    });
    this.server.on('connection', (socket) => {
      const held = handshakes.get(socket.request);
      if (!held) return void socket.disconnect(true);
      this.welcome(socket, held);
    });
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

  /** Takes a person's sockets out of a page's room, on every node: a right to look was taken away. */
  leaveRoom(personId: string, room: PageRoom): void {
    this.server?.in(`person:${personId}`).socketsLeave(`${room.kind}:${room.id}`);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.close();
    this.server = null;
  }

  private end(room: string): void {
    this.server?.to(room).emit('signal', { kind: 'signedOut' } satisfies Signal);
    this.server?.in(room).disconnectSockets(true);
  }

  private async admit(request: IncomingMessage): Promise<Held | null> {
    if (!this.isOwnOrigin(request)) return null;
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
    socket.on('look', (asked: unknown, answer: unknown) => {
      void this.look(socket, member, asked).then((ok) => typeof answer === 'function' && answer({ ok }));
    });
    socket.on('leave', (asked: unknown) => {
      const room = readRoom(asked);
      if (room) void socket.leave(`${room.kind}:${room.id}`);
    });
    socket.on('error', () => this.log.debug({}, 'a socket broke'));
  }

  private async look(socket: Socket, member: Member, asked: unknown): Promise<boolean> {
    const room = readRoom(asked);
    const rule = room && this.rules.get(room.kind);
    if (!room || !rule || socket.rooms.size >= ROOMS_A_SOCKET) return false;
    // A socket lives for hours; the rights that it was opened with may be gone.
    const now = await this.sessions.memberNow(member);
    const may = now !== null && (await rule(now, room.id).catch(() => false));
    if (may) await socket.join(`${room.kind}:${room.id}`);
    return may;
  }
}

function readRoom(asked: unknown): PageRoom | null {
  if (typeof asked !== 'object' || asked === null) return null;
  const { kind, id } = asked as Record<string, unknown>;
  const known = kind === 'thread' || kind === 'event' || kind === 'queue';
  return known && typeof id === 'string' && (UUID.test(id) || id === 'all') ? { kind, id } : null;
}
