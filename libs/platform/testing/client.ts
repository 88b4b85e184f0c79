import type { RefusalBody } from '@crosscity/platform/contract';
import { io, type Socket } from 'socket.io-client';

/** The answer was a refusal: `code` and `data` as the page would get them. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly data: unknown,
  ) {
    super(`refused: ${code} ${JSON.stringify(data)}`);
  }
}

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: Partial<RefusalBody> }[];
}

/** Somebody at the front door: keeps cookies as a browser does, asks GraphQL and REST, opens sockets. */
export class Client {
  private readonly cookies = new Map<string, string>();
  private readonly sockets: Socket[] = [];

  constructor(
    readonly url: string,
    private readonly locale: 'en' | 'ar' = 'en',
  ) {}

  /** Data of a GraphQL operation. Throws `Refused` for the first error. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they asked for
  async ask<Data = any>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.raw(query, variables);
    const [error] = errors ?? [];
    if (error) throw new Refused(error.extensions?.code ?? error.message, error.extensions?.data);
    return data as Data;
  }

  /** The whole answer, errors and all. */
  async raw(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.fetch('/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer;
  }

  /** Posts JSON to a REST route. Throws `Refused` unless it answers with success. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async post<Body = any>(path: string, body: unknown = {}): Promise<Body> {
    const response = await this.fetch(path, { method: 'POST', body: JSON.stringify(body) });
    const answer = (await response.json().catch(() => ({}))) as { error?: RefusalBody };
    if (!response.ok) throw new Refused(answer.error?.code ?? `http ${response.status}`, answer.error?.data);
    return answer as Body;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, {
      redirect: 'manual',
      ...init,
      headers: { 'content-type': 'application/json', 'x-crosscity': 'test', 'accept-language': this.locale, ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      if (value && !/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  /** A socket with this person's session. Close with `hangUp()`. */
  async connect(origin = this.url): Promise<Socket> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const socket = io(this.url, { path: '/signals', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie, origin } });
    this.sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }

  hangUp(): void {
    for (const socket of this.sockets.splice(0)) socket.disconnect();
  }

  /** The cookie as a header, to plant it elsewhere. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  plant(cookie: string): void {
    for (const pair of cookie.split('; ')) {
      const [name, value] = pair.split('=') as [string, string];
      this.cookies.set(name, value);
    }
  }
}
