import { randomUUID } from 'node:crypto';
import { headers, ask, operation } from './api.ts';
import { type Figures, plain, rate } from './figures.ts';
import { measure } from './load.ts';
import { idOf } from './seed.ts';

const text = 'We tried this with two schools and kept the same adults at every meeting, which made the difference.';

/** Replies over HTTP beside plain inserts over HTTP, 16 writers each. */
export async function measureWriting(api: string, limit: string, cookie: string): Promise<Figures> {
  const threads = Array.from({ length: 300 }, (_, index) => index + 500).filter((number) => number % 10 !== 0);
  const post = (number: number) => operation('PostReply', { input: { key: randomUUID(), threadId: idOf('thread', number), text, language: 'en' } });
  await ask(api, post(500), cookie);
  const bare = await measure({ url: `${limit}/reply`, connections: 16, bodies: threads.map((number) => ({ id: idOf('thread', number), voice: idOf('voice', 1), text })) });
  let turn = 0;
  // A key answers once, so each body is made afresh.
  const makeBody = () => post(threads[(turn += 1) % threads.length]!);
  const ours = await measure({ url: `${api}/graphql`, connections: 16, headers: { ...headers, cookie }, makeBody });
  return { 'reply.write': rate(ours.rate, bare.rate), 'reply.write p95': plain(ours.p95, 'ms'), 'writing errors': plain(ours.errors, 'answers') };
}
