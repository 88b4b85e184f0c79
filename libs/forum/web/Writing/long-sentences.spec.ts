import { longSentences } from './long-sentences';

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

describe('long sentences', () => {
  it('are those with more words than the language bears', () => {
    expect(longSentences({ language: 'en', did: `${words(25)}. ${words(26)}.` })).toBe(1);
    expect(longSentences({ language: 'fi', did: `${words(18)}. ${words(19)}!`, short: words(30) })).toBe(2);
    expect(longSentences({ language: 'ar', happened: `${Array.from({ length: 21 }, () => 'كلمة').join(' ')}؟ نعم.` })).toBe(1);
  });

  it('do not grow over the lines of a list', () => {
    expect(longSentences({ language: 'en', did: `- ${words(15)}\n- ${words(15)}\n\n${words(20)}` })).toBe(0);
  });
});
