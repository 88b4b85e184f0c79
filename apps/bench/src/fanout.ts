import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { ask, operation } from './api.ts';
import { type Figures, median, time } from './figures.ts';
import { idOf } from './seed.ts';

const SOCKETS = 1_000;
const THREAD = 450;

/** 1,000 sockets look at one lesson; the first and the last of them to hear of a reply, beside raw socket.io. */
export async function measureFanout(api: string, cookie: string, client: pg.Client): Promise<Figures> {
  await quiet(client);
  const room = { kind: 'thread', id: idOf('thread', THREAD + 1) };
  const ours = await open(api, '/signals', { cookie, origin: api }, async (socket) => {
    const answer = (await socket.emitWithAck('look', room)) as { ok: boolean };
    if (!answer.ok) throw new Error('A socket was not let into the room.');
  });
  const oursTimes = await hear(ours, async () => {
    await ask(api, operation('PostReply', { input: { key: randomUUID(), threadId: room.id, text: 'A reply that a thousand people hear of.', language: 'en' } }), cookie);
  });
  close(ours);

  const http = createServer();
  const raw = new Server(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as { port: number };
  const theirs = await open(`http://127.0.0.1:${port}`, '/socket.io', {}, async () => undefined);
  const rawTimes = await hear(theirs, async () => void raw.emit('signal', room));
  close(theirs);
  await raw.close();
  return { 'signal.fanout first': time(oursTimes.first, rawTimes.first), 'signal.fanout last': time(oursTimes.last, rawTimes.last) };
}

/** Waits until the jobs of the parts before are done: their share of the processor would be measured too. */
async function quiet(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>('select count(*)::int waiting from graphile_worker._private_jobs');
    if (rows[0]!.waiting === 0) return;
    await wait(500);
  }
}

async function open(url: string, path: string, extraHeaders: Record<string, string>, ready: (socket: Socket) => Promise<void>): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let begun = 0; begun < SOCKETS; begun += 50) {
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, async () => {
      const socket = io(url, { path, transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders });
      await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
      await ready(socket);
      return socket;
    }))));
  }
  return sockets;
}

/** Milliseconds from the act until the first and the last socket heard, the median of five. */
async function hear(sockets: Socket[], act: () => Promise<void>): Promise<{ first: number; last: number }> {
  const firsts: number[] = [];
  const lasts: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const heard = sockets.map((socket) => new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('A socket heard nothing for 10 s.')), 10_000);
      socket.once('signal', () => {
        clearTimeout(timer);
        resolve(performance.now());
      });
    }));
    const began = performance.now();
    await act();
    const times = (await Promise.all(heard)).map((at) => at - began);
    firsts.push(Math.min(...times));
    lasts.push(Math.max(...times));
  }
  return { first: median(firsts), last: median(lasts) };
}

function close(sockets: Socket[]): void {
  for (const socket of sockets) socket.disconnect();
}
