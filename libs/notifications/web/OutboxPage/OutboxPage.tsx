import { Card, DownloadIcon, EmptyState, Link, Pager, RelativeTime, T, directionOf, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { OutboxPageDocument } from './OutboxPage.generated';
import css from './OutboxPage.module.css';

export const query = pageQuery(OutboxPageDocument, () => ({ first: 20, after: null }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'outbox.title');
export const robots = 'noindex';

/** In demo mode nothing leaves the machine: here is what would have. */
export function Page() {
  const { data, variables, fetchMore } = usePage(OutboxPageDocument);
  const [busy, setBusy] = useState(false);
  const { items, nextCursor } = data.outbox;
  return (
    <div className={css.page}>
      <h1>
        <T id="outbox.title" />
      </h1>
      <p>
        <T id="outbox.lead" />
      </p>
      {items.length === 0 ? (
        <EmptyState words={<T id="outbox.none" />} />
      ) : (
        <ul role="list" className={css.mails}>
          {items.map((mail) => (
            <Card key={mail.id} of="li" className={css.mail}>
              <h2 lang={mail.locale} dir={directionOf(mail.locale)} className={css.subject}>
                {mail.subject}
              </h2>
              <p className={css.facts}>
                <T id="outbox.to" values={{ address: <bdi dir="ltr">{mail.to}</bdi> }} /> <RelativeTime at={mail.at} />
              </p>
              <div lang={mail.locale} dir={directionOf(mail.locale)} className={css.text}>
                {mail.text}
              </div>
              <p className={css.links}>
                <Link to={mail.path}>
                  <T id="outbox.follow" />
                </Link>
                {mail.calendar && (
                  <a href={mail.calendar} download>
                    <DownloadIcon size={18} /> <T id="outbox.calendar" />
                  </a>
                )}
              </p>
            </Card>
          ))}
        </ul>
      )}
      {nextCursor && (
        <Pager
          shown={items.length}
          more
          busy={busy}
          onMore={() => {
            setBusy(true);
            void fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setBusy(false));
          }}
        />
      )}
    </div>
  );
}
