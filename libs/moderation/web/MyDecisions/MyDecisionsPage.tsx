import { Card, EmptyState, Link, Pager, RelativeTime, T, Tag, UserText, pageQuery, usePage, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { MyDecisionsPageDocument } from './MyDecisions.generated';
import css from './MyDecisions.module.css';

export const query = pageQuery(MyDecisionsPageDocument, () => ({ first: 20, after: null }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'moderation.mine');
export const robots = 'noindex';

export function Page() {
  const { data, variables, fetchMore } = usePage(MyDecisionsPageDocument);
  const [busy, setBusy] = useState(false);
  const { items, nextCursor } = data.myDecisions;
  return (
    <div className={css.page}>
      <h1>
        <T id="moderation.mine" />
      </h1>
      {items.length === 0 ? (
        <EmptyState words={<T id="moderation.mine.none" />} />
      ) : (
        <ul role="list" className={css.list}>
          {items.map((decision) => (
            <Card key={decision.id} of="li">
              <h2 className={css.title}>
                <Link to={`/me/decisions/${decision.id}`}>
                  <T id={`moderation.mine.${decision.action}`} />
                </Link>
              </h2>
              {decision.content && <UserText of="p" text={decision.content.title} lang={decision.content.language} />}
              <p className={css.fact}>
                {decision.rule && <T id={`moderation.rule.${decision.rule}`} />} <RelativeTime at={decision.decidedAt} />{' '}
                {decision.takenBackAt && (
                  <Tag>
                    <T id="moderation.takenBack" />
                  </Tag>
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
