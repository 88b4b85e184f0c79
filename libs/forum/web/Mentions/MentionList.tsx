import { useApolloClient } from '@apollo/client/react';
import { CityIcon, PersonIcon, T, useWords } from '@crosscity/platform/web';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { VoiceName } from '../words/VoiceName';
import { MentionableDocument, type MentionableQuery } from './Mentions.generated';
import css from './Mentions.module.css';
import { typedMention, withMention } from './typed-mention';

type Found = MentionableQuery['mentionable'][number];

interface ListProps {
  threadId: string;
  text: string;
  /** What holds the text area. */
  box: RefObject<HTMLElement | null>;
  onChange: (text: string) => void;
}

const pause = 180;

/**
 * Names people and cities while one writes: an @ and a piece of a name open a list under the text. The focus stays in the
 * text, arrows choose, Enter or Tab takes, Escape closes. Who can't read the discussion is said before and after choosing.
 */
export function MentionList({ threadId, text, box, onChange }: ListProps) {
  const client = useApolloClient();
  const words = useWords();
  const id = useId();
  const [found, setFound] = useState<readonly Found[]>([]);
  const [typed, setTyped] = useState<{ from: number; name: string } | null>(null);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState<number | null>(null);
  const [unread, setUnread] = useState<readonly Found['voice'][]>([]);
  const open = typed !== null && typed.from !== closed && found.length > 0;

  const take = useRef<(one: Found) => void>(() => {});
  useEffect(() => {
    take.current = (one) => {
      const area = box.current?.querySelector('textarea');
      if (!area || !typed) return;
      const next = withMention(area.value, area.selectionEnd, typed.from, one.voice);
      onChange(next.text);
      setTyped(null);
      if (!one.canRead) setUnread((before) => [...before.filter((voice) => voice.id !== one.voice.id), one.voice]);
      // After the text is in the page.
      requestAnimationFrame(() => {
        area.focus();
        area.setSelectionRange(next.caret, next.caret);
      });
    };
  });

  // The caret is the browser's: it is looked at after each key and each press.
  useEffect(() => {
    const area = box.current?.querySelector('textarea');
    if (!area) return undefined;
    const look = () => {
      const next = document.activeElement === area && area.selectionStart === area.selectionEnd ? typedMention(area.value, area.selectionEnd) : null;
      setTyped((before) => (before?.from === next?.from && before?.name === next?.name ? before : next));
      if (!next) setClosed(null);
    };
    // Not before React has heard the same key: a redraw in between would put the text of before back into the field.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(look, 0);
    };
    const events = ['input', 'click', 'keyup', 'blur', 'focus'] as const;
    for (const event of events) area.addEventListener(event, lookSoon);
    return () => {
      clearTimeout(soon);
      for (const event of events) area.removeEventListener(event, lookSoon);
    };
  }, [box]);

  const name = typed?.name.trim();
  useEffect(() => {
    if (!name) return setFound([]);
    let gone = false;
    const timer = setTimeout(() => {
      client.query({ query: MentionableDocument, variables: { threadId, text: name }, fetchPolicy: 'network-only' }).then(
        ({ data }) => {
          if (gone) return;
          setFound(data?.mentionable ?? []);
          setChosen(0);
        },
        // Without an answer the text is just a text.
        () => !gone && setFound([]),
      );
    }, pause);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [client, name, threadId]);

  useEffect(() => {
    const area = box.current?.querySelector('textarea');
    if (!area) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (!open || event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) setChosen((before) => (before + step + found.length) % found.length);
      else if (event.key === 'Escape') setClosed(typed.from);
      else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || (event.key === 'Tab' && !event.shiftKey)) take.current(found[chosen]!);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    area.setAttribute('aria-autocomplete', 'list');
    area.setAttribute('aria-haspopup', 'listbox');
    if (open) {
      area.setAttribute('aria-controls', `${id}-list`);
      area.setAttribute('aria-activedescendant', `${id}-${chosen}`);
    }
    area.addEventListener('keydown', onKey);
    return () => {
      area.removeEventListener('keydown', onKey);
      area.removeAttribute('aria-controls');
      area.removeAttribute('aria-activedescendant');
    };
  }, [box, chosen, found, id, open, typed]);

  const warned = unread.filter(({ handle }) => handle && text.includes(`/${encodeURIComponent(handle)})`));
  return (
    <>
      <p role="status" className="forScreenReaders">
        {open && words('forum.mention.found', { count: found.length })}
      </p>
      {open && (
        <div id={`${id}-list`} role="listbox" aria-label={words('forum.mention.label')} className={css.list}>
          {found.map((one, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are those of the text area, which keeps the focus
            <div
              key={one.voice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              className={css.option}
              // Before the press takes the focus from the text.
              onPointerDown={(event) => {
                event.preventDefault();
                take.current(one);
              }}
            >
              {one.voice.kind === 'city' ? <CityIcon size={18} /> : <PersonIcon size={18} />}
              <span>
                <VoiceName voice={one.voice} />
                {one.voice.title && <small> {one.voice.title}</small>}
                {!one.canRead && (
                  <small className={css.warning}>
                    {' '}
                    <T id="forum.mention.cannotRead" />
                  </small>
                )}
              </span>
            </div>
          ))}
        </div>
      )}
      {warned.map((voice) => (
        <p key={voice.id} role="status" className={css.warning}>
          <T id="forum.mention.notTold" values={{ voice: <VoiceName voice={voice} /> }} />
        </p>
      ))}
    </>
  );
}
