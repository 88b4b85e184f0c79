import { refusedFields, useRefusal, useWords, type FieldProblem } from '@crosscity/platform/web';
import { useState } from 'react';

export interface Problems<Field extends string> {
  /** For the ErrorSummary, in the order of the fields on the page. */
  list: FieldProblem[];
  /** The words beside a field. */
  of(field: Field): string | undefined;
  /** Shows these fields as wrong; whether there is none. */
  check(wrong: readonly Field[]): boolean;
  /** Shows what the server refused, at its field where it names one that is on the page. */
  refused(error: unknown): void;
  clear(): void;
}

/**
 * What is wrong with a form: one sentence a field that says what to do, whichever rule was broken. The key of the words is
 * `identity.problem.<field>`, the id of the field `<form>-<field>`.
 */
export function useProblems<Field extends string>(form: string, fields: readonly Field[]): Problems<Field> {
  const words = useWords();
  const toWords = useRefusal();
  const [wrong, setWrong] = useState<readonly Field[]>([]);
  const [failure, setFailure] = useState('');
  const of = (field: Field) => (wrong.includes(field) ? words(`identity.problem.${field}`) : undefined);
  return {
    list: [...fields.filter((field) => wrong.includes(field)).map((field) => ({ field: `${form}-${field}`, words: of(field)! })), ...(failure ? [{ words: failure }] : [])],
    of,
    check(found) {
      setWrong(found);
      setFailure('');
      return found.length === 0;
    },
    refused(error) {
      const named = Object.keys(refusedFields(error)).map((path) => path.replace(/^input\./, '').split('.')[0]!);
      const here = fields.filter((field) => named.includes(field));
      setWrong(here);
      setFailure(here.length === 0 ? toWords(error) : '');
    },
    clear() {
      setWrong([]);
      setFailure('');
    },
  };
}
