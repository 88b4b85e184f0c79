import { EmptyState, Pager, T, Tabs, pageQuery, usePage, usePageMatch, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { ApplicationCard } from './ApplicationCard';
import { ApplicationsPageDocument, type ApplicationView } from './ApplicationsPage.generated';
import css from './ApplicationsPage.module.css';

const viewOf = (search: URLSearchParams): ApplicationView => (search.get('view') === 'decided' ? 'decided' : 'waiting');

export const query = pageQuery(ApplicationsPageDocument, ({ search }) => ({ view: viewOf(search), first: 20 }));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.applications.title');
export const robots: PageModule['robots'] = 'noindex';

/** Who asks to join. Decided ones stay where they are until the page is opened anew: nothing moves under the hand. */
export function Page() {
  const { data, variables, fetchMore } = usePage(ApplicationsPageDocument);
  const view = viewOf(usePageMatch().search);
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const { items, totalCount, nextCursor } = data.applications;
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <h1>
        <T id="identity.applications.title" />
      </h1>
      <Tabs
        label={words('identity.applications.views')}
        tabs={[
          { to: '/staff/applications', label: <T id="identity.applications.waiting" /> },
          { to: '/staff/applications?view=decided', label: <T id="identity.applications.decided" /> },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState words={<T id={view === 'waiting' ? 'identity.applications.none' : 'identity.applications.noneDecided'} />} />
      ) : (
        <ul role="list" className={css.list}>
          {items.map((application) => (
            <li key={application.id}>
              <ApplicationCard application={application} />
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && <Pager shown={items.length} total={totalCount ?? undefined} more={nextCursor !== null} busy={busy} onMore={() => void more()} />}
    </div>
  );
}
