import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import { DataSource, type EntitySchema } from 'typeorm';
import { AccessCheck } from './access-check';
import { AccessGuard } from './access';
import { Config, type Settings } from './config';
import { Database, dataSourceOptions, nameStatements } from './database';
import { DateTimeScalar } from './date-time.scalar';
import { RestRefusalFilter, inputPipe } from './errors';
import { FactBook } from './fact-book';
import { graphqlModule } from './graphql';
import { HealthController, Readiness } from './health.controller';
import { HotOperations } from './hot-operations';
import { IdempotencyKeyEntity } from './idempotency-key.entity';
import { Jobs } from './jobs';
import { KnownOperations } from './known-operations';
import { Log } from './log';
import { MailTransport } from './mail-transport';
import { Metrics } from './metrics';
import { Notices } from './notices';
import { RateLimitGuard, RateLimits } from './rate-limits';
import { RedisLink } from './redis';
import { Sessions } from './sessions';
import { Signals } from './signals/signals';
import { Subjects } from './subjects';
import { Work } from './work';

export type EntityClass = (new () => object) | EntitySchema;

export const platformEntities = [IdempotencyKeyEntity];

const services = [Database, FactBook, HotOperations, Work, Jobs, Log, MailTransport, Metrics, Notices, RateLimits, Readiness, RedisLink, Sessions, Signals, Subjects];

const enhancers: Provider[] = [
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_GUARD, useClass: RateLimitGuard },
  { provide: APP_FILTER, useClass: RestRefusalFilter },
  { provide: APP_PIPE, useFactory: inputPipe },
];

/** What every capability stands on. Global: a capability injects `Work`, `Database`, `Jobs`, … without importing it. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings, entities: readonly EntityClass[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(settings, [...platformEntities, ...entities] as never), retryAttempts: 3, retryDelay: 1_000 }),
          dataSourceFactory: async (options) => {
            const source = new DataSource(options!);
            await source.initialize();
            nameStatements(source);
            return source;
          },
        }),
        graphqlModule(),
      ],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: { settings } },
        { provide: KnownOperations, useFactory: () => KnownOperations.read(join(settings.WEB_DIR, 'operations.json')) },
        DateTimeScalar,
        AccessCheck,
        ...services,
        ...enhancers,
      ],
      exports: [Config, KnownOperations, TypeOrmModule, AccessCheck, ...services],
    };
  }
}
