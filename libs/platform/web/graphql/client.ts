import { ApolloClient, ApolloLink, InMemoryCache, Observable, type NormalizedCacheObject } from '@apollo/client';
import { keysetPolicies } from './keyset';

export interface SentOperation {
  operationName: string;
  variables: object;
}

/** Sends one operation and gives what GraphQL answered; throws when no answer came. */
export type Transport = (operation: SentOperation, signal?: AbortSignal) => Promise<object>;

export function createClient({ transport, state, onServer = false }: { transport: Transport; state?: NormalizedCacheObject; onServer?: boolean }): ApolloClient {
  const cache = new InMemoryCache({ typePolicies: keysetPolicies() });
  if (state) cache.restore(state);
  return new ApolloClient({ cache, link: linkTo(transport), ssrMode: onServer, devtools: { enabled: false } });
}

function linkTo(transport: Transport): ApolloLink {
  return new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const abort = new AbortController();
        let answered = false;
        transport({ operationName: operationName ?? '', variables }, abort.signal).then(
          (result) => {
            answered = true;
            observer.next(result as ApolloLink.Result);
            observer.complete();
          },
          (error: unknown) => observer.error(error),
        );
        // Nobody waits any more: the page was left, or a newer filter chosen.
        return () => {
          if (!answered) abort.abort();
        };
      }),
  );
}
