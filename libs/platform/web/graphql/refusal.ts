import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { formatsOf } from '../words/formats';
import { wordsOf } from '../words/words';
import { ConnectionFailure, RestRefusal } from './http';

/** Why something was not done: a code that capabilities declare in `contract/<lib>.errors.ts`, and its data. */
export interface Refusal {
  code: string;
  data: Record<string, unknown>;
  /** What support can find in the log, for errors that nobody foresaw. */
  reference?: string;
}

export function refusalOf(error: unknown): Refusal {
  if (CombinedGraphQLErrors.is(error)) {
    const { code, data, reference } = (error.errors[0]?.extensions ?? {}) as Partial<Refusal>;
    return { code: code ?? 'platform.unexpected', data: data ?? {}, reference };
  }
  if (error instanceof RestRefusal) return { code: error.code, data: error.data, reference: error.reference };
  if (error instanceof ConnectionFailure) return { code: error.status === 0 ? 'platform.offline' : 'platform.unavailable', data: {} };
  return { code: 'platform.unexpected', data: {} };
}

/** The sentence for the reader: what happened and what to do, from the catalogue of the capability that refused. */
export function refusalToWords(intl: IntlShape, error: unknown): string {
  const { code, data, reference } = refusalOf(error);
  const id = `refusal.${code}`;
  if (reference) return wordsOf(intl, 'refusal.platform.unexpected.withReference', { reference });
  return id in intl.messages ? wordsOf(intl, id, worded(intl, data) as never) : wordsOf(intl, 'refusal.platform.unexpected');
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Instants travel as ISO 8601; in a sentence they are days. */
function worded(intl: IntlShape, data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === 'string' && instant.test(value) ? formatsOf(intl).date(value) : value]));
}

/** For `platform.invalid`: which fields break which rule, as `{ 'input.email': 'isEmail' }`; empty for other refusals. */
export function refusedFields(error: unknown): Record<string, string> {
  const { code, data } = refusalOf(error);
  return code === 'platform.invalid' ? ((data.fields as Record<string, string> | undefined) ?? {}) : {};
}

export function useRefusal(): (error: unknown) => string {
  const intl = useIntl();
  return useCallback((error: unknown) => refusalToWords(intl, error), [intl]);
}
