import { addressOf, askedFor, namesText, variablesOf } from './search-address';

const asked = (address: string) => askedFor(new URLSearchParams(address));

describe('the address of a search', () => {
  it('keeps words and tab, and says them again', () => {
    expect(asked('q=trust+police&kind=replies')).toEqual({ text: 'trust police', kind: 'replies' });
    expect(addressOf(asked('q=trust+police&kind=replies'))).toBe('/search?q=trust+police&kind=replies');
    expect(addressOf({ text: '', kind: 'cities' })).toBe('/search');
    expect(asked('q=a&kind=nonsense').kind).toBe('all');
  });

  it('makes something harmless of what nobody can have meant', () => {
    expect(asked('q=%00a%07b').text).toBe('a b');
    expect(asked(`q=${'x'.repeat(10_000)}`).text).toHaveLength(200);
    expect(askedFor(new URLSearchParams([['q', 'a\uD800b']])).text.isWellFormed()).toBe(true);
    expect(askedFor(new URLSearchParams([['q', `${'x'.repeat(199)}😀`]])).text.isWellFormed()).toBe(true);
    expect(namesText('"quoted"')).toBe('quoted');
    expect(namesText('“')).toBe('-');
    expect(variablesOf({ text: '', kind: 'all' })).toMatchObject({ asked: false, query: '-' });
  });
});
