import { KeptPages, type PageOperation } from './kept-pages';

const operation = (operationName: string): PageOperation => ({ operationName, query: '', variables: {} });

/** A page of one operation, whose answer and drawing the test sees. */
function site(answer: { value: string }) {
  const kept = new KeptPages();
  let drawings = 0;
  const render = (nonce: string, address = '/lessons') =>
    kept.page(address, nonce, async () => JSON.stringify({ data: answer.value }), async (mark, execute) => {
      drawings += 1;
      const { data } = (await execute(operation('Lesson'))) as { data: string };
      return { status: data === 'gone' ? 410 : 200, html: `<script nonce="${mark}"></script>${data}` };
    });
  return { render, drawings: () => drawings };
}

describe('kept pages', () => {
  it('are drawn once for the same answers, each time with the reader’s own nonce', async () => {
    const { render, drawings } = site({ value: 'text' });
    expect((await render('n1')).html).toBe('<script nonce="n1"></script>text');
    expect((await render('n2')).html).toBe('<script nonce="n2"></script>text');
    expect(drawings()).toBe(1);
  });

  it('are drawn anew as soon as an answer differs, and for another address', async () => {
    const answer = { value: 'before' };
    const { render, drawings } = site(answer);
    await render('n');
    answer.value = 'after';
    expect((await render('n')).html).toContain('after');
    await render('n', '/lessons?lang=ar');
    expect(drawings()).toBe(3);
  });

  it('keep nothing but whole pages', async () => {
    const { render, drawings } = site({ value: 'gone' });
    expect((await render('n')).status).toBe(410);
    await render('n');
    expect(drawings()).toBe(2);
  });
});
