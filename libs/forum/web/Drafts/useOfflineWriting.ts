import { useApolloClient } from '@apollo/client/react';
import { fetchCaseData } from '@crosscity/case-data/web';
import { fetchFilesWriting } from '@crosscity/files/web';
import { loadWords, useLocale, useSite, useViewer, wholeWords, wordsOfPage, type Page } from '@crosscity/platform/web';
import { useEffect } from 'react';
import { sendOutbox } from './outbox';

/** What one needs to write a lesson from its first word to sending it. */
const WRITING = new Set(['/write', '/drafts', '/drafts/:id/:part?']);

let prepared: Promise<void> | undefined;

/** A page of writing: sends what waits, and keeps itself on the device for when there is no network. */
export function useOfflineWriting(): void {
  const client = useApolloClient();
  const person = useViewer()?.id;
  const { locale } = useLocale();
  const { pages } = useSite();
  useEffect(() => {
    if (!person) return undefined;
    const send = () => void sendOutbox(client, person);
    send();
    addEventListener('online', send);
    const begin = () => {
      prepared ??= prepare(pages.filter(({ path }) => WRITING.has(path)), locale).catch(() => {
        // Private mode, a forbidden worker, the network went: writing goes on, only not offline after a reload.
        prepared = undefined;
      });
    };
    const timer = setTimeout(begin, 1500);
    return () => {
      removeEventListener('online', send);
      clearTimeout(timer);
    };
  }, [client, person, locale, pages]);
}

/** Brings the worker in, then every file that writing needs through it. */
async function prepare(pages: readonly Page[], locale: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  await navigator.serviceWorker.register('/offline.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  await Promise.all([...pages.map((page) => Promise.all([page.load(), loadWords(locale, wordsOfPage(page))])), fetchCaseData(locale), fetchFilesWriting(), wholeWords()]);
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
  active?.postMessage({ files: [...new Set(files.map(({ pathname }) => pathname))] });
}
