import { renderMarkdown } from '@crosscity/platform/server';
import { quoteOf } from './quote';

const from = { label: 'What we did', path: '/lessons/1/a-lesson#did' };

describe('a quote', () => {
  it('is a quote in Markdown that leads back', () => {
    expect(quoteOf('We came every Thursday.', from)).toBe('> We came every Thursday.\n>\n> [What we did](/lessons/1/a-lesson#did)\n\n');
    expect(renderMarkdown(quoteOf('One.\n\nTwo.', from))).toContain('<a href="/lessons/1/a-lesson#did"');
  });

  it('keeps the marked words as they are, whatever they look like', () => {
    for (const words of ['1. one', '# not a heading', '- no list', '> no quote', '*a* _b_ `c` ~~d~~', '[a](javascript:alert(1))', '<b>x</b>', 'a\\*b', '&amp; | x', '= 2', '12) x', 'https://a.example', 'تقول *هذه*']) {
      const html = renderMarkdown(quoteOf(words, from));
      const text = html.split('</p>')[0]!.replace(/<[^>]+>/g, '').replace(/&#x3C;/g, '<').replace(/&#x26;/g, '&').replace(/&gt;/g, '>').trim();
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
