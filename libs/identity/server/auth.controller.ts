import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { identityLimits } from '@crosscity/identity/contract';
import { Anyone, type Member, refuse } from '@crosscity/platform/server';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { SessionDoor } from './session-door';

class SignInBody {
  @IsString() @MaxLength(identityLimits.email) email: string;
  @IsString() @MaxLength(identityLimits.password.most) password: string;
}

class SignOutBody {
  @IsOptional() @IsBoolean() everywhere?: boolean;
}

/** Signing in and out. Plain REST, since it is about cookies; all else is GraphQL. */
@Controller('auth')
export class AuthController {
  constructor(private readonly door: SessionDoor) {}

  @Anyone() @Post('sign-in') @HttpCode(200)
  async signIn(@Body() _body: SignInBody, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ ok: true }> {
    const member = await new Promise<Member>((resolve, reject) => {
      const answer = (error: unknown, user?: Member | false) => (error ? reject(error as Error) : user ? resolve(user) : reject(refuse('identity.wrongSignIn')));
      // Passport only calls the callback here; it neither redirects nor writes.
      (this.door.passport.authenticate('local', answer) as (...parameters: unknown[]) => void)(request, response, reject);
    });
    // A fresh session id, so that one planted before signing in is worth nothing (ASVS 7.2.4).
    await new Promise<void>((resolve, reject) => request.logIn(member, (error: unknown) => (error ? reject(error as Error) : resolve())));
    const now = new Date().toISOString();
    Object.assign(request.session, { startedAt: now, seenAt: now, device: deviceOf(request) });
    response.setHeader('Cache-Control', 'no-store');
    return { ok: true };
  }

  @Anyone() @Post('sign-out') @HttpCode(200)
  async signOut(@Body() body: SignOutBody, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ ok: true }> {
    const { user } = request;
    if (user && body.everywhere) await this.door.endAll(user.personId);
    else if (user) await this.door.end(user.personId, this.door.keyOf(request));
    await new Promise<void>((resolve) => (request.session ? request.session.destroy(() => resolve()) : resolve()));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Clear-Site-Data', '"cache"');
    return { ok: true };
  }
}

/** Kind of browser and system in two words, for the person's own list of devices. Not the full user agent. */
function deviceOf(request: Request): string {
  const agent = request.headers['user-agent'] ?? '';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? '';
  const browser = /Firefox|Edg|Chrome|Safari/.exec(agent)?.[0]?.replace('Edg', 'Edge') ?? '';
  return [browser, system].filter(Boolean).join(', ');
}
