import { QUEUE } from '@crosscity/moderation/contract';
import { Disclosure, EmptyState, Link, Pager, T, Tabs, pageQuery, usePage, usePageMatch, useShortcuts, useSignal, useViewer, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CasePane } from './CasePane';
import { QueueKeys } from './QueueKeys';
import { ModerationQueuePageDocument, type ModerationQueuePageQuery } from './QueuePage.generated';
import { QueueRow } from './QueueRow';
import { useCaseActs } from './useCaseActs';
import css from './QueuePage.module.css';

type View = 'open' | 'mine' | 'decided';

const VIEWS: View[] = ['open', 'mine', 'decided'];
const NOBODY = '00000000-0000-0000-0000-000000000000';
const viewOf = (search: URLSearchParams): View => VIEWS.find((view) => view === search.get('view')) ?? 'open';
const addressOf = (view: View, id?: string): string => `/staff/moderation${id ? `/${id}` : ''}${view === 'open' ? '' : `?view=${view}`}`;

export const query = pageQuery(ModerationQueuePageDocument, ({ params, search }) => ({
  view: viewOf(search), caseId: params.caseId ?? NOBODY, hasCase: params.caseId !== undefined, first: 20, after: null,
}));
export const title: PageModule['title'] = (intl, data: ModerationQueuePageQuery) => data.moderationCase?.content?.title || wordsOf(intl, 'moderation.title');
export const robots = 'noindex';

/** List and case side by side; on a phone one after the other. Every view and case has its address. */
export function Page() {
  const { data, variables, refetch, fetchMore } = usePage(ModerationQueuePageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const viewer = useViewer();
  const navigate = useNavigate();
  const [loadingMore, setLoadingMore] = useState(false);
  const view = viewOf(search);
  const { items, nextCursor, totalCount } = data.moderationQueue;
  const file = data.moderationCase ?? null;
  // One first heading: the case where one is open, else the queue.
  const Heading = file ? 'h2' : 'h1';
  const at = file ? items.findIndex(({ id }) => id === file.id) : -1;

  const goTo = (index: number) => {
    const row = items[index];
    if (row) void navigate(addressOf(view, row.id));
  };
  // A decided case leaves the list: the next one takes its place.
  const goOn = (decidedId: string) => {
    if (view === 'decided') return;
    const rest = items.filter(({ id }) => id !== decidedId);
    const next = rest[Math.min(Math.max(at, 0), rest.length - 1)];
    void navigate(addressOf(view, next?.id));
  };
  const acts = useCaseActs(file, { refresh: refetch, goOn, goBack: (id) => void navigate(addressOf('open', id)) });
  // A failure is no news: the next signal looks again.
  useSignal(QUEUE, () => void refetch().catch(() => {}));
  useShortcuts({ KeyJ: () => goTo(at + 1), KeyK: () => goTo(Math.max(0, at - 1)), KeyC: () => void acts.claim(), KeyZ: () => void acts.undo() });

  return (
    <div className={css.page} data-case={file ? '' : undefined}>
      <div className={css.list}>
        <Heading className={file ? css.aside : undefined}>
          <T id="moderation.title" />
        </Heading>
        <Tabs label={words('moderation.views')} tabs={VIEWS.map((name) => ({ to: addressOf(name, name === view ? file?.id : undefined), label: words(`moderation.view.${name}`), count: name === 'open' && view === 'open' ? (totalCount ?? undefined) : undefined }))} />
        {items.length === 0 ? (
          <EmptyState words={<T id={`moderation.none.${view}`} />} />
        ) : (
          <ol role="list" className={css.rows} aria-label={words(`moderation.view.${view}`)}>
            {items.map((row) => (
              <li key={row.id}>
                <QueueRow row={row} to={addressOf(view, row.id)} isHere={row.id === file?.id} />
              </li>
            ))}
          </ol>
        )}
        {nextCursor && (
          <Pager
            shown={items.length}
            more
            busy={loadingMore}
            onMore={() => {
              setLoadingMore(true);
              void fetchMore({ variables: { ...variables, hasCase: false, after: nextCursor } }).finally(() => setLoadingMore(false));
            }}
          />
        )}
        {viewer?.role === 'administrator' && (
          <p>
            <Link to="/staff/audit">
              <T id="moderation.audit" />
            </Link>
          </p>
        )}
        <Disclosure summary={words('moderation.keys')}>
          <QueueKeys />
        </Disclosure>
      </div>
      <div className={css.case}>
        {file ? (
          <>
            <p className={css.back}>
              <Link to={addressOf(view)}>
                <T id="moderation.back" />
              </Link>
            </p>
            <CasePane key={file.id} file={file} acts={acts} />
          </>
        ) : (
          items.length > 0 && <EmptyState words={<T id="moderation.choose" />} />
        )}
      </div>
    </div>
  );
}
