import type { Socket } from 'socket.io-client';

export interface SignalSubject {
  kind: string;
  /** Left out: every signal of this kind in one's own room (`{ kind: 'inbox' }`). */
  id?: string;
}

/** "Look here again": never what is there. `missed`: the connection was away, look in any case. */
export interface Signal extends SignalSubject {
  seq?: number;
  missed?: boolean;
}

interface Ear {
  subject: SignalSubject;
  look: boolean;
  hear: (signal: Signal) => void;
  lastHeard: number;
  waiting?: ReturnType<typeof setTimeout>;
}

const quietFor = 1000;

export class SignalListener {
  private socket?: Socket;
  private connecting = false;
  private closed = false;
  private readonly ears = new Set<Ear>();

  listen(subject: SignalSubject, look: boolean, hear: (signal: Signal) => void): () => void {
    const ear: Ear = { subject, look: look && subject.id !== undefined, hear, lastHeard: 0 };
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
  }

  /** `late`: the connection came after the page. What was said meanwhile was not heard, so the page looks once more. */
  private enter(ear: Ear, late: boolean): void {
    if (!ear.look) {
      if (late) this.tell(ear, { ...ear.subject, missed: true });
      return;
    }
    this.socket?.emit('look', ear.subject, (answer?: { ok?: boolean }) => {
      if (late && answer?.ok && this.ears.has(ear)) this.tell(ear, { ...ear.subject, missed: true });
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
