import { isOwn } from './own-text';

describe('whose text the server has', () => {
  it('knows the text that this device keeps, whatever is left out or empty in it', () => {
    expect(isOwn({ title: 'A', short: null, context: '' }, { content: { title: 'A' } })).toBe(true);
  });

  it('knows the text that this device sent before it went on typing', () => {
    expect(isOwn({ title: 'A' }, { content: { title: 'A and more' }, sent: { title: 'A' } })).toBe(true);
  });

  it('does not take another text for its own', () => {
    expect(isOwn({ title: 'B' }, { content: { title: 'A and more' }, sent: { title: 'A' } })).toBe(false);
    expect(isOwn({ title: 'A', themes: ['schools'] }, { content: { title: 'A', themes: [] } })).toBe(false);
  });
});
