import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MemberClient } from '@crosscity/identity/testing';
import { signIn } from '@crosscity/identity/testing';
import { type ForumStory, forumStory, makeLesson } from '@crosscity/forum/testing';
import type { Signal } from '@crosscity/platform/contract';
import { Config, Database, newId } from '@crosscity/platform/server';
import { Client } from '@crosscity/platform/testing';
import type { Socket } from 'socket.io-client';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, 'dist', `nodes-${process.pid}`);
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) console.warn('No redis-server on this machine: how several processes act as one is not tested. On Debian: apt-get install redis-server');

const POST = 'mutation Post($input: PostReplyInput!) { postReply(input: $input) { id seq } }';
const WHO = '{ viewer { name } }';

interface Node {
  url: string;
  process: ChildProcess;
}

let story: ForumStory;
let redis: ChildProcess;
let redisPort: number;
let a: Node;
let b: Node;

/** The same person at another process: sessions are in the database that both use. */
function at(node: Node, { cookie }: Client): Client {
  const client = new Client(node.url);
  client.plant(cookie);
  return client;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function startRedis(): Promise<ChildProcess> {
  const child = spawn('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return said(child, /Ready to accept connections/);
}

async function startNode(): Promise<Node> {
  const port = await freePort();
  const { DATABASE_URL } = story.app.nest.get(Config).settings;
  const child = spawn(process.execPath, [join(folder, 'main.js')], {
    cwd: root,
    env: { NODE_ENV: 'test', DATABASE_URL, REDIS_URL: `redis://127.0.0.1:${redisPort}`, PORT: String(port), DATABASE_POOL: '6', LOG_LEVEL: 'silent', WEB_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { url: `http://127.0.0.1:${port}`, process: await said(child, /^ready$/m) };
}

async function said(child: ChildProcess, words: RegExp): Promise<ChildProcess> {
  let output = '';
  await new Promise<void>((done, fail) => {
    child.once('exit', () => fail(new Error(`It ended: ${output}`)));
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (words.test(output)) done();
    });
  });
  return child;
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

/** Milliseconds from the call of `act` until the socket hears of the thread. */
async function heardAfter(socket: Socket, threadId: string, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const heard = new Promise<number>((done) => {
    socket.on('signal', function hear({ kind, id }: Signal) {
      if (kind !== 'thread' || id !== threadId) return;
      socket.off('signal', hear);
      done(performance.now() - began);
    });
  });
  await act();
  return heard;
}

(hasRedis ? describe : describe.skip)('two processes on one database and one Redis', () => {
  let threadId: string;
  let writer: MemberClient;
  let reader: MemberClient;
  const reply = (client: Client) => client.ask(POST, { input: { key: newId(), threadId, text: 'Heard everywhere.' } });
  const looking = async (client: Client): Promise<Socket> => {
    const socket = await client.connect();
    expect(await socket.emitWithAck('look', { kind: 'thread', id: threadId })).toMatchObject({ ok: true });
    return socket;
  };

  beforeAll(async () => {
    redisPort = await freePort();
    [story, redis] = await Promise.all([
      forumStory(), startRedis(),
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', `import { bundle } from './apps/api/build/bundle.mjs'; await bundle(process.argv[1]);`, folder], { cwd: root }),
    ]);
    ({ ingrid: writer, samira: reader } = story);
    threadId = (await makeLesson(story.app, { voiceId: writer.person.voiceId })).id;
    [a, b] = await Promise.all([startNode(), startNode()]);
  }, 40_000);

  afterAll(async () => {
    await Promise.all([end(a?.process), end(b?.process)]);
    await end(redis);
    rmSync(folder, { recursive: true, force: true });
  });

  it('carry a reply that is posted at one to the sockets of the other within a second', async () => {
    const [atA, atB] = [await looking(at(a, reader)), await looking(at(b, reader))];
    for (const [from, to] of [[a, atB], [b, atA], [a, atB], [b, atA]] as const) {
      expect(await heardAfter(to, threadId, () => reply(at(from, writer)))).toBeLessThan(1_000);
    }
    atA.disconnect();
    atB.disconnect();
  });

  it('count tries together', async () => {
    const outcomes: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const refused = await new Client(round % 2 ? a.url : b.url).post('/auth/sign-in', { email: writer.person.email, password: 'not the right one' }).catch(({ code }: { code: string }) => code);
      outcomes.push(String(refused));
    }
    // Ten for a person from one address, at whichever process.
    expect(outcomes.map((code) => code === 'platform.tooMany')).toEqual([...Array.from({ length: 10 }, () => false), true, true]);
  });

  it('sign a person out everywhere at once, sockets and what was just read included', async () => {
    const phone = at(b, await signIn(story.app, reader.person));
    const desk = at(a, await signIn(story.app, reader.person));
    const socket = await phone.connect();
    expect((await phone.ask(WHO)).viewer).not.toBeNull(); // from now on this process has the session in its memory
    const closed = new Promise((done) => socket.once('disconnect', done));
    await desk.post('/auth/sign-out', { everywhere: true });
    expect(await closed).toBe('io server disconnect');
    expect((await phone.ask(WHO)).viewer).toBeNull();
    await expect(phone.connect()).rejects.toThrow('platform.signInFirst');
    phone.hangUp();
    Object.assign(story, { samira: await signIn(story.app, reader.person) });
    reader = story.samira;
  });

  it('answer a busy database with 503 and a time to come back, whatever is asked', async () => {
    const database = story.app.nest.get(Database);
    // A session that no process has read: each question waits for the lock, and there are more than connections.
    const { cookie } = await signIn(story.app, writer.person);
    const held = database.source.createQueryRunner();
    await held.startTransaction();
    await held.query('lock table session in access exclusive mode');
    try {
      const ask = (path: string, init?: RequestInit) => fetch(`${b.url}${path}`, {
        ...init, headers: { cookie, 'content-type': 'application/json', 'x-crosscity': 'test' },
      });
      const post = { method: 'POST', body: JSON.stringify({ query: WHO }) };
      const answers = await Promise.all(Array.from({ length: 18 }, (_, index) => (index % 3 === 0 ? ask('/lessons') : index % 3 === 1 ? ask('/graphql', post) : ask('/auth/sign-out', { method: 'POST', body: '{}' }))));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
      expect(answers.every(({ headers }) => headers.get('retry-after') === '5')).toBe(true);
    } finally {
      await held.rollbackTransaction();
      await held.release();
    }
    expect((await at(b, writer).ask(WHO)).viewer).not.toBeNull();
  });

  it('go on without Redis, each by itself, and find each other again when it is back', async () => {
    await end(redis);
    const alone = await looking(at(b, reader));
    for (const node of [a, b]) expect((await at(node, writer).ask(WHO)).viewer).not.toBeNull();
    await reply(at(b, writer));
    alone.disconnect();
    redis = await startRedis();
    const socket = await looking(at(b, reader));
    // The connections come back within a second or two; hints of the time between are what pages ask for by themselves.
    let ms = Infinity;
    for (let round = 0; round < 20 && ms > 1_000; round += 1) ms = await Promise.race([heardAfter(socket, threadId, () => reply(at(a, writer))), wait(500, Infinity)]);
    expect(ms).toBeLessThan(1_000);
    socket.disconnect();
  });

  it('serve on when one is killed', async () => {
    const socket = await looking(at(b, reader));
    await end(a.process);
    expect(await heardAfter(socket, threadId, () => reply(at(b, writer)))).toBeLessThan(1_000);
    expect(await fetch(`${b.url}/health/ready`)).toMatchObject({ status: 200 });
    socket.disconnect();
  });
});
