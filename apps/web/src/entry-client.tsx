import { createClient, loadWords, pageAsSent, platformWords, sendOperation, type Site } from '@crosscity/platform/web';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App';
import type { InlinedState } from './document';
import { pages } from './pages';
import { webWords } from './routes';

const { locale, viewer, madeAt, isDemo, problem, cache } = JSON.parse(document.getElementById('state')!.textContent) as InlinedState;
const site: Site = { pages, viewer, madeAt, isDemo, client: createClient({ transport: sendOperation, state: cache }) };

// Code and words of this page first: the first render then equals what the server sent, and nothing flickers.
const [first] = await Promise.all([pageAsSent(site, location, locale, problem), loadWords(locale, [platformWords, webWords])]);

hydrateRoot(
  document.getElementById('root')!,
  <StrictMode>
    <BrowserRouter>
      <App site={site} first={first} locale={locale} />
    </BrowserRouter>
  </StrictMode>,
);
