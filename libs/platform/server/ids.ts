import { randomBytes, randomUUID } from 'node:crypto';

/** A random UUID (version 4): unlike version 7 it tells nobody when a row was made. */
export function newId(): string {
  return randomUUID();
}

/** A secret for links and tokens: 192 random bits in base64url. ASVS 11.5.1 asks for 128 or more. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

const UNMISTAKABLE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code that people read aloud at a door, `K7M9-P2Q5`: no letters or digits that look alike. About 39 bits, so not a secret. */
export function newSpokenCode(): string {
  const letters = Array.from(randomBytes(8), (byte) => UNMISTAKABLE[byte % UNMISTAKABLE.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
