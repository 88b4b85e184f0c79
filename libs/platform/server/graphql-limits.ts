import type { ApolloServerPlugin } from '@apollo/server';
import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { KnownOperations } from './known-operations';
import type { RequestContext } from './request-context';

/** ASVS 4.3.1 and 15.2.2: what one request may ask for. Our own heaviest page stays under half of each. */
export const graphqlLimits = { depth: 9, aliases: 15, directives: 50, tokens: 2_000, cost: 5_000, bodyBytes: 256_000 } as const;

/** A validation rule that counts depth, aliases and directives while it walks, and stops at the first one too many. */
export function limitShape(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let aliases = 0;
  let directives = 0;
  const refuseIf = (broken: boolean, what: string) => {
    if (broken) context.reportError(new GraphQLError(`The operation has too many ${what}.`));
  };
  return {
    Field: {
      enter(node) {
        depth += 1;
        if (node.alias) aliases += 1;
        if (depth === graphqlLimits.depth + 1) refuseIf(true, 'levels');
        if (aliases === graphqlLimits.aliases + 1) refuseIf(true, 'aliases');
      },
      leave() {
        depth -= 1;
      },
    },
    Directive() {
      directives += 1;
      if (directives === graphqlLimits.directives + 1) refuseIf(true, 'directives');
    },
  };
}

/** Variables that don't fit the operation are refused by whoever runs it, which also says so well. */
function costOf(options: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(options);
  } catch (error) {
    if (error instanceof GraphQLError) throw new GraphQLError('The operation does not fit.', { extensions: { code: 'BAD_USER_INPUT' } });
    throw error;
  }
}

/** Counts one point a field, times the page size for lists. Operations of our own build are known to fit. */
export function limitCost(operations: KnownOperations): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue }) {
      return {
        async didResolveOperation({ request, document, schema, source }) {
          if (contextValue.actor.kind === 'system' || (source && operations.isKnown(source))) return;
          const cost = costOf({
            schema,
            query: document,
            operationName: request.operationName ?? undefined,
            variables: request.variables ?? {},
            estimators: [
              fieldExtensionsEstimator(),
              ({ args, childComplexity }) => (typeof args['first'] === 'number' ? 1 + args['first'] * childComplexity : undefined),
              simpleEstimator({ defaultComplexity: 1 }),
            ],
          });
          if (cost > graphqlLimits.cost) throw new GraphQLError('The operation asks for too much at once.', { extensions: { code: 'platform.invalid' } });
        },
      };
    },
  };
}
