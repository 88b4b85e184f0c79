import { createHash } from 'node:crypto';
import { refuse } from './refusal';
import type { Tx } from './work';

function digest(...parts: unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/**
 * Does `make` once for this actor, operation and key; a repeat gets the first answer, also when both arrive at the same
 * moment, since the second waits at the unique index until the first has committed. The row is part of the caller's
 * transaction, so a crash leaves either both or neither. The same key with another input is refused.
 *
 * `make` returns what is enough to find the outcome again: an id, or a small object. `input` should hold the whole input.
 */
export async function once<Answer>(tx: Tx, operation: string, key: string, input: unknown, make: () => Promise<Answer>): Promise<Answer> {
  const actor = tx.actor.kind === 'member' ? tx.actor.personId : tx.actor.kind;
  const id = digest(actor, operation, key);
  const inputHash = digest(input);
  const fresh = await tx.rows<{ id: Buffer }>(
    `insert into idempotency_key (id, input_hash, created_at) values ($1, $2, $3) on conflict (id) do nothing returning id`,
    [id, inputHash, tx.now],
  );
  if (fresh.length === 0) {
    const [first] = await tx.rows<{ input_hash: Buffer; answer: Answer }>(`select input_hash, answer from idempotency_key where id = $1`, [id]);
    if (!first || !inputHash.equals(first.input_hash)) throw refuse('platform.keyReused');
    return first.answer;
  }
  const answer = await make();
  await tx.rows(`update idempotency_key set answer = $2::jsonb where id = $1`, [id, JSON.stringify(answer ?? null)]);
  return answer;
}
