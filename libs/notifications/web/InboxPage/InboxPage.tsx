import { Button, EmptyState, LinkButton, Pager, T, Tabs, pageQuery, usePage, usePageMatch, useShortcuts, useSignal, useViewer, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useRef, useState } from 'react';
import { InboxPageDocument } from './InboxPage.generated';
import { InboxLine } from './InboxLine';
import { useInboxActs } from './useInboxActs';
import css from './InboxPage.module.css';

type View = 'new' | 'earlier';
const viewOf = (search: URLSearchParams): View => (search.get('view') === 'earlier' ? 'earlier' : 'new');

export const query = pageQuery(InboxPageDocument, ({ search }) => ({ view: viewOf(search), first: 20, after: null }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'inbox.title');
export const robots = 'noindex';

/** What concerns the reader: one line a thing. New lines come by themselves while one is at the top, else a bar offers them. */
export function Page() {
  const { data, variables, refetch, fetchMore } = usePage(InboxPageDocument);
  const { search } = usePageMatch();
  const words = useWords();
  const unread = useViewer()?.unreadCount ?? 0;
  const [isWaiting, setWaiting] = useState(false);
  const [loadingMore, setLoadingMore] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const view = viewOf(search);
  const { items, nextCursor } = data.inbox;

  const lookAgain = async () => {
    setWaiting(false);
    // A failure is no news: the next signal looks again.
    await refetch().catch(() => {});
  };
  const acts = useInboxActs(lookAgain);
  // What one reads does not move: further down, a bar says that something came.
  useSignal({ kind: 'inbox' }, () => (window.scrollY < 120 ? void lookAgain() : setWaiting(true)));

  const focusOn = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
    const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  const focused = () => items.find(({ id }) => id === document.activeElement?.closest('li')?.getAttribute('data-group'));
  useShortcuts({
    KeyJ: () => focusOn(1),
    KeyK: () => focusOn(-1),
    KeyE: () => {
      const line = focused();
      if (line && line.newCount > 0) void acts.markRead([line]);
    },
    KeyZ: () => void acts.undo(),
  });

  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="inbox.title" />
        </h1>
        {view === 'new' && items.length > 0 && (
          <Button onClick={() => void acts.markAllRead(items)} state={acts.busy ? 'busy' : undefined}>
            <T id="inbox.markAll" />
          </Button>
        )}
      </div>
      <Tabs
        label={words('inbox.views')}
        tabs={[
          { to: '/inbox', label: words('inbox.new'), count: unread > 0 ? unread : undefined },
          { to: '/inbox?view=earlier', label: words('inbox.earlier') },
        ]}
      />
      <div role="status" className={css.waiting}>
        {isWaiting && (
          <Button
            onClick={() => {
              window.scrollTo({ top: 0 });
              void lookAgain();
            }}
          >
            <T id="inbox.came" />
          </Button>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState words={<T id={`inbox.none.${view}`} />} action={view === 'new' ? <LinkButton to="/inbox?view=earlier"><T id="inbox.showEarlier" /></LinkButton> : undefined} />
      ) : (
        <ul ref={list} role="list" className={css.lines}>
          {items.map((line) => (
            <li key={line.id} data-group={line.id}>
              <InboxLine line={line} acts={acts} />
            </li>
          ))}
        </ul>
      )}
      {nextCursor && (
        <Pager
          shown={items.length}
          more
          busy={loadingMore}
          onMore={() => {
            setLoadingMore(true);
            void fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setLoadingMore(false));
          }}
        />
      )}
      <p>
        <LinkButton to="/settings/notifications" kind="quiet">
          <T id="inbox.settings" />
        </LinkButton>
      </p>
    </div>
  );
}
