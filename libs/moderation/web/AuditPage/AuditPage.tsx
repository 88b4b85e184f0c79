import { Banner, EmptyState, Link, Pager, T, pageQuery, useFormats, usePage, usePageMatch, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { AuditPageDocument, type AuditPageQuery } from './AuditPage.generated';
import css from './AuditPage.module.css';

export const query = pageQuery(AuditPageDocument, ({ search }) => ({ first: 50, after: null, subjectId: search.get('about') }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'moderation.audit');
export const robots = 'noindex';

/** Acts that have words of their own. */
const ENTRIES: Record<string, string> = { 'moderation.decided': 'decided', 'moderation.reopened': 'reopened' };

/** Who did what. The chain of hashes is checked each time the page is opened. */
export function Page() {
  const { data, variables, fetchMore } = usePage(AuditPageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const { items, nextCursor } = data.auditLog;
  const { entries, broken } = data.auditCheck;
  return (
    <div className={css.page}>
      <h1>
        <T id="moderation.audit" />
      </h1>
      {broken === null && entries > 0 && (
        <Banner kind="success">
          <p>
            <T id="moderation.audit.whole" values={{ count: entries as never }} />
          </p>
        </Banner>
      )}
      {broken !== null && (
        <Banner kind="danger" title={words('moderation.audit.broken.title')}>
          <p>
            <T id="moderation.audit.broken" values={{ entry: broken as never }} />
          </p>
        </Banner>
      )}
      {search.get('about') && (
        <p>
          <Link to="/staff/audit">
            <T id="moderation.audit.all" />
          </Link>
        </p>
      )}
      {items.length === 0 ? <EmptyState words={<T id="moderation.audit.none" />} /> : <Entries items={items} />}
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

type Entry = AuditPageQuery['auditLog']['items'][number];

function Entries({ items }: { items: readonly Entry[] }) {
  const formats = useFormats();
  const words = useWords();
  const intl = useIntl();
  // Acts on accounts have words of their own under the action's name; codes of their details are for those words.
  const sentenceOf = ({ action }: Entry) => ENTRIES[action] ?? (`moderation.audit.entry.${action}` in intl.messages ? action : 'other');
  const codesOf = ({ details }: Entry) => ({ to: '', ...Object.fromEntries(details.map(({ name, value }) => [name, value])) });
  const whatOf = ({ action, details }: Entry) => {
    const decision = details.find(({ name }) => name === 'decision')?.value;
    return ENTRIES[action] && decision ? words(`moderation.action.${decision}.done`) : action;
  };
  return (
    <ol role="list" className={css.entries}>
      {items.map((entry) => (
        <li key={entry.seq} className={css.entry}>
          <p>
            <span className={css.number}>{entry.seq}</span>{' '}
            <T
              id={`moderation.audit.entry.${sentenceOf(entry)}`}
              values={{ ...codesOf(entry), name: <bdi>{entry.actor?.name ?? words('moderation.audit.program')}</bdi>, what: whatOf(entry) }}
            />
          </p>
          <p className={css.fact}>
            <time dateTime={entry.at}>{formats.dateTime(entry.at)}</time> · <Link to={`/staff/audit?about=${entry.subjectId}`}>
              <T id="moderation.kind" values={{ kind: entry.subjectKind }} /> <bdi dir="ltr">{entry.subjectId.slice(0, 8)}</bdi>
            </Link>{' '}
            · <code dir="ltr">{entry.hash.slice(0, 16)}</code>
          </p>
        </li>
      ))}
    </ol>
  );
}
