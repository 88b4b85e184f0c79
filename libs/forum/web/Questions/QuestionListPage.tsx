import { useApolloClient } from '@apollo/client/react';
import { Button, EmptyState, FacetPanel, FilterChips, FilterIcon, LinkButton, Pager, SearchIcon, Sheet, T, TextInput, pageQuery, useFormats, useRefusal, usePage, usePageMatch, useToast, useViewer, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { useLanguageName } from '../words/names';
import { addressOf, pageSize, questionFacets, readAddress, toggled, variablesOf, type QuestionAddress, type QuestionFacet } from './question-filter';
import { QuestionCards } from './QuestionCard';
import { MoreQuestionsDocument, QuestionListPageDocument, type QuestionListPageQuery } from './Questions.generated';
import css from './Questions.module.css';
import { WaitingQuestions } from './WaitingQuestions';

export const query = pageQuery(QuestionListPageDocument, ({ search }) => variablesOf(readAddress(search)));
export const title = (intl: IntlShape) => wordsOf(intl, 'forum.question.list.title');
export const description = (intl: IntlShape) => wordsOf(intl, 'forum.question.list.description');
export const canonical = () => '/questions';

/** What the network wants to know. Everything that narrows the list is in the address. */
export function Page() {
  const { data, variables } = usePage(QuestionListPageDocument);
  const address = readAddress(usePageMatch().search);
  const words = useWords();
  const viewer = useViewer();
  const labelOf = useLabel(data.questionFacets);
  const [filtering, setFiltering] = useState(false);
  const { busy, showMore } = useShowMore(variables, address);
  const { items, nextCursor, totalCount } = data.questions;
  const narrowed = address.chosen.length > 0 || address.text !== '';
  const chips = address.chosen.map(({ facet, value }) => ({ key: `${facet} ${value}`, label: labelOf(facet, value), without: addressOf(toggled(address, facet, value)) }));
  const shown = questionFacets.flatMap((name) => {
    const options = data.questionFacets.find(({ facet }) => facet === name)?.options ?? [];
    const useful = options.filter(({ count, chosen }) => count > 0 || chosen).length > 1 || options.some(({ chosen }) => chosen);
    if (!useful) return [];
    return [{ key: name, label: words(`forum.question.facet.${name}`), values: options.map(({ value, count, chosen }) => ({ key: value, label: labelOf(name, value), count, chosen, to: addressOf(toggled(address, name, value)) })) }];
  });

  return (
    <div className={css.listPage}>
      <header className={css.listHead}>
        <h1>
          <T id="forum.question.list.title" />
        </h1>
        <div className={css.buttons}>
          <Button className={css.filterButton} icon={<FilterIcon />} aria-haspopup="dialog" onClick={() => setFiltering(true)}>
            <T id="forum.list.filter" values={{ count: address.chosen.length as never }} />
          </Button>
          <LinkButton to="/questions/ask" kind="primary">
            <T id="forum.question.ask" />
          </LinkButton>
        </div>
      </header>
      <aside className={css.side}>
        <FacetPanel facets={shown} />
      </aside>
      <div className={css.results}>
        {!narrowed && <WaitingQuestions query={data} />}
        <Search address={address} />
        <FilterChips chips={chips} clear={addressOf({ ...address, chosen: [], show: pageSize })} />
        <p role="status" className={css.hint}>
          <T id="forum.question.list.count" values={{ count: totalCount as never }} />
        </p>
        {items.length > 0 ? (
          <>
            <QuestionCards questions={items} />
            <Pager shown={items.length} total={totalCount} more={nextCursor !== null} busy={busy} onMore={() => void showMore(nextCursor, items.length)} />
          </>
        ) : (
          <Nothing address={address} labelOf={labelOf} guest={!viewer} />
        )}
      </div>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        title={words('forum.question.list.filterTitle')}
        actions={
          <Button kind="primary" wide onClick={() => setFiltering(false)}>
            <T id="forum.question.list.show" values={{ count: totalCount as never }} />
          </Button>
        }
      >
        <FacetPanel facets={shown} />
      </Sheet>
    </div>
  );
}

type LabelOf = (facet: QuestionFacet, value: string) => string;

function useLabel(facets: QuestionListPageQuery['questionFacets']): LabelOf {
  const words = useWords();
  const languageName = useLanguageName();
  return (facet, value) => {
    if (facet === 'language') return languageName(value);
    if (facet === 'state') return words(`forum.question.state.${value}`);
    return facets.find((known) => known.facet === facet)?.options.find((option) => option.value === value)?.label ?? value;
  };
}

/** A form of the browser's own: without script it sends the same address. */
function Search({ address }: { address: QuestionAddress }) {
  const words = useWords();
  const navigate = useNavigate();
  return (
    <form
      role="search"
      aria-label={words('forum.question.list.search')}
      action="/questions"
      className={css.search}
      key={address.text}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('q');
        void navigate(addressOf({ ...address, text: typeof text === 'string' ? text.trim() : '', show: pageSize }), { preventScrollReset: true });
      }}
    >
      <TextInput label={words('forum.question.list.search')} name="q" type="search" defaultValue={address.text} maxLength={200} autoComplete="off" enterKeyHint="search" />
      {address.chosen.map(({ facet, value }) => (
        <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />
      ))}
      <Button type="submit" icon={<SearchIcon />}>
        {words('forum.list.searchButton')}
      </Button>
    </form>
  );
}

