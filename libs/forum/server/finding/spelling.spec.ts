import { distance, halvesOf, patienceFor, shapeOf, tokensOf, wordsIn } from './spelling';

describe('spelling', () => {
  it('gives every script a shape of a-z and 0-9, without accents and without the Arabic article', () => {
    expect(['Straße', 'nærmiljø', 'Årsak', 'työ', 'niñez'].map(shapeOf)).toEqual(['strasse', 'naermiljo', 'arsak', 'tyo', 'ninez']);
    expect(shapeOf('المدرسة')).toBe(shapeOf('مدرسه'));
    expect(shapeOf('الشرطة')).toMatch(/^[a-z0-9]{4}$/);
    expect(shapeOf('<b>')).toBe('b');
  });

  it('counts letters that differ, a swap as one', () => {
    expect([distance('police', 'polcie'), distance('trainign', 'training'), distance('school', 'school'), distance('a', 'abc'), distance('', 'ab')]).toEqual([1, 1, 0, 2, 2]);
    expect([3, 4, 6, 12].map(patienceFor)).toEqual([0, 1, 2, 3]);
  });

  it('takes texts, queries and compounds apart', () => {
    expect([...wordsIn('The Café, the café! 112 is a number')]).toEqual(['the', 'café', 'number']);
    expect(tokensOf('a-b "c" \u0000 | & !d')).toEqual(['a', 'b', 'c', 'd']);
    expect(halvesOf('jugendarbeit')).toContainEqual(['jugend', 'arbeit']);
    expect(halvesOf('vertrauensarbeit')).toContainEqual(['vertrauen', 'arbeit']);
  });
});
