import { useMutation } from '@apollo/client/react';
import { AddIcon, Button, EditIcon, RemoveIcon, T, pageQuery, usePage, useRefusal, useToast, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNames } from '../names';
import { MeaningForm } from './MeaningForm';
import { RemoveThemeMeaningDocument, RestoreThemeMeaningDocument, TopicsPageDocument, type KeptMeaningFragment } from './TopicsPage.generated';
import css from './TopicsPage.module.css';

export const query = pageQuery(TopicsPageDocument, () => ({}));
export const title = (intl: IntlShape) => wordsOf(intl, 'cities.topics.title');
export const robots = 'noindex';

/** Staff keep what things are called in each language; search finds all by each. */
export function Page() {
  const { data, refetch } = usePage(TopicsPageDocument);
  return (
    <div className={css.page}>
      <h1>
        <T id="cities.topics.title" />
      </h1>
      <p>
        <T id="cities.topics.words" />
      </p>
      {data.themes.map((theme) => (
        <Theme key={theme.slug} theme={theme} meanings={data.themeMeanings.filter((meaning) => meaning.theme === theme.slug)} changed={() => void refetch()} />
      ))}
    </div>
  );
}

function Theme({ theme, meanings, changed }: { theme: { slug: string; name: string }; meanings: readonly KeptMeaningFragment[]; changed: () => void }) {
  const words = useWords();
  // A meaning's id, or "new".
  const [open, setOpen] = useState<string | null>(null);
  // Many themes with many names each: one looks at one at a time.
  const [shown, setShown] = useState(false);
  const close = () => setOpen(null);
  return (
    <section className={css.theme} aria-labelledby={`theme-${theme.slug}`}>
      <h2 id={`theme-${theme.slug}`}>
        <bdi>{theme.name}</bdi>
      </h2>
      {meanings.length > 0 && (
        <Button kind="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? <T id="cities.topics.hide" values={{ count: meanings.length as never }} /> : <T id="cities.topics.show" values={{ count: meanings.length as never }} />}
        </Button>
      )}
      <ul role="list" className={css.meanings} hidden={!shown}>
        {meanings.map((meaning) => (
          <li key={meaning.id} className={css.meaning}>
            {open === meaning.id ? <MeaningForm theme={theme.slug} meaning={meaning} onDone={() => (close(), changed())} onCancel={close} /> : <Meaning meaning={meaning} onEdit={() => setOpen(meaning.id)} changed={changed} />}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <MeaningForm theme={theme.slug} onDone={() => (close(), setShown(true), changed())} onCancel={close} />
      ) : (
        <Button kind="quiet" icon={<AddIcon />} onClick={() => setOpen('new')} aria-label={words('cities.topics.addTo', { theme: theme.name })}>
          <T id="cities.topics.add" />
        </Button>
      )}
    </section>
  );
}

function Meaning({ meaning, onEdit, changed }: { meaning: KeptMeaningFragment; onEdit: () => void; changed: () => void }) {
  const words = useWords();
  const names = useNames();
  const toast = useToast();
  const toWords = useRefusal();
  const [remove] = useMutation(RemoveThemeMeaningDocument);
  const [restore] = useMutation(RestoreThemeMeaningDocument);
  const variables = { input: { id: meaning.id } };
  const failed = (error: unknown) => toast({ words: toWords(error) });
  const first = meaning.words[0]?.word ?? '';
  const byLanguage = Map.groupBy(meaning.words, ({ language }) => language);
  return (
    <>
      <dl className={css.words}>
        {[...byLanguage].map(([language, terms]) => (
          <div key={language}>
            <dt>{names.language(language)}</dt>
            <dd lang={language} dir="auto">{terms.map(({ word }) => word).join(' · ')}</dd>
          </div>
        ))}
      </dl>
      <div className={css.acts}>
        <Button kind="quiet" icon={<EditIcon />} onClick={onEdit} aria-label={words('cities.topics.editWhat', { name: first })}>
          <T id="cities.topics.edit" />
        </Button>
        <Button
          kind="quiet"
          icon={<RemoveIcon />}
          aria-label={words('cities.topics.removeWhat', { name: first })}
          onClick={() =>
            void remove({ variables }).then(() => {
              changed();
              toast({ words: words('cities.topics.removed'), undo: () => restore({ variables }).then(changed, failed) });
            }, failed)
          }
        >
          <T id="cities.topics.remove" />
        </Button>
      </div>
    </>
  );
}
