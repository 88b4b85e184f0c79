import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Actor, GUEST, type Member } from './actor';

/** What the identity capability knows and the platform asks: who is behind a request or a socket? */
export interface SessionSource {
  /** The actor of a request that went through the session middleware. */
  actorOf(request: Request): Promise<Actor>;
  /** The actor and session of a socket's handshake, read from its cookie; null for guests. */
  handshake(request: IncomingMessage): Promise<{ actor: Actor; sessionId: string } | null>;
  /** The same person with the rights of now; null where they are no longer in good standing. */
  memberNow(member: Member): Promise<Member | null>;
}

/** The port through which `identity`, a lib above, tells the platform who asks. Without one everybody is a guest. */
@Injectable()
export class Sessions implements SessionSource {
  private source: SessionSource | null = null;

  use(source: SessionSource): void {
    this.source = source;
  }

  async actorOf(request: Request): Promise<Actor> {
    return (await this.source?.actorOf(request)) ?? GUEST;
  }

  async handshake(request: IncomingMessage): Promise<{ actor: Actor; sessionId: string } | null> {
    return (await this.source?.handshake(request)) ?? null;
  }

  async memberNow(member: Member): Promise<Member | null> {
    return (await this.source?.memberNow(member)) ?? null;
  }
}
