import type { SentOperation } from './client';
import { idOfOperation } from './document';

/** The header that the api asks for beside JSON: no form or image of another site can set it. */
const ownRequest = { 'content-type': 'application/json', 'x-crosscity': 'web' };

/** The api, a gateway in front of it, or the network gave no usable answer. */
export class ConnectionFailure extends Error {
  constructor(readonly status: number) {
    super(status === 0 ? 'No network' : `The server answered ${status}`);
  }
}

/** A refusal of one of the few addresses beside GraphQL (`/auth/…`). */
export class RestRefusal extends Error {
  constructor(
    readonly code: string,
    readonly data: Record<string, unknown>,
    readonly reference?: string,
  ) {
    super(code);
  }
}

async function send(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { method: 'POST', headers: ownRequest, credentials: 'same-origin', body: JSON.stringify(body), signal });
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new ConnectionFailure(0);
  }
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  if (!response.headers.get('content-type')?.includes('json')) throw new ConnectionFailure(response.status);
  return (await response.json()) as Record<string, unknown>;
}

export async function sendOperation({ operationName, variables }: SentOperation, signal?: AbortSignal): Promise<object> {
  const id = idOfOperation(operationName);
  const answer = await readJson(await send('/graphql', { operationName, variables, extensions: { operation: { id } } }, signal));
  if (!('data' in answer) && !('errors' in answer)) throw refusalIn(answer) ?? new ConnectionFailure(502);
  return answer;
}

/** Posts to an address beside GraphQL and gives its answer; throws `RestRefusal` in the same form as GraphQL refusals. */
export async function postJson<TAnswer = unknown>(path: string, body: object): Promise<TAnswer> {
  const response = await send(path, body);
  if (response.status === 204) return undefined as TAnswer;
  const answer = await readJson(response);
  const refusal = refusalIn(answer);
  if (refusal) throw refusal;
  if (!response.ok) throw new ConnectionFailure(response.status);
  return answer as TAnswer;
}

function refusalIn(answer: Record<string, unknown>): RestRefusal | undefined {
  const error = answer.error as { code?: string; data?: Record<string, unknown>; reference?: string } | undefined;
  return error?.code ? new RestRefusal(error.code, error.data ?? {}, error.reference) : undefined;
}
