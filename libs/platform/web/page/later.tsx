import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { useRefusal } from '../graphql/refusal';
import { ConnectionFailure } from '../graphql/http';
import { wholeWords } from '../words/words';

type Later<TProps> = ComponentType<TProps & { whileComing?: ReactNode; inCaseOfFailure?: (words: string, again: () => void) => ReactNode }> & {
  /** Begins to fetch it: when a pointer or the focus comes near. */
  fetch(): void;
}

/**
 * A part of a page that a reader doesn't need: its code comes when it is first drawn, and all words with it. Unlike
 * `lazy`, it is never drawn on the server, and without a network the rest of the page stays.
 */
export function later<TProps extends object>(load: () => Promise<ComponentType<TProps>>): Later<TProps> {
  let Part: ComponentType<TProps> | undefined;
  let coming: Promise<unknown> | undefined;
  const fetch = () =>
    (coming ??= Promise.all([load(), wholeWords()]).then(
      ([part]) => void (Part = part),
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    ));

  function LaterPart({ whileComing = null, inCaseOfFailure, ...props }: TProps & { whileComing?: ReactNode; inCaseOfFailure?: (words: string, again: () => void) => ReactNode }) {
    const [state, setState] = useState<'coming' | 'here' | 'failed'>(Part ? 'here' : 'coming');
    const toWords = useRefusal();
    useEffect(() => {
      if (state !== 'coming') return;
      let gone = false;
      fetch().then(
        () => gone || setState('here'),
        () => gone || setState('failed'),
      );
      return () => {
        gone = true;
      };
    }, [state]);
    if (state === 'here' && Part) return <Part {...(props as unknown as TProps)} />;
    return state === 'failed' ? inCaseOfFailure?.(toWords(new ConnectionFailure(0)), () => setState('coming')) : whileComing;
  }
  return Object.assign(LaterPart, { fetch: () => void fetch().catch(() => undefined) });
}
