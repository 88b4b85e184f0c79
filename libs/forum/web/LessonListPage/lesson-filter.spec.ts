import { addressOf, readAddress, toggled, variablesOf } from './lesson-filter';

const read = (search: string) => readAddress(new URLSearchParams(search));

describe('the address of a list of lessons', () => {
  it('says everything that narrows the list, and comes back the same', () => {
    const address = '/lessons?q=evening+talks&theme=schools&theme=online&result=didNotWork&sort=active&show=60';
    expect(addressOf(read(address.split('?')[1]!))).toBe(address);
    expect(addressOf(read(''))).toBe('/lessons');
  });

  it('asks the server for what the address says', () => {
    expect(variablesOf(read('q= talks &theme=a&theme=b&level=secondary'))).toEqual({ filter: { text: 'talks', themes: ['a', 'b'], levels: ['secondary'] }, sort: 'newest', first: 20 });
  });

  it('leaves out what the server would refuse', () => {
    const address = read('level=worst&result=great&audience=all&sort=best&show=9999&theme=&theme=a&theme=a');
    expect(address).toEqual({ text: '', chosen: [{ facet: 'theme', value: 'a' }], sort: 'newest', show: 100 });
    expect(read('show=-5').show).toBe(20);
    expect(read('show=abc').show).toBe(20);
  });

  it('turns one value on and off, and begins the list anew', () => {
    const on = toggled(read('theme=a&show=60'), 'city', 'oslo');
    expect(addressOf(on)).toBe('/lessons?theme=a&city=oslo');
    expect(addressOf(toggled(on, 'theme', 'a'))).toBe('/lessons?city=oslo');
  });

  it('makes something harmless of an address that nobody can have meant', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ['theme', `t${at}`]);
    const address = readAddress(new URLSearchParams([...many, ['city', 'a\u0000'], ['level', 'x'.repeat(200)], ['language', 'x'.repeat(200)], ['q', `a\u0000b${'😀'.repeat(150)}`]]));
    expect(address.chosen).toHaveLength(30);
    expect(address.text.startsWith('a b')).toBe(true);
    expect(address.text.isWellFormed()).toBe(true);
  });
});
