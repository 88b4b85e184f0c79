import { Button, QuoteIcon, T, useWords } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { quoteOf, sayQuote } from './quote';
import css from './QuoteBar.module.css';

interface Marked {
  text: string;
  /** The part's key, or the id of a reply. */
  source: string;
  top: number;
  start: number;
}

/** Beside words that somebody marked in the lesson or in a reply: take them along into one's own reply. */
export function QuoteBar({ path }: { path: string }) {
  const words = useWords();
  const [marked, setMarked] = useState<Marked | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      // Not while the finger still moves.
      timer = setTimeout(() => setMarked(markedNow()), 250);
    };
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && setMarked(null);
    // What was marked before this script came counts as well.
    look();
    document.addEventListener('selectionchange', look);
    document.addEventListener('keydown', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('keydown', leave);
    };
  }, []);
  if (!marked) return null;
  const isReply = marked.source.length > 30;
  function take() {
    const { text, source } = marked!;
    sayQuote(quoteOf(text, isReply ? { label: words('forum.quote.fromReply'), path: `${path}?reply=${source}` } : { label: words(`forum.part.${source}`), path: `${path}#${source}` }));
    window.getSelection()?.removeAllRanges();
    setMarked(null);
  }
  return (
    <div className={css.bar} style={{ insetBlockStart: marked.top, insetInlineStart: marked.start }}>
      {/* The press must not take the marking away before it is read. */}
      <Button kind="primary" icon={<QuoteIcon />} onPointerDown={(event) => event.preventDefault()} onClick={take}>
        <T id="forum.quote.take" />
      </Button>
    </div>
  );
}

function markedNow(): Marked | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const text = selection.toString().trim();
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const source = (around instanceof Element ? around : around.parentElement)?.closest<HTMLElement>('[data-quote]')?.dataset.quote;
  if (!text || !source) return null;
  const box = range.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const across = Math.max(8, Math.min(box.left, wide - 190));
  const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
  // Below the marked words: above them phones show their own menu.
  const top = Math.min(box.bottom + window.scrollY + 10, window.scrollY + window.innerHeight - 130);
  return { text, source, top, start: rtl ? Math.max(8, wide - across - 190) : across };
}
