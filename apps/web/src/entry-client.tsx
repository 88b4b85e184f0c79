import { createClient, firstWords, loadWords, pageAsSent, platformWords, sendOperation, wholeWords, type Messages, type Site } from '@crosscity/platform/web';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App';
import type { InlinedState } from './document';
import { pages } from './pages';
import { webWords } from './routes';

const { locale, viewer, madeAt, isDemo, problem, words, cache } = JSON.parse(document.getElementById('state')!.textContent) as InlinedState;
const site: Site = { pages, viewer, madeAt, isDemo, client: createClient({ transport: sendOperation, state: cache }) };

// Code and words of this page first: the first render then equals what the server sent, and nothing flickers.
const shell = [platformWords, webWords];
const sent = words ? ((await import(/* @vite-ignore */ words)) as { default: Messages }).default : undefined;
if (sent) firstWords(locale, sent, shell);
else await loadWords(locale, shell);
const first = await pageAsSent(site, location, locale, problem, sent);

hydrateRoot(
  document.getElementById('root')!,
  <StrictMode>
    <BrowserRouter>
      <App site={site} first={first} locale={locale} />
    </BrowserRouter>
  </StrictMode>,
);

// What one may do on the page has words of its own. Nobody waits for them: what needs them asks for them itself.
const behind = () => void wholeWords().catch(() => undefined);
if ('requestIdleCallback' in window) requestIdleCallback(behind, { timeout: 3000 });
else setTimeout(behind, 500);
