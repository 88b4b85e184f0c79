import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from './config';
import { RedisLink } from './redis';
import { refuse } from './refusal';
import type { RequestContext } from './request-context';

export interface Limit {
  /** How many calls. */
  points: number;
  /** In how many seconds. */
  seconds: number;
}

const LIMIT = Symbol('limit');

/** Limits a root operation per person, or per network address for guests. Reads have a shared generous limit anyway. */
export const Limited = (limit: Limit) => SetMetadata(LIMIT, limit);

const USUAL: Record<'Query' | 'Mutation', Limit> = { Query: { points: 600, seconds: 60 }, Mutation: { points: 120, seconds: 60 } };

/** Counts tries per name and key; in Redis where there is one, so that several nodes count together. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(
    private readonly config: Config,
    private readonly redis: RedisLink,
  ) {}

  /** Takes one point. Refuses with the seconds to wait when none is left. */
  async take(name: string, key: string, limit: Limit, points = 1): Promise<void> {
    if (!this.config.settings.RATE_LIMITS) return;
    try {
      // Hashed: neither addresses nor e-mail addresses lie about in Redis.
      await this.limiter(name, limit).consume(createHash('sha256').update(key).digest('base64url'), points);
    } catch (outcome) {
      if (outcome instanceof RateLimiterRes) throw refuse('platform.tooMany', { seconds: Math.max(1, Math.ceil(outcome.msBeforeNext / 1000)) });
      throw outcome;
    }
  }

  private limiter(name: string, { points, seconds }: Limit): RateLimiterAbstract {
    const known = this.limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: `limit:${name}`, points, duration: seconds };
    const memory = new RateLimiterMemory(options);
    const client = this.redis.client;
    // When Redis is away the node counts alone: closed enough for tries, open enough for reading.
    const limiter = client ? new RateLimiterRedis({ ...options, storeClient: client, useRedisPackage: true, insuranceLimiter: memory }) : memory;
    this.limiters.set(name, limiter);
    return limiter;
  }
}

@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() !== 'graphql') return true;
    const graphql = GqlExecutionContext.create(execution);
    const { fieldName, parentType } = graphql.getInfo<{ fieldName: string; parentType: { name: string } }>();
    if (parentType.name !== 'Query' && parentType.name !== 'Mutation') return true;
    const limit = this.reflector.get<Limit | undefined>(LIMIT, execution.getHandler());
    await take(this.limits, limit ? fieldName : parentType.name, limit ?? USUAL[parentType.name], graphql.getContext<RequestContext>());
    return true;
  }
}

/** Takes a point of the shared limit of reads or writes, for operations that no resolver answers. */
export function takeUsual(limits: RateLimits, parent: 'Query' | 'Mutation', context: RequestContext): Promise<void> {
  return take(limits, parent, USUAL[parent], context);
}

async function take(limits: RateLimits, name: string, limit: Limit, { actor, address }: RequestContext): Promise<void> {
  if (actor.kind === 'system' || (actor.kind === 'guest' && !address)) return;
  await limits.take(name, actor.kind === 'member' ? actor.personId : address!, limit);
}
