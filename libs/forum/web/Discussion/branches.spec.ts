import { grow } from './branches';

const reply = (seq: number, parentId: string | null = null) => ({ id: `r${seq}`, seq, parentId });

describe('the shape of a discussion', () => {
  it('puts answers under what they answer, in the order of their numbers', () => {
    const branches = grow([reply(4, 'r1'), reply(1), reply(3, 'r1'), reply(2)]);
    expect(branches.map((branch) => [branch.reply.id, branch.answers.map(({ id }) => id)])).toEqual([['r1', ['r3', 'r4']], ['r2', []]]);
  });

  it('leaves an answer in its own place while what it answers is not loaded', () => {
    const branches = grow([reply(8, 'r1'), reply(9)]);
    expect(branches.map((branch) => branch.reply.id)).toEqual(['r8', 'r9']);
  });

  it('loses nobody, also when an answer names itself or comes before what it answers', () => {
    const branches = grow([reply(1, 'r2'), reply(2), reply(3, 'r3')]);
    expect(branches.flatMap((branch) => [branch.reply, ...branch.answers])).toHaveLength(3);
  });
});
