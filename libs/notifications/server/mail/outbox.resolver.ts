import { Args, Query, Resolver } from '@nestjs/graphql';
import { Anyone, Config, GUEST, type Page, PageArgs, cursorOf, notFound, publicUrl, readCursor, toPage } from '@crosscity/platform/server';
import { MailRepository } from './mail.repository';
import { KeptMailType, OutboxPage } from './outbox.type';
import { Postman } from './postman';

/** The local outbox. It shows other people's mail, secret links included, so it exists in demo mode only. */
@Resolver(() => KeptMailType)
export class OutboxResolver {
  constructor(
    private readonly config: Config,
    private readonly mails: MailRepository,
    private readonly postman: Postman,
  ) {}

  @Anyone()
  @Query(() => OutboxPage, { description: 'Mails kept in demo mode, newest first.' })
  async outbox(@Args({ type: () => PageArgs }) { first, after }: PageArgs): Promise<Page<KeptMailType>> {
    if (this.config.settings.MODE !== 'demo') throw notFound();
    const origin = publicUrl(this.config.settings);
    const page = toPage(await this.mails.kept(first + 1, readCursor(after, 2)), first, (row) => cursorOf(row.created_at, row.id));
    const items = await Promise.all(page.items.map(async (mail) => {
      const letter = await this.postman.write(mail, (await this.postman.readerOf(mail)) ?? GUEST);
      const link = letter.text.split('\n').find((line) => line.startsWith(`${origin}/`)) ?? origin;
      return {
        id: mail.id, to: `${mail.name} <${mail.address}>`, locale: mail.locale, subject: letter.subject, text: letter.text, html: letter.html, at: mail.created_at,
        path: link.slice(origin.length), calendar: mail.calendar ? `/outbox/${mail.id}.ics` : null,
      };
    }));
    return { ...page, items };
  }
}
