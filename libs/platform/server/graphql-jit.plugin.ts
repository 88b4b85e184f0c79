import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from './request-context';

/**
 * Runs operations as compiled functions inside Apollo's request pipeline: half the server's time on large answers.
 * Nest's guards and pipes still run, being part of the resolvers. What does not compile goes the usual way.
 */
export function compileOperations(format: (formatted: GraphQLFormattedError, raw: unknown) => GraphQLFormattedError): ApolloServerPlugin<RequestContext> {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operationName, operation, schema, contextValue, request, response }) {
          if (operation.operation === 'subscription') return null;
          const ofDocument = compiled.get(document) ?? new Map<string, CompiledQuery | null>();
          compiled.set(document, ofDocument);
          const name = operationName ?? '';
          let query = ofDocument.get(name);
          if (query === undefined) {
            const outcome = compileQuery(schema, document, name || undefined, { customJSONSerializer: false });
            query = isCompiledQuery(outcome) ? outcome : null;
            ofDocument.set(name, query);
          }
          if (!query) return null;
          const { data, errors } = await query.query(undefined, contextValue, request.variables ?? {});
          // Apollo formats only the errors of its own execution.
          const formatted = errors?.map((error) => format((error as GraphQLError).toJSON(), error));
          return { http: response.http, body: { kind: 'single', singleResult: formatted ? { data, errors: formatted } : { data } } };
        },
      };
    },
  };
}
