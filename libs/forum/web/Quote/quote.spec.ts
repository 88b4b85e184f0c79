import { quoteOf } from './quote';

const from = { label: 'What we did', path: '/lessons/1/a-lesson#did' };

describe('a quote', () => {
  it('is a quote in Markdown that leads back', () => {
    expect(quoteOf('We came every Thursday.', from)).toBe('> We came every Thursday.\n>\n> [What we did](/lessons/1/a-lesson#did)\n\n');
    expect(quoteOf('One.\n\nTwo.', from)).toContain('> One.\n>\n> Two.\n>\n> [What we did]');
  });

  it('keeps the marked words as they are, whatever they look like', () => {
    for (const words of ['1. one', '# not a heading', '- no list', '> no quote', '*a* _b_ `c` ~~d~~', '[a](javascript:alert(1))', '<b>x</b>', 'a\\*b', '&amp; | x', '= 2', '12) x', 'https://a.example', 'تقول *هذه*']) {
      const line = quoteOf(words, from).split('\n')[0]!.slice(2);
      // Without its escapes it is the text again, and nothing that forms anything stands without one.
      const text = line.replace(/\\([\\`*_[\]<>~|&#\-+=.)])/gu, '$1');
      expect(line.replace(/\\./gu, '')).not.toMatch(/[\\`*_[\]<>~|&]|^#|^[-+=]|^\d+[.)]/u);
      expect(text).toBe(words);
    }
  });

  it('is short, and cuts no character in two', () => {
    const quote = quoteOf('😀'.repeat(500), from);
    expect(quote.isWellFormed()).toBe(true);
    expect(quote.length).toBeLessThan(700);
  });

  it('writes addresses with letters of any script once', () => {
    expect(quoteOf('x', { label: 'a[b]', path: '/lessons/1/درس#did' })).toContain('[ab](/lessons/1/%D8%AF%D8%B1%D8%B3#did)');
  });
});
