import type { RefusalCode, RefusalCodes } from '@crosscity/platform/contract';

/** Thrown to say an expected "no". It rolls the transaction back and reaches the client as its code and data. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  constructor(
    readonly code: C,
    readonly data: RefusalCodes[C],
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

type NoData<C extends RefusalCode> = RefusalCodes[C] extends Record<string, never> ? [] : [data: RefusalCodes[C]];

/** `throw refuse('events.closed', { closedAt })`. Codes and data travel; words live on the web. */
export function refuse<C extends RefusalCode>(code: C, ...[data]: NoData<C>): Refusal<C> {
  return new Refusal(code, (data ?? {}) as RefusalCodes[C]);
}

/** Missing and forbidden look alike: loaders throw this for both. */
export function notFound(): Refusal<'platform.notFound'> {
  return refuse('platform.notFound');
}
