// The README's picture: a lesson at a desk in English, and on a phone in Arabic and in the dark. Needs a product that runs, freshly
// filled:  E2E_URL=http://localhost:3000 node apps/e2e/pictures.ts
import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';

const url = process.env['E2E_URL'] ?? 'http://localhost:3000';
const file = resolve(import.meta.dirname, '../web/pictures/lesson.png');
/** A sample lesson that a person translated into Arabic. */
const slug = 'one-case-many-agencies';

// Run by Node alone, which wants the ending that the other files leave out.
const { findChromium } = (await import(new URL('./chromium.ts', import.meta.url).href)) as typeof import('./chromium');
const browser = await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const address = await addressOfLesson();
  const desk = await shoot(address, { width: 1280, height: 900, scale: 1, language: 'en', theme: 'light' });
  const phone = await shoot(`${address}?language=ar`, { width: 390, height: 780, scale: 2, language: 'ar', theme: 'dark' });
  const page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
  await page.setContent(`<!doctype html><title>Crosscity</title><style>
    body { margin: 0; inline-size: 1440px; block-size: 960px; position: relative; background: #e4ebe8; }
    img { position: absolute; display: block; border-radius: 12px; box-shadow: 0 12px 40px #10282533; }
    img.desk { inset: 40px auto auto 40px; inline-size: 1200px; }
    img.phone { inset: 200px 40px auto auto; inline-size: 350px; border: 8px solid #10282a; border-radius: 36px; }
  </style><img class="desk" src="${desk}"><img class="phone" src="${phone}">`);
  await page.waitForLoadState('networkidle');
  mkdirSync(resolve(file, '..'), { recursive: true });
  await page.screenshot({ path: file });
  console.log(`${file}: ${Math.round(statSync(file).size / 1000)} kB`);
} finally {
  await browser.close();
}

async function addressOfLesson(): Promise<string> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-crosscity': 'web' },
    body: JSON.stringify({ query: '{ lessons(first: 50) { items { id slug } } }' }),
  });
  const { data } = (await answer.json()) as { data: { lessons: { items: { id: string; slug: string }[] } } };
  const lesson = data.lessons.items.find((item) => item.slug === slug);
  if (!lesson) throw new Error(`The sample lesson "${slug}" is not among the newest 50. Take a fresh data folder.`);
  return `/lessons/${lesson.id}/${lesson.slug}`;
}

async function shoot(path: string, look: { width: number; height: number; scale: number; language: string; theme: string }): Promise<string> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, deviceScaleFactor: look.scale });
  await context.addCookies([{ name: 'lang', value: look.language, url }, { name: 'theme', value: look.theme, url }]);
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  await context.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}
