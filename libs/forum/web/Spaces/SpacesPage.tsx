import { EmptyState, LinkButton, Pager, T, isStaff, pageQuery, usePage, useViewer, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { SpaceCard } from './SpaceCard';
import { SpacesPageDocument } from './Spaces.generated';
import css from './Spaces.module.css';

export const query = pageQuery(SpacesPageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'forum.spaces.title');
export const robots: PageModule['robots'] = 'noindex';

/** The rooms of the forum: one's own first. */
export function Page() {
  const { data, variables, fetchMore } = usePage(SpacesPageDocument);
  const viewer = useViewer();
  const [busy, setBusy] = useState(false);
  const { items, nextCursor } = data.spaces;
  const more = async () => {
    setBusy(true);
    await fetchMore({ variables: { ...variables, after: nextCursor } }).finally(() => setBusy(false));
  };
  return (
    <div className={css.page}>
      <div className={css.head}>
        <div className={css.intro}>
          <h1>
            <T id="forum.spaces.title" />
          </h1>
          <p>
            <T id="forum.spaces.lead" />
          </p>
        </div>
        {isStaff(viewer) && (
          <LinkButton to="/staff/spaces/new">
            <T id="forum.space.new" />
          </LinkButton>
        )}
      </div>
      {items.length === 0 ? (
        <EmptyState words={<T id={viewer ? 'forum.spaces.none' : 'forum.spaces.noneForGuests'} />} />
      ) : (
        <ul role="list" className={css.cards}>
          {items.map((space) => (
            <li key={space.id}>
              <SpaceCard space={space} />
            </li>
          ))}
        </ul>
      )}
      {nextCursor && <Pager shown={items.length} more busy={busy} onMore={() => void more()} />}
    </div>
  );
}
