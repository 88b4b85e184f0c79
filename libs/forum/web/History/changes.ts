export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

// Above this the table of a comparison would be too large for a phone: the whole text is then old and new.
const mostCells = 4_000_000;

/** What was taken out of a text and put into it, word by word: the longest run of common words stays. */
export function changesOf(before: string, after: string): Piece[] {
  const from = split(before);
  const to = split(after);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < from.length - start && end < to.length - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const middle = compare(from.slice(start, from.length - end), to.slice(start, to.length - end));
  return join([...same(from.slice(0, start)), ...middle, ...same(from.slice(from.length - end))]);
}

const split = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];
const same = (words: string[]): Piece[] => words.map((text) => ({ kind: 'same', text }));

function compare(from: string[], to: string[]): Piece[] {
  const removed = from.map((text): Piece => ({ kind: 'removed', text }));
  const added = to.map((text): Piece => ({ kind: 'added', text }));
  if (from.length === 0 || to.length === 0 || from.length * to.length > mostCells) return [...removed, ...added];
  const width = to.length + 1;
  const common = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = from[i] === to[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < from.length && j < to.length) {
    if (from[i] === to[j]) {
      pieces.push({ kind: 'same', text: from[i]! });
      i += 1;
      j += 1;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) {
      pieces.push(removed[i++]!);
    } else {
      pieces.push(added[j++]!);
    }
  }
  return [...pieces, ...removed.slice(i), ...added.slice(j)];
}

function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}
