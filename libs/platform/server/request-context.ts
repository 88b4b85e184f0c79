import type { Request, Response } from 'express';
import type { Actor } from './actor';

/** The `context` of one GraphQL operation: made afresh for each, never shared. */
export interface RequestContext {
  actor: Actor;
  /** Loaders of this operation; see `loaderOf`. */
  loaders: Map<string, unknown>;
  req?: Request;
  res?: Response;
  /** Key of the reader's network address for rate limits; never logged. */
  address?: string;
}

export function contextFor(actor: Actor, request?: { req: Request; res: Response }): RequestContext {
  return { actor, loaders: new Map(), req: request?.req, res: request?.res, address: request?.req.ip };
}
