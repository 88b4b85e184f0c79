import { pipeline } from 'node:stream/promises';
import { Anyone, Log, Sessions, notFound } from '@crosscity/platform/server';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FilesService } from './files.service';
import { rangeOf } from './range';
import { type ByteRange, Storage } from './storage/storage';

/** Sizes that a page shows itself; everything else is for saving. */
const INLINE = new Set(['picture', 'video']);

/** Hands files out. The right is asked each time; a browser may keep a copy, but asks whether it may still show it. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly sessions: Sessions,
    private readonly files: FilesService,
    private readonly storage: Storage,
    private readonly log: Log,
  ) {}

  @Anyone() @Get(':id/:size')
  async file(@Param('id') id: string, @Param('size') size: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = await this.sessions.actorOf(request);
    const language = /^captions-([A-Za-z-]{2,12})$/.exec(size)?.[1];
    if (language) {
      const words = await this.files.captions(actor, id, language);
      strict(response, 'inline');
      response.setHeader('Cache-Control', 'private, no-store');
      response.setHeader('Content-Type', 'text/vtt; charset=utf-8');
      response.end(words);
      return;
    }
    if (!/^[a-z0-9]{1,12}$/.test(size)) throw notFound();
    const version = await this.files.served(actor, id, size);
    strict(response, INLINE.has(version.kind) && request.query['save'] === undefined ? 'inline' : attachment(version.name || `${version.kind}.${version.mediaType.split('/')[1]}`));
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', `"${version.hash}"`);
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('Content-Type', version.mediaType);
    if (matches(request.headers['if-none-match'], version.hash)) return void response.status(304).end();
    const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === `"${version.hash}"` ? request.headers.range : undefined;
    const range = rangeOf(asked, version.bytes);
    if (range === 'outside') {
      response.setHeader('Content-Range', `bytes */${version.bytes}`);
      return void response.status(416).end();
    }
    await this.send(response, version.hash, version.bytes, range, request.method === 'HEAD');
  }

  private async send(response: Response, hash: string, bytes: number, range: ByteRange | null, headOnly: boolean): Promise<void> {
    response.setHeader('Content-Length', range ? range.end - range.start + 1 : bytes);
    if (range) response.status(206).setHeader('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
    if (headOnly) return void response.end();
    const stream = await this.storage.read(hash, range ?? undefined);
    if (!stream) throw notFound();
    try {
      await pipeline(stream, response);
    } catch (error) {
      // Whoever watches a video stops in the middle all the time.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') this.log.error({ error }, 'a file could not be sent');
      response.destroy();
    }
  }
}

/** Whatever a file holds, a browser may neither run it nor guess at it. ASVS 3.2.1, 5.4. */
function strict(response: Response, disposition: string): void {
  response.setHeader('Content-Security-Policy', `default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox; frame-ancestors 'none'`);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Vary', 'Cookie');
  response.setHeader('Content-Disposition', disposition);
}

/** RFC 6266: a plain name for old clients, the whole one beside it. */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

function matches(header: string | undefined, hash: string): boolean {
  return header !== undefined && header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${hash}"`);
}
