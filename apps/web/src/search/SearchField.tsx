import { useApolloClient } from '@apollo/client/react';
import { lessonPath } from '@crosscity/forum/web';
import { Button, T, TextInput, useViewer, useWords } from '@crosscity/platform/web';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { forgetSearches, recentSearches, rememberSearch } from './recent';
import { addressOf, longest, namesText, type Asked } from './search-address';
import { SearchSuggestionsDocument } from './SearchPage.generated';
import css from './SearchField.module.css';

interface Suggestion {
  key: string;
  to: string;
  kind: 'recent' | 'lesson' | 'city';
  text: string;
  language?: string;
}

const PAUSE = 180;

/** One field for everything. Without script it is a form; with it, it suggests places to go to: arrows choose, Enter opens, Escape closes. */
export function SearchField({ asked }: { asked: Asked }) {
  const navigate = useNavigate();
  const words = useWords();
  const viewer = useViewer();
  const person = viewer?.id ?? 'guest';
  const list = useId();
  const [text, setText] = useState(asked.text);
  const [open, setOpen] = useState(false);
  // Nothing is asked for before somebody is at the field.
  const [reached, setReached] = useState(false);
  const [at, setAt] = useState(-1);
  const [recent, setRecent] = useState<string[]>([]);
  const [recentVersion, setRecentVersion] = useState(0);
  const suggested = useSuggestions(reached ? text : '');
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (asked.text) rememberSearch(person, asked.text);
  }, [asked.text, person]);
  useEffect(() => setRecent(recentSearches(person)), [open, person, recentVersion]);

  const shown: Suggestion[] = text.trim()
    ? suggested
    : recent.map((one) => ({ key: `recent ${one}`, to: addressOf({ text: one, kind: 'all' }), kind: 'recent', text: one }));
  const isShown = open && shown.length > 0;
  const chosen = isShown ? shown[at] : undefined;

  function go(to: string) {
    setOpen(false);
    setAt(-1);
    void navigate(to);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && isShown) {
      event.preventDefault();
      setOpen(false);
      setAt(-1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One place before the first is the field itself, with what was typed.
      setAt((now) => ((now + 1 + step + shown.length + 1) % (shown.length + 1)) - 1);
    }
  }
  return (
    <form
      role="search"
      aria-label={words('search.title')}
      action="/search"
      className={css.form}
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault();
        const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim();
        go(chosen ? chosen.to : addressOf({ text: typed, kind: asked.kind }));
      }}
    >
      <div
        ref={box}
        className={css.box}
        onBlur={(event) => {
          if (!box.current?.contains(event.relatedTarget)) setOpen(false);
        }}
      >
        <TextInput
          name="q"
          type="search"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${list}-${at}` : undefined}
          label={<T id="search.label" />}
          hint={<T id="search.hint" />}
          value={text}
          maxLength={longest}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            setAt(-1);
          }}
          onFocus={() => {
            setReached(true);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
        <div className={css.panel} hidden={!isShown}>
          <div role="listbox" id={list} aria-label={words(text.trim() ? 'search.suggestions' : 'search.recent')}>
            {shown.map((suggestion, index) => (
              // The keys are the field's: an option never has the focus itself.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={suggestion.key}
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={css.option}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => go(suggestion.to)}
              >
                <span lang={suggestion.language} dir="auto">{suggestion.text}</span>
                <small>{words(`search.kind.${suggestion.kind}`)}</small>
              </div>
            ))}
          </div>
          {!text.trim() && (
            <Button
              kind="quiet"
              onClick={() => {
                forgetSearches();
                setRecentVersion((version) => version + 1);
              }}
            >
              <T id="search.recent.clear" />
            </Button>
          )}
        </div>
      </div>
      {asked.kind !== 'all' && <input type="hidden" name="kind" value={asked.kind} />}
      <Button type="submit" kind="primary">
        <T id="search.go" />
      </Button>
    </form>
  );
}

/** Where one may be going, a moment after the last key. An answer that came too late is dropped. */
function useSuggestions(typed: string): Suggestion[] {
  const client = useApolloClient();
  const [found, setFound] = useState<{ text: string; suggestions: Suggestion[] }>({ text: '', suggestions: [] });
  const text = typed.trim().toWellFormed();
  useEffect(() => {
    if (text.length < 2) return;
    let gone = false;
    const timer = setTimeout(() => {
      client.query({ query: SearchSuggestionsDocument, variables: { text, cityFilter: { text: namesText(text) } } }).then(
        ({ data }) => {
          if (gone || !data) return;
          const lessons = data.lessonTitles.map((lesson): Suggestion => ({ key: lesson.id, to: lessonPath(lesson), kind: 'lesson', text: lesson.title, language: lesson.language }));
          const cities = data.cities.items.map((city): Suggestion => ({ key: city.id, to: `/cities/${city.slug}`, kind: 'city', text: city.name }));
          setFound({ text, suggestions: [...cities, ...lessons] });
        },
        // Suggestions are a kindness: without them one searches as ever.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, text]);
  return found.text === text ? found.suggestions : [];
}
