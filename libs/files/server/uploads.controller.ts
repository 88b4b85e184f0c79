import { RateLimits, Sessions, SignedIn, asMember, notFound } from '@crosscity/platform/server';
import { All, Controller, Param, Req, Res } from '@nestjs/common';
import { Server } from '@tus/server';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { filesLimits } from '@crosscity/files/contract';
import { Storage } from './storage/storage';
import { UploadsRepository } from './uploads.repository';
import { UploadsService } from './uploads.service';

const PATH = '/files/uploads';

/**
 * Bytes on their way, by the tus protocol (tus.io, 1.0.0): HEAD says how many are there, PATCH adds to them. Where a file
 * begins is `beginUpload` in GraphQL, which knows the place, the limits and the key; so there is no POST here.
 */
@Controller('files/uploads')
export class UploadsController {
  private readonly tus: Server;

  constructor(
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly uploads: UploadsRepository,
    private readonly service: UploadsService,
    storage: Storage,
  ) {
    this.tus = new Server({
      path: PATH,
      datastore: storage.incoming,
      maxSize: Math.max(...Object.values(filesLimits.bytes)),
      allowedOrigins: () => false,
      getFileIdFromRequest: (_request, last) => (last && isUUID(last) ? last : undefined),
      onUploadFinish: async (_request, { id }) => {
        await service.received(id);
        return {};
      },
      // tus' own texts may hold a path or an address of the store.
      onResponseError: (_request, error) => ({ status_code: (error as { status_code?: number }).status_code ?? 500, body: '' }),
    });
  }

  @SignedIn() @All(':id')
  async bytes(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { personId } = asMember(await this.sessions.actorOf(request));
    const isMethod = (request.method === 'HEAD' || request.method === 'PATCH') && !request.headers['x-http-method-override'];
    const open = isMethod && isUUID(id) ? await this.uploads.open(id, personId) : null;
    if (!open) throw notFound();
    if (request.method === 'HEAD' && !open.isWhole) await this.service.openStore(id, open.bytes);
    await this.limits.take('files.bytes', personId, { points: 600, seconds: 60 });
    response.setHeader('Cache-Control', 'no-store');
    await this.tus.handle(request, response);
  }
}
