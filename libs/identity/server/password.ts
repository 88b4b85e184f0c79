import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** OWASP's and ASVS 11.4.2's least: 19 MiB, two passes, one lane. Raising these rehashes at the next sign-in. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

async function tag(password: string, nonce: Buffer, cost: { memory: number; passes: number; parallelism: number }): Promise<Buffer> {
  // NFKC, so that the same word typed on another keyboard is the same password (NIST SP 800-63B 5.1.1.2).
  return derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: 32, ...cost });
}

/** The password as an Argon2id hash in the PHC string format (RFC 9106). */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(await tag(password, nonce, COST))}`;
}

/** Whether the password fits the hash. Takes as long for a hash of nobody, so that time does not tell who is known. */
export async function fitsPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = PHC.exec(hash ?? NOBODY);
  if (!parts) return false;
  const expected = Buffer.from(parts[5]!, 'base64');
  const actual = await tag(password, Buffer.from(parts[4]!, 'base64'), { memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]) });
  return hash !== null && expected.length === actual.length && timingSafeEqual(expected, actual);
}

export function needsRehash(hash: string): boolean {
  const parts = PHC.exec(hash);
  return !parts || Number(parts[1]) < COST.memory || Number(parts[2]) < COST.passes;
}

const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(32))}`;
