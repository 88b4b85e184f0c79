import { mentionOf, typedMention, withMention } from './typed-mention';

const at = (text: string) => typedMention(text, text.length);
const aino = { kind: 'member' as const, name: 'Aino [x] Mäkelä', handle: 'aino-mäkelä' };

it('finds what is typed behind an @ that begins a word', () => {
  expect(at('@ai')).toEqual({ from: 0, name: 'ai' });
  expect(at('Ask (@Aino Mä')).toEqual({ from: 5, name: 'Aino Mä' });
  expect(at('اسأل @سمير')).toEqual({ from: 5, name: 'سمير' });
  expect(typedMention('@ai and more', 3)).toEqual({ from: 0, name: 'ai' });
});

it('leaves addresses, a lone @, other lines and sentences alone', () => {
  for (const text of ['mail@example', 'a @', '@aino\nnext', '@one two three four', '', '@']) expect(at(text)).toBeNull();
});

it('writes a link that Markdown can read, and puts the caret behind it', () => {
  expect(mentionOf(aino)).toBe('[@Aino x Mäkelä](/members/aino-m%C3%A4kel%C3%A4)');
  const { text, caret } = withMention('Ask @ai about it', 7, 4, { kind: 'city', name: 'Oslo', handle: 'oslo' });
  expect(text).toBe('Ask [@Oslo](/cities/oslo) about it');
  expect(text.slice(caret)).toBe('about it');
});
