// Boots `npm start` in a clone that nothing was done in, asks it what a person would, and looks at what stays behind.
//   node .ci/boot.mjs <folder of the clone> <data folder>
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const [clone, folder] = process.argv.slice(2);
const port = await freePort();
const origin = `http://localhost:${port}`;
let passed = 0;
let failed = 0;

async function check(question, answer) {
  try {
    const note = await answer();
    passed += 1;
    console.log(`ok      ${question}${note ? ` (${note})` : ''}`);
  } catch (trouble) {
    failed += 1;
    console.log(`FAILED  ${question}: ${trouble.message}`);
  }
}

function must(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/** `npm start`; resolves when it says ready. */
async function start(limit) {
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: clone, env: { ...process.env, PORT: String(port), DATA_DIR: folder, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const run = { child, output: '', ended: false };
  child.once('exit', () => (run.ended = true));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (run.output += text));
  while (!/^ready\b/m.test(run.output)) {
    must(!run.ended, `npm start ended:\n${run.output.slice(-4_000)}`);
    must(performance.now() - began < limit, `not ready after ${limit / 1000} s:\n${run.output.slice(-4_000)}`);
    await pause(20);
  }
  run.seconds = (performance.now() - began) / 1000;
  return run;
}

const leftovers = () => spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n')
  .filter((line) => (line.includes(clone) || line.includes(folder)) && !line.includes('boot.mjs') && !/defunct/.test(line));

async function nothingLeft(within) {
  const end = performance.now() + within;
  while (leftovers().length > 0) {
    must(performance.now() < end, `still running:\n${leftovers().join('\n')}`);
    await pause(100);
  }
}

const page = async (path, headers = {}) => {
  const answer = await fetch(origin + path, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

const post = (path, body, headers = {}) => fetch(origin + path, {
  method: 'POST', headers: { 'content-type': 'application/json', 'x-crosscity': 'web', origin, ...headers }, body: JSON.stringify(body),
});

async function ask(first) {
  for (const path of ['/health/live', '/health/ready']) {
    await check(path, async () => must((await fetch(origin + path)).status === 200, 'not 200'));
  }
  await check('the first page has a title, a language and words', async () => {
    const { status, text } = await page('/');
    must(status === 200, `status ${status}`);
    must(/<title>[^<]+<\/title>/.test(text), 'no title');
    must(/<html[^>]* lang="en"/.test(text), 'no language');
    must(/<h1/.test(text), 'no heading without script');
  });
  await check('the same page in Arabic runs right to left', async () => {
    const { text } = await page('/', { 'accept-language': 'ar' });
    must(/<html[^>]* lang="ar"[^>]* dir="rtl"|<html[^>]* dir="rtl"[^>]* lang="ar"/.test(text), 'no lang="ar" dir="rtl"');
  });
  await check('its scripts and styles arrive', async () => {
    const { text } = await page('/');
    const assets = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
    must(assets.length > 0, 'no assets named');
    for (const path of assets) must((await fetch(origin + path)).status === 200, `${path} is missing`);
    return `${assets.length} files`;
  });
  await check('an address that leads nowhere is a 404 page', async () => must((await page('/no-such-place')).status === 404, 'not 404'));
  await check('GraphQL answers', async () => {
    const answer = await post('/graphql', { query: '{ __typename }' });
    const body = await answer.json();
    must(body.data?.__typename === 'Query', JSON.stringify(body));
  });
  await check('the sample is there: cities, lessons, meetings', async () => {
    const answer = await post('/graphql', { query: '{ cities(first: 1) { items { slug } } lessons(first: 1) { items { id } } events(first: 1) { items { slug } } }' });
    const { data, errors } = await answer.json();
    must(!errors, JSON.stringify(errors));
    for (const [name, { items }] of Object.entries(data)) must(items.length === 1, `no ${name}`);
    for (const path of ['/lessons', '/cities', '/events']) must((await page(path)).status === 200, `${path} is not there`);
  });
  await check('what is for members stays closed to guests', async () => {
    const { headers } = await page('/inbox');
    must((headers.get('location') ?? '').startsWith('/signin?'), 'the inbox does not ask to sign in');
  });
  await check('GraphQL refuses a form of another site', async () => {
    const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' });
    must(answer.status >= 400, `status ${answer.status}`);
  });
  await check('a demo account signs in and is known', async () => {
    const account = demoAccount(first.output);
    must(account, `no demo account in the output:\n${first.output.slice(-2_000)}`);
    const wrong = await post('/auth/sign-in', { ...account, password: 'not-the-password' });
    must(wrong.status >= 400 && wrong.status < 500, `a wrong password gives ${wrong.status}`);
    const answer = await post('/auth/sign-in', account);
    must(answer.ok, `status ${answer.status}: ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    must(/HttpOnly/i.test(answer.headers.getSetCookie().join()), 'the session cookie is readable by scripts');
    must(cookie, 'no cookie');
    return account.email;
  });
}

/** The start prints the demo sign-ins: one password for all, then their addresses. */
function demoAccount(output) {
  const email = /[\w.+-]+@demo\.[\w.-]+/.exec(output)?.[0];
  const password = /password(?: of each is|:)?\s+["“]?([^\s"”]+)/i.exec(output)?.[1];
  return email && password ? { email, password } : null;
}

let run;
try {
  await check('npm start from a fresh clone', async () => {
    run = await start(600_000);
    return `${run.seconds.toFixed(1)} s`;
  });
  if (run) {
    await ask(run);
    await check('SIGTERM leaves no process', async () => {
      run.child.kill('SIGTERM');
      await nothingLeft(25_000);
    });
    await check('the second start is ready within 5 s', async () => {
      run = await start(60_000);
      must(run.seconds <= 5, `${run.seconds.toFixed(1)} s`);
      return `${run.seconds.toFixed(1)} s`;
    });
    await check('a start after kill -9 recovers', async () => {
      for (const line of leftovers()) if (/start\.mjs|npm/.test(line)) kill(Number.parseInt(line, 10), 'SIGKILL');
      process.kill(-run.child.pid, 'SIGKILL');
      run = await start(60_000);
      must((await fetch(`${origin}/health/ready`)).status === 200, 'not ready');
      return `${run.seconds.toFixed(1)} s`;
    });
    await check('Ctrl-C leaves no process', async () => {
      process.kill(-run.child.pid, 'SIGINT');
      await nothingLeft(25_000);
    });
  }
} finally {
  for (const line of leftovers()) kill(Number.parseInt(line, 10), 'SIGKILL');
}
console.log(`boot: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // it went by itself
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => done(free));
    });
  });
}
