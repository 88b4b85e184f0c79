import { quoteOf, sayQuote } from './quote';

/** A whole reply as a quote: for those who can't mark words with a pointer. */
export function quoteReply({ id, threadId }: { id: string; threadId: string }, label: string): void {
  const text = document.querySelector<HTMLElement>(`[data-quote="${id}"]`)?.innerText.trim();
  if (text) sayQuote(quoteOf(text, { label, path: `/lessons/${threadId}?reply=${id}` }));
}
