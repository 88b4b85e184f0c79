/** Longer pieces are cut: a quote points at its source, it does not replace it. */
const MOST = 600;

/** Words that somebody marked, as a Markdown quote that leads back to where they stand. */
export function quoteOf(marked: string, { label, path }: { label: string; path: string }): string {
  const text = marked.length > MOST ? `${marked.slice(0, MOST).replace(/\s+\S*$/u, '').replace(/[\uD800-\uDBFF]$/u, '')} …` : marked;
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return `${lines.map((line) => `> ${escaped(line)}`).join('\n>\n')}\n>\n> [${label.replace(/[[\]\\]/gu, '')}](${encodeURI(decodeURI(path))})\n\n`;
}

/** What would be form in Markdown stays the character that it is. */
function escaped(line: string): string {
  return line.replace(/[\\`*_[\]<>~|&]/gu, '\\$&').replace(/^(#|[-+=]|\d+(?=[.)]))/u, (start) => (/\d/u.test(start) ? start : `\\${start}`)).replace(/^(\d+)([.)])/u, '$1\\$2');
}

const EVENT = 'crosscity:quote';

/** Puts a quote into the reply that is being written, wherever on the page that is. */
export function sayQuote(markdown: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: markdown }));
}
