import { useApolloClient } from '@apollo/client/react';
import { Button, FacetPanel, FilterChips, FilterIcon, Pager, Sheet, T, pageQuery, useRefusal, usePage, usePageMatch, useToast, useViewer, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { LessonCards } from '../LessonCard/LessonCard';
import { EmptyResult } from './EmptyResult';
import { addressOf, facets, pageSize, readAddress, toggled, variablesOf, type FacetName } from './lesson-filter';
import { LessonListPageDocument, MoreLessonsDocument } from './LessonListPage.generated';
import css from './LessonListPage.module.css';
import { SaveViewButton } from '../SavedViews/SaveViewButton';
import { keptOf } from '../SavedViews/view-address';
import { Search, SortChoice } from './SearchAndSort';
import { useFacetLabel } from './useFacetLabel';

export const query = pageQuery(LessonListPageDocument, ({ search }) => variablesOf(readAddress(search)));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.list.title');
export const description = (intl: IntlShape) => wordsOf(intl, 'forum.list.description');
export const canonical = () => '/lessons';

/** Finding lessons: everything that narrows the list is in the address, so a view can be kept, shared and restored. */
export function Page() {
  const { data, variables } = usePage(LessonListPageDocument);
  const address = readAddress(usePageMatch().search);
  const words = useWords();
  const viewer = useViewer();
  const labelOf = useFacetLabel(data.lessonFacets);
  const [filtering, setFiltering] = useState(false);
  const { busy, showMore } = useShowMore(variables, address);
  const { items, nextCursor, totalCount } = data.lessons;

  const chips = address.chosen.map(({ facet, value }) => ({
    key: `${facet} ${value}`,
    label: labelOf(facet, value),
    without: addressOf(toggled(address, facet, value)),
  }));
  const clear = addressOf({ ...address, chosen: [], show: pageSize });
  const shownFacets = facets.flatMap((name) => {
    const options = data.lessonFacets.find(({ facet }) => facet === name)?.options ?? [];
    // A facet with a single value narrows nothing.
    const useful = options.filter(({ count, chosen }) => count > 0 || chosen).length > 1 || options.some(({ chosen }) => chosen);
    if (!useful) return [];
    return [{ key: name, label: words(`forum.facet.${name}`), values: options.map((option) => valueOf(name, option)) }];
  });
  function valueOf(name: FacetName, option: { value: string; count: number; chosen: boolean }) {
    return { key: option.value, label: labelOf(name, option.value), count: option.count, chosen: option.chosen, to: addressOf(toggled(address, name, option.value)) };
  }

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>
          <T id="forum.list.title" />
        </h1>
        <Button className={css.filterButton} icon={<FilterIcon />} aria-haspopup="dialog" onClick={() => setFiltering(true)}>
          <T id="forum.list.filter" values={{ count: address.chosen.length as never }} />
        </Button>
      </header>
      <aside className={css.side}>
        <FacetPanel facets={shownFacets} />
      </aside>
      <div className={css.results}>
        <Search address={address} />
        <FilterChips chips={chips} clear={clear} />
        <div className={css.above}>
          <p role="status" className={css.count}>
            <T id="forum.list.count" values={{ count: totalCount as never }} />
          </p>
          <SortChoice address={address} />
        </div>
        {items.length > 0 ? (
          <>
            <LessonCards lessons={items} />
            <Pager shown={items.length} total={totalCount} more={nextCursor !== null} busy={busy} onMore={() => showMore(nextCursor, items.length)} />
          </>
        ) : (
          <EmptyResult address={address} labelOf={labelOf} />
        )}
        {viewer && <SaveViewButton view={keptOf(address)} suggestedName={chips.map(({ label }) => label).concat(address.text || []).join(', ')} />}
      </div>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        title={words('forum.list.filterTitle')}
        actions={
          <Button kind="primary" wide onClick={() => setFiltering(false)}>
            <T id="forum.list.show" values={{ count: totalCount as never }} />
          </Button>
        }
      >
        <FacetPanel facets={shownFacets} />
      </Sheet>
    </div>
  );
}

/** Adds the next piece to the list in the cache, and says in the address how far one has come. */
function useShowMore(variables: Record<string, unknown>, address: ReturnType<typeof readAddress>) {
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const [busy, setBusy] = useState(false);
  async function showMore(after: string | null, shown: number) {
    setBusy(true);
    try {
      const { filter, sort } = variables as { filter?: never; sort?: never };
      await client.query({ query: MoreLessonsDocument, variables: { filter, sort, after }, fetchPolicy: 'network-only' });
      // Not through the router: the page is complete already, only the way back to it changes.
      window.history.replaceState(window.history.state, '', addressOf({ ...address, show: shown + pageSize }));
    } catch (error) {
      toast({ words: toWords(error) });
    } finally {
      setBusy(false);
    }
  }
  return { busy, showMore };
}
