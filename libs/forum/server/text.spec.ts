import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { WORDS_A_MINUTE, minutesToRead } from './text';

/** Words per minute as the study gives them, written down a second time so that a slip in the table shows. */
const STUDY = { ar: 138, de: 179, en: 228, es: 218, fi: 161, nl: 202, sv: 199 };
const WORD: Record<string, string> = { ar: 'المدرسة', fi: 'nuorisotyöntekijä', de: 'Jugendarbeiterin', es: 'niños' };

describe('the time to read', () => {
  it('is within a minute of words by the speed of the language', () => {
    for (const [language, speed] of Object.entries(STUDY)) {
      for (const count of [1, 50, speed, 1.5 * speed, 900, 4000].map(Math.round)) {
        const text = Array.from({ length: count }, () => WORD[language] ?? 'word').join(' ');
        expect(Math.abs(minutesToRead([text], language) - count / speed)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('knows a speed for each language that people write in', () => {
    expect(Object.keys(WORDS_A_MINUTE).toSorted()).toEqual(Object.keys(CONTENT_LANGUAGES).toSorted());
    expect(WORDS_A_MINUTE).toMatchObject(STUDY);
  });

  it('counts words with signs and numbers once, and never says nothing', () => {
    expect(minutesToRead([''], 'en')).toBe(1);
    expect(minutesToRead([`${'it’s well-known '.repeat(228)}`], 'en')).toBe(2);
  });
});
