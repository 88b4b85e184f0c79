import { idsIn } from './page-words';

describe('the words that code names', () => {
  it('are whole ids in any quotes, and beginnings where an id is put together', () => {
    const { whole, begun } = idsIn('a("forum.reply.send"),b(\'home.title\'),c(`platform.close`),d(`forum.level.${x}`),e(`platform.problem.${n}.title`),f("forum.kind."+k)');
    expect([...whole]).toEqual(expect.arrayContaining(['forum.reply.send', 'home.title', 'platform.close']));
    expect(begun).toEqual(['forum.level.', 'platform.problem.', 'forum.kind.']);
  });

  it('are not the refusals, which come with the whole catalogues', () => {
    expect(idsIn('t(`refusal.${code}`)')).toEqual({ whole: new Set(), begun: [] });
  });
});
