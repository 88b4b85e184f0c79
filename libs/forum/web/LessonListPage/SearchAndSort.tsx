import { Button, SearchIcon, Select, TextInput, useWords } from '@crosscity/platform/web';
import { useNavigate } from 'react-router';
import { addressOf, pageSize, sorts, type ListAddress, type Sort } from './lesson-filter';
import css from './LessonListPage.module.css';

/** A form of the browser's own: without script it sends the same address. */
export function Search({ address }: { address: ListAddress }) {
  const words = useWords();
  const go = useMove(address);
  return (
      <form
        role="search"
        aria-label={words('forum.list.search')}
        action="/lessons"
        className={css.search}
        // The field belongs to the address: "clear" and the back button must change it.
        key={address.text}
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('q');
          go({ text: typeof text === 'string' ? text.trim() : '' });
        }}
      >
        <TextInput label={words('forum.list.search')} name="q" type="search" defaultValue={address.text} maxLength={200} autoComplete="off" enterKeyHint="search" />
        {address.chosen.map(({ facet, value }) => (
          <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />
        ))}
        {address.sort !== 'newest' && <input type="hidden" name="sort" value={address.sort} />}
        <Button type="submit" icon={<SearchIcon />}>
          {words('forum.list.searchButton')}
        </Button>
      </form>
  );
}

export function SortChoice({ address }: { address: ListAddress }) {
  const words = useWords();
  const go = useMove(address);
  return (
      <div className={css.sort}>
        <Select
          label={words('forum.sort.label')}
          value={address.sort}
          onChange={(event) => go({ sort: event.currentTarget.value as Sort })}
          options={sorts.map((sort) => ({ value: sort, label: words(`forum.sort.${sort}`) }))}
        />
      </div>
  );
}

/** The same list with something changed, from its beginning. */
function useMove(address: ListAddress) {
  const navigate = useNavigate();
  return (change: Partial<ListAddress>) => void navigate(addressOf({ ...address, ...change, show: pageSize }), { preventScrollReset: true });
}
