import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { Anyone, Config, notFound } from '@crosscity/platform/server';
import type { Response } from 'express';
import { MailRepository } from './mail.repository';

/** Calendar files of kept mails, in demo mode. */
@Controller('outbox')
export class OutboxController {
  constructor(
    private readonly config: Config,
    private readonly mails: MailRepository,
  ) {}

  @Anyone() @Get(':id.ics')
  async calendar(@Param('id', ParseUUIDPipe) id: string, @Res() response: Response): Promise<void> {
    const calendar = this.config.settings.MODE === 'demo' ? await this.mails.keptCalendar(id) : null;
    if (!calendar) throw notFound();
    response.type(`text/calendar; charset=utf-8; method=${calendar.method}`).attachment(calendar.filename).send(calendar.content);
  }
}
