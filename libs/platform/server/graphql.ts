import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { Config } from './config';
import { answerBusy, formatGraphqlError } from './errors';
import { compileOperations } from './graphql-jit.plugin';
import { graphqlLimits, limitCost, limitShape } from './graphql-limits';
import { HotOperations, answerHotOperations, stringifyAnswer } from './hot-operations';
import { KnownOperations } from './known-operations';
import { Log } from './log';
import { RateLimits } from './rate-limits';
import { contextFor } from './request-context';
import { Sessions } from './sessions';

/** Apollo Server under Nest, code first, with our limits, error form and compiled execution. */
export function graphqlModule(): DynamicModule {
  return GraphQLModule.forRootAsync<ApolloDriverConfig>({
    driver: ApolloDriver,
    inject: [Config, Log, KnownOperations, Sessions, HotOperations, RateLimits],
    useFactory: (config: Config, log: Log, operations: KnownOperations, sessions: Sessions, hot: HotOperations, limits: RateLimits) => {
      const formatError = formatGraphqlError(log);
      const inProduction = config.settings.NODE_ENV === 'production';
      return {
        path: '/graphql',
        autoSchemaFile: true,
        sortSchema: true,
        graphiql: false,
        csrfPrevention: { requestHeaders: ['x-crosscity'] },
        introspection: !inProduction,
        includeStacktraceInErrorResponses: false,
        hideSchemaDetailsFromClientErrors: true,
        allowBatchedHttpRequests: false,
        persistedQueries: false,
        maxRecursiveSelections: true,
        parseOptions: { maxTokens: graphqlLimits.tokens },
        validationRules: [limitShape],
        plugins: [ApolloServerPluginCacheControlDisabled(), limitCost(operations), answerHotOperations(hot, limits, log), compileOperations(formatError), answerBusy()],
        stringifyResult: stringifyAnswer as never,
        formatError,
        context: async ({ req, res }: { req: Request; res: Response }) => contextFor(await sessions.actorOf(req), { req, res }),
      };
    },
  });
}
