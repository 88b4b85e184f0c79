import { changesOf } from './changes';

const marked = (before: string, after: string) =>
  changesOf(before, after).map(({ kind, text }) => (kind === 'added' ? `+${text}+` : kind === 'removed' ? `-${text}-` : text)).join('');

describe('what changed between two versions', () => {
  it('marks words that were put in and taken out', () => {
    expect(marked('We met on Monday.', 'We met each Monday.')).toBe('We met -on-+each+ Monday.');
    expect(marked('One. Two.', 'One. Two. Three.')).toBe('One. Two.+ Three.+');
    expect(marked('', 'New')).toBe('+New+');
    expect(marked('Old', '')).toBe('-Old-');
  });

  it('gives back both versions, for every pair', () => {
    const texts = ['', 'a', 'a b c', 'c b a', 'أهلا وسهلا بكم', 'a  b\n\nc', 'x '.repeat(50)];
    for (const before of texts) {
      for (const after of texts) {
        const pieces = changesOf(before, after);
        const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }
    }
  });

  it('does not compare texts that would stop a phone', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
    expect(changesOf(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});
