import { useMutation } from '@apollo/client/react';
import { citiesLimits } from '@crosscity/cities/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Banner, Button, T, TextInput, newKey, useRefusal, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { useNames } from '../names';
import { AddThemeMeaningDocument, EditThemeMeaningDocument, type KeptMeaningFragment } from './TopicsPage.generated';
import css from './TopicsPage.module.css';

const languages = Object.keys(CONTENT_LANGUAGES);
const COMMA = /\s*[,،;]\s*/;

/** The names of one meaning: a line for each language, commas between several. */
export function MeaningForm({ theme, meaning, onDone, onCancel }: { theme: string; meaning?: KeptMeaningFragment; onDone: () => void; onCancel: () => void }) {
  const names = useNames();
  const words = useWords();
  const toWords = useRefusal();
  const [key] = useState(newKey);
  const [lines, setLines] = useState<Record<string, string>>(() => Object.fromEntries(languages.map((language) => [language, (meaning?.words ?? []).filter((term) => term.language === language).map(({ word }) => word).join(', ')])));
  const [problem, setProblem] = useState<string>();
  const [add, adding] = useMutation(AddThemeMeaningDocument);
  const [edit, editing] = useMutation(EditThemeMeaningDocument);
  async function save() {
    const terms = languages.flatMap((language) => (lines[language] ?? '').split(COMMA).map((word) => word.trim()).filter(Boolean).map((word) => ({ language, word })));
    if (terms.length === 0) return setProblem(words('cities.topics.needed'));
    try {
      if (meaning) await edit({ variables: { input: { id: meaning.id, version: meaning.version, words: terms } } });
      else await add({ variables: { input: { key, theme, words: terms } } });
      onDone();
    } catch (error) {
      setProblem(toWords(error));
    }
  }
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={css.hint}>
        <T id="cities.topics.hint" />
      </p>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={names.language(language)}
          lang={language}
          dir={language === 'ar' ? 'rtl' : 'ltr'}
          value={lines[language] ?? ''}
          maxLength={citiesLimits.term * citiesLimits.termsPerLanguage}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setLines((before) => ({ ...before, [language]: value }));
          }}
        />
      ))}
      {problem && (
        <Banner kind="danger">
          <p>{problem}</p>
        </Banner>
      )}
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={adding.loading || editing.loading ? 'busy' : undefined}>
          <T id="cities.topics.save" />
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          <T id="cities.topics.cancel" />
        </Button>
      </div>
    </form>
  );
}
