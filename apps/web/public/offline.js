// The writing pages without a network. Kept small on purpose: the whole installable program is another matter.
//
// What is kept on the device: the program's own files (`/assets/`, which never change under their names), and the two pages of
// one's own writing, `/write` and `/drafts`, as one saw them last. Never a page with texts of others, never an answer of the api.
// Signing in or out throws the pages away, and so do fourteen days. Raise VERSION to throw away everything.
const VERSION = 1;
const FILES = `crosscity-files-${VERSION}`;
const PAGES = `crosscity-pages-${VERSION}`;
const WRITING = ['/write', '/drafts'];
const MOST_FILES = 400;
const KEEP_PAGES = 14 * 24 * 3_600_000;
const REFRESH_PAGES = 3_600_000;

addEventListener('install', (event) => event.waitUntil(skipWaiting()));

addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('crosscity-') && name !== FILES && name !== PAGES) await caches.delete(name);
      await clients.claim();
    })(),
  ),
);

/** A writing page says which files it was made of. */
addEventListener('message', (event) => event.waitUntil(keepAll(event.data?.files ?? [])));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'POST' && /^\/auth\/sign-(in|out)/.test(url.pathname)) event.waitUntil(caches.delete(PAGES));
  if (request.method !== 'GET') return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && (WRITING.includes(url.pathname) || url.pathname.startsWith('/drafts/'))) event.respondWith(page(event, request, url));
});

async function file(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request.url, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) await files.put(request.url, answer.clone()).catch(() => undefined);
  return answer;
}

/** The network first. Without it the page as it was seen last; a draft is opened from the page that knows what this device keeps. */
async function page(event, request, url) {
  try {
    const answer = await fetch(request);
    if (answer.status === 200 && WRITING.includes(url.pathname)) event.waitUntil(keepPage(url.pathname, answer.clone()));
    return answer;
  } catch (trouble) {
    const [, draft, part] = /^\/drafts\/([^/]+)(?:\/([^/]+))?/.exec(url.pathname) ?? [];
    const kept = await keptPage(draft ? '/write' : url.pathname);
    if (!kept) throw trouble;
    return draft ? Response.redirect(`/write?continue=${encodeURIComponent(draft)}${part ? `&part=${encodeURIComponent(part)}` : ''}`) : kept;
  }
}

async function keptPage(path) {
  const pages = await caches.open(PAGES);
  const kept = await pages.match(path, { ignoreVary: true });
  if (kept && Date.now() - Date.parse(kept.headers.get('date') ?? '') > KEEP_PAGES) return void (await pages.delete(path));
  return kept;
}

/** The page with every file that it names, so that it is whole when it is needed. */
async function keepPage(path, answer) {
  const text = await answer.clone().text();
  await (await caches.open(PAGES)).put(path, answer);
  await keepFiles([...new Set(text.match(/\/assets\/[\w./-]+\.\w+/g) ?? [])]);
}

async function keepAll(paths) {
  await keepFiles(paths);
  for (const path of WRITING) {
    const kept = await keptPage(path);
    if (kept && Date.now() - Date.parse(kept.headers.get('date') ?? '') < REFRESH_PAGES) continue;
    const answer = await fetch(path, { credentials: 'same-origin', redirect: 'error' }).catch(() => undefined);
    if (answer?.status === 200) await keepPage(path, answer);
  }
}

async function keepFiles(paths) {
  const files = await caches.open(FILES);
  for (const path of paths) if (!(await files.match(path, { ignoreVary: true }))) await files.add(path).catch(() => undefined);
  const kept = await files.keys();
  // Oldest first: files of earlier releases.
  for (const request of kept.slice(0, Math.max(0, kept.length - MOST_FILES))) await files.delete(request);
}
