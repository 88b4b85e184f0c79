import type { ReplyPartsFragment } from './Discussion.generated';

type Placed = Pick<ReplyPartsFragment, 'id' | 'seq' | 'parentId'>;

export interface Branch<R extends Placed = ReplyPartsFragment> {
  reply: R;
  /** Answers to it that are loaded, in order. */
  answers: R[];
}

/** One level of nesting: an answer stands under what it answers when that is loaded, else in its own place. */
export function grow<R extends Placed>(items: readonly R[]): Branch<R>[] {
  const inOrder = [...items].sort((one, other) => one.seq - other.seq);
  const branches = new Map<string, Branch<R>>();
  for (const reply of inOrder) {
    const parent = reply.parentId === null ? undefined : branches.get(reply.parentId);
    if (parent) parent.answers.push(reply);
    else branches.set(reply.id, { reply, answers: [] });
  }
  return [...branches.values()];
}
