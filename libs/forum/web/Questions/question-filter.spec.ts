import { addressOf, readAddress, toggled, variablesOf } from './question-filter';

const read = (words: string) => readAddress(new URLSearchParams(words));

it('reads an address, leaves out what is no state, and writes the same again', () => {
  const address = read('q=+gaming+&state=open&state=nonsense&city=oslo&theme=schools&theme=schools&show=40');
  expect(address).toEqual({ text: 'gaming', chosen: [{ facet: 'state', value: 'open' }, { facet: 'theme', value: 'schools' }, { facet: 'city', value: 'oslo' }], show: 40 });
  expect(addressOf(address)).toBe('/questions?q=gaming&state=open&theme=schools&city=oslo&show=40');
  expect(variablesOf(address)).toEqual({ filter: { text: 'gaming', states: ['open'], themes: ['schools'], cities: ['oslo'] }, first: 40 });
});

it('turns a value on and off, from the beginning of the list', () => {
  expect(addressOf(toggled(read('show=60'), 'state', 'unanswered'))).toBe('/questions?state=unanswered');
  expect(addressOf(toggled(read('state=unanswered&city=oslo'), 'state', 'unanswered'))).toBe('/questions?city=oslo');
  expect(read('show=100000').show).toBe(100);
});
