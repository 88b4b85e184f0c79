import { findCaseData } from '@crosscity/case-data/contract';
import { carryOver } from './carry-over';

const text = 'We met Ahmed, 14, and called 040 123 4567.';
const found = findCaseData(text, 'en');
const shown = (after: string) => carryOver(found, text, after).map(({ from, to }) => after.slice(from, to));

describe('findings while one types', () => {
  it('stay before, move behind, and go inside the change', () => {
    expect(shown(text)).toEqual(['Ahmed, 14', '040 123 4567']);
    expect(shown(`${text} More.`)).toEqual(['Ahmed, 14', '040 123 4567']);
    expect(shown(`Then ${text}`)).toEqual(['Ahmed, 14', '040 123 4567']);
    expect(shown(text.replace('and called', 'and later called'))).toEqual(['Ahmed, 14', '040 123 4567']);
    expect(shown(text.replace('Ahmed, 14', 'a young person of about 14'))).toEqual(['040 123 4567']);
    expect(shown('')).toEqual([]);
  });
});
