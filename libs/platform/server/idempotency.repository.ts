import { createHash } from 'node:crypto';
import { refuse } from './refusal';
import type { Tx } from './work';

function digest(...parts: unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

interface Claimed<Answer> {
  answer: Answer;
  isFresh: boolean;
}

/** Takes the key, or finds who took it; the second of two waits at the unique index until the first has committed. */
async function claim<Answer>(tx: Tx, operation: string, key: string, input: unknown, answer: Answer | null): Promise<{ id: Buffer } & Claimed<Answer | null>> {
  const actor = tx.actor.kind === 'member' ? tx.actor.personId : tx.actor.kind;
  const id = digest(actor, operation, key);
  const inputHash = digest(input);
  const fresh = await tx.rows(
    `with taken as (insert into idempotency_key (id, input_hash, answer, created_at) values ($1, $2, $3::jsonb, $4) on conflict (id) do nothing returning 1) select 1 from taken`,
    [id, inputHash, answer === null ? null : JSON.stringify(answer), tx.now],
  );
  if (fresh.length > 0) return { id, answer, isFresh: true };
  return { id, answer: await firstAnswer<Answer>(tx, { id, inputHash }), isFresh: false };
}

/**
 * Does `make` once for this actor, operation and key; a repeat gets the first answer, also when both arrive at the same
 * moment. The row is part of the caller's transaction, so a crash leaves either both or neither. The same key with
 * another input is refused.
 *
 * `make` returns what is enough to find the outcome again: an id, or a small object. `input` should hold the whole input.
 */
export async function once<Answer>(tx: Tx, operation: string, key: string, input: unknown, make: () => Promise<Answer>): Promise<Answer> {
  const claimed = await claim<Answer>(tx, operation, key, input, null);
  if (!claimed.isFresh) return claimed.answer!;
  const answer = await make();
  await tx.rows(`update idempotency_key set answer = $2::jsonb where id = $1`, [claimed.id, JSON.stringify(answer ?? null)]);
  return answer;
}

/** `once` where the answer is known before the deed, such as the id that it will give: one statement less. */
export async function onceAs<Answer>(tx: Tx, operation: string, key: string, input: unknown, answer: Answer, make: () => Promise<void>): Promise<Answer> {
  const claimed = await claim<Answer>(tx, operation, key, input, answer);
  if (claimed.isFresh) await make();
  return claimed.answer!;
}

/** The row of a key, for a statement that writes it together with the deed. A repeat breaks `pk_idempotency_key`. */
export interface IdempotencyRow {
  id: Buffer;
  inputHash: Buffer;
}

export function idempotencyOf(actor: { personId: string }, operation: string, key: string, input: unknown): IdempotencyRow {
  return { id: digest(actor.personId, operation, key), inputHash: digest(input) };
}

/** The first answer to a key, null where it is new. The same key with another input is refused. */
export async function firstAnswer<Answer>(database: Pick<Tx, 'rows'>, { id, inputHash }: IdempotencyRow): Promise<Answer | null> {
  const [first] = await database.rows<{ input_hash: Buffer; answer: Answer }>(`select input_hash, answer from idempotency_key where id = $1`, [id]);
  if (!first) return null;
  if (!inputHash.equals(first.input_hash)) throw refuse('platform.keyReused');
  return first.answer;
}