/** An empty list says which part of what was asked to let go, and that one can ask. */
function Nothing({ address, labelOf, guest }: { address: QuestionAddress; labelOf: LabelOf; guest: boolean }) {
  const formats = useFormats();
  const asked = [...address.chosen.map(({ facet, value }) => labelOf(facet, value)), ...(address.text ? [`“${address.text}”`] : [])];
  if (asked.length === 0) return <EmptyState words={<T id={guest ? 'forum.question.list.noneForGuests' : 'forum.question.list.none'} />} action={<LinkButton to="/questions/ask"><T id="forum.question.ask" /></LinkButton>} />;
  return (
    <EmptyState
      words={<T id="forum.question.list.nothingFor" values={{ asked: <bdi>{formats.list(asked)}</bdi> }} />}
      action={
        <ul role="list" className={css.buttons}>
          {address.text && (
            <li>
              <LinkButton to={addressOf({ ...address, text: '', show: pageSize })}>
                <T id="forum.list.removeText" values={{ text: <bdi>{address.text}</bdi> }} />
              </LinkButton>
            </li>
          )}
          {address.chosen.map(({ facet, value }) => (
            <li key={`${facet} ${value}`}>
              <LinkButton to={addressOf(toggled(address, facet, value))}>
                <T id="forum.list.removeFilter" values={{ filter: <bdi>{labelOf(facet, value)}</bdi> }} />
              </LinkButton>
            </li>
          ))}
          <li>
            <LinkButton to={`/questions/ask${address.text ? `?title=${encodeURIComponent(address.text)}` : ''}`} kind="quiet">
              <T id="forum.question.ask" />
            </LinkButton>
          </li>
        </ul>
      }
    />
  );
}

/** Adds the next piece to the list in the cache, and says in the address how far one has come. */
function useShowMore(variables: Record<string, unknown>, address: QuestionAddress) {
  const client = useApolloClient();
  const toast = useToast();
  const toWords = useRefusal();
  const [busy, setBusy] = useState(false);
  async function showMore(after: string | null, shown: number) {
    setBusy(true);
    try {
      await client.query({ query: MoreQuestionsDocument, variables: { filter: variables.filter as never, after }, fetchPolicy: 'network-only' });
      window.history.replaceState(window.history.state, '', addressOf({ ...address, show: shown + pageSize }));
    } catch (error) {
      toast({ words: toWords(error) });
    } finally {
      setBusy(false);
    }
  }
  return { busy, showMore };
}
