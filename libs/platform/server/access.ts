import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import { type Actor, type Member, isStaff } from './actor';
import { refuse } from './refusal';
import type { RequestContext } from './request-context';
import { Sessions } from './sessions';

/** Who may call a root operation. What they may see of the answer is decided where the data is loaded. */
export type Access = 'anyone' | 'signedIn' | 'coordinator' | 'staff' | 'administrator';

export const ACCESS = Symbol('access');

/** Everybody, guests included. */
export const Anyone = () => SetMetadata(ACCESS, 'anyone' satisfies Access);
/** People who are admitted and signed in. */
export const SignedIn = () => SetMetadata(ACCESS, 'signedIn' satisfies Access);
/** People who care for at least one city, and staff. */
export const Coordinators = () => SetMetadata(ACCESS, 'coordinator' satisfies Access);
/** Moderators and administrators. */
export const Staff = () => SetMetadata(ACCESS, 'staff' satisfies Access);
export const Administrators = () => SetMetadata(ACCESS, 'administrator' satisfies Access);

/** The global guard: asks the declaration on a root resolver or a REST route, and refuses where there is none. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() === 'http') {
      const declared = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
      assertAccess(declared, await this.sessions.actorOf(execution.switchToHttp().getRequest<Request>()));
      return true;
    }
    const graphql = GqlExecutionContext.create(execution);
    const parent = graphql.getInfo<{ parentType?: { name: string } } | undefined>()?.parentType?.name;
    if (parent !== 'Query' && parent !== 'Mutation') return true;
    const access = this.reflector.get<Access | undefined>(ACCESS, execution.getHandler());
    const { actor } = graphql.getContext<RequestContext>();
    assertAccess(access, actor);
    return true;
  }
}

export function assertAccess(access: Access | undefined, actor: Actor): void {
  if (!access) throw refuse('platform.notAllowed');
  if (access === 'anyone') return;
  if (actor.kind === 'guest') throw refuse('platform.signInFirst');
  if (actor.kind === 'system' || access === 'signedIn') return;
  const allowed = access === 'coordinator' ? isStaff(actor) || actor.coordinates.length > 0 : access === 'staff' ? isStaff(actor) : actor.role === 'administrator';
  if (!allowed) throw refuse('platform.notAllowed');
}

/** The signed-in person of an operation that `@SignedIn()` and stricter let through. */
export function asMember(actor: Actor): Member {
  if (actor.kind !== 'member') throw refuse('platform.signInFirst');
  return actor;
}
