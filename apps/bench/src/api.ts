import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Ids of the built client's operations: production runs nothing else. */
const manifest = JSON.parse(readFileSync(join(root, 'dist/web/operations.json'), 'utf8')) as Record<string, { name: string; text: string }>;
const ids = new Map(Object.entries(manifest).map(([id, { name }]) => [name, id]));

/** The body of a request for an operation of the client, by its name. */
export function operation(operationName: string, variables: Record<string, unknown> = {}): unknown {
  const id = ids.get(operationName);
  if (!id) throw new Error(`The client has no operation ${operationName}.`);
  return { operationName, variables, extensions: { operation: { id } } };
}

export const headers = { 'x-crosscity': 'bench' } as const;

/** Asks once and throws on any error, so that no figure is ever measured on refusals. */
export async function ask<Data>(url: string, body: unknown, cookie?: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }, body: JSON.stringify(body) });
  const answer = (await response.json()) as { data?: Data; errors?: { message: string; extensions?: unknown }[] };
  if (answer.errors || !answer.data) throw new Error(`The api refused: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export const PASSWORD = 'bench bench bench';

/** Signs the numbered member in; the cookie as a header. */
export async function signIn(url: string, number: number): Promise<string> {
  const response = await fetch(`${url}/auth/sign-in`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ email: `member-${number}@bench.invalid`, password: PASSWORD }) });
  if (!response.ok) throw new Error(`member-${number} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers.getSetCookie().map((line) => line.split(';')[0]!).join('; ');
}
