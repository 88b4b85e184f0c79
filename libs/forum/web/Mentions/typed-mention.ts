/** What is being typed behind an @ that begins a word, up to the caret; null where nobody is being named. */
export function typedMention(text: string, caret: number): { from: number; name: string } | null {
  const before = text.slice(0, caret);
  const found = /(?:^|[\s([{"'«“])@([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .'’-]{0,39})$/u.exec(before);
  if (!found) return null;
  const name = found[1]!;
  // Two words are a name; with more, one has gone on writing.
  if (name.trim().split(/\s+/u).length > 3) return null;
  return { from: caret - name.length - 1, name };
}

interface Named {
  kind: 'member' | 'city' | 'unattributed';
  name: string | null;
  handle: string | null;
}

/** The link that names somebody, in Markdown. */
export function mentionOf({ kind, name, handle }: Named): string {
  return `[@${name!.replace(/[[\]\\]/gu, '')}](/${kind === 'city' ? 'cities' : 'members'}/${encodeURIComponent(handle!)})`;
}

/** The text with what was typed replaced, and where the caret stands then. */
export function withMention(text: string, caret: number, from: number, named: Named): { text: string; caret: number } {
  const link = `${mentionOf(named)} `;
  const after = text.slice(caret).replace(/^ /u, '');
  return { text: text.slice(0, from) + link + after, caret: from + link.length };
}
