import type { LookAnswer } from '@crosscity/platform/contract';
import type { Socket } from 'socket.io-client';

export interface SignalSubject {
  kind: string;
  /** Left out: every signal of this kind in one's own room (`{ kind: 'inbox' }`). */
  id?: string;
}

/** "Look here again": never what is there. `missed`: the connection was away, look in any case. */
export interface Signal extends SignalSubject {
  seq?: number;
  change?: number;
  missed?: boolean;
  /** With `signedOut`: the server let no socket in. It may be too early to believe. */
  refused?: boolean;
}

interface Ear {
  subject: SignalSubject;
  look: boolean;
  hear: (signal: Signal) => void;
  /** What the page shows, in the words of the room's capability. */
  version: () => string | undefined;
  lastHeard: number;
  waiting?: ReturnType<typeof setTimeout>;
}

const quietFor = 1000;
/** Milliseconds until one knocks again after the server said no, or that it is busy. */
const knockAgain = { 'platform.signInFirst': 30_000, other: 5_000 };

export class SignalListener {
  private socket?: Socket;
  private connecting = false;
  private closed = false;
  private knocking?: ReturnType<typeof setTimeout>;
  private readonly ears = new Set<Ear>();

  listen(subject: SignalSubject, look: boolean, hear: (signal: Signal) => void, version: () => string | undefined = () => undefined): () => void {
    const ear: Ear = { subject, look: look && subject.id !== undefined, hear, version, lastHeard: 0 };
    this.ears.add(ear);
    this.closed = false;
    if (this.socket?.connected) this.enter(ear, false);
    else this.connectWhenIdle();
    return () => {
      clearTimeout(ear.waiting);
      this.ears.delete(ear);
      const others = [...this.ears].some((other) => other.look && sameSubject(other.subject, subject));
      if (ear.look && !others) this.socket?.emit('leave', subject);
    };
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.knocking);
    this.socket?.disconnect();
    this.socket = undefined;
  }

  private connectWhenIdle(): void {
    if (this.connecting || this.socket) return;
    this.connecting = true;
    const connect = () => void this.connect().finally(() => (this.connecting = false));
    if ('requestIdleCallback' in window) requestIdleCallback(connect, { timeout: 3000 });
    else setTimeout(connect, 500);
  }

  private async connect(): Promise<void> {
    const { io } = await import('socket.io-client');
    if (this.closed || this.socket) return;
    const socket = io({ path: '/signals', transports: ['websocket', 'polling'], withCredentials: true });
    this.socket = socket;
    socket.on('signal', (signal: Signal) => {
      for (const ear of this.ears) if (sameSubject(ear.subject, signal)) this.tell(ear, signal);
    });
    socket.on('connect', () => {
      for (const ear of this.ears) this.enter(ear, true);
    });
    socket.on('connect_error', ({ message }) => {
      // Trouble on the way: it tries again by itself. Refused at the door: it does not.
      if (socket.active) return;
      this.socket = undefined;
      const isSignedOut = message === 'platform.signInFirst';
      if (isSignedOut) for (const ear of this.ears) if (ear.subject.kind === 'signedOut') this.tell(ear, { kind: 'signedOut', refused: true });
      clearTimeout(this.knocking);
      this.knocking = setTimeout(() => {
        if (!this.closed && this.ears.size > 0) this.connectWhenIdle();
      }, isSignedOut ? knockAgain['platform.signInFirst'] : knockAgain.other);
    });
  }

  /**
   * `late`: the connection came after the page, and what was said meanwhile was not heard. A page's room says what it has
   * by now, after joining; a page that shows the same has missed nothing, any other looks once more.
   */
  private enter(ear: Ear, late: boolean): void {
    if (!ear.look) {
      if (late) this.tell(ear, { ...ear.subject, missed: true });
      return;
    }
    this.socket?.emit('look', ear.subject, (answer?: Partial<LookAnswer>) => {
      if (!answer?.ok || !this.ears.has(ear)) return;
      const hasAll = answer.version !== undefined && answer.version === ear.version();
      if (!hasAll) this.tell(ear, { ...ear.subject, missed: true });
    });
  }

  /** The first hint at once, the rest of the second as one hint at its end. */
  private tell(ear: Ear, signal: Signal): void {
    if (ear.waiting) return;
    const wait = ear.lastHeard + quietFor - Date.now();
    const hear = () => {
      ear.waiting = undefined;
      ear.lastHeard = Date.now();
      ear.hear(signal);
    };
    if (wait <= 0) hear();
    else ear.waiting = setTimeout(hear, wait);
  }
}

function sameSubject(wanted: SignalSubject, heard: SignalSubject): boolean {
  return wanted.kind === heard.kind && (wanted.id === undefined || wanted.id === heard.id);
}
