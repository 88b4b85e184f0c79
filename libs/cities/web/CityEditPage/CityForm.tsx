import { citiesLimits } from '@crosscity/cities/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Banner, Button, CheckboxGroup, Disclosure, ErrorSummary, LinkButton, SaveState, Select, T, TextArea, UserText, refusalOf, useDeviceDraft, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useMutation } from '@apollo/client/react';
import { useEffect, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useNames } from '../names';
import { EditCityDocument, type CityEditPageQuery, type CityFormFragment } from './CityEditPage.generated';
import { isSame, linesOf, problemsOf, typedFrom, type TypedProfile } from './profile';
import css from './CityEditPage.module.css';

interface CityFormProps {
  city: CityFormFragment;
  themes: CityEditPageQuery['themes'];
  /** Loads the profile as it is stored now. */
  reload: () => Promise<CityFormFragment>;
}

/** The profile of a city as a form. When somebody else saved first, both texts are shown and nothing is lost. */
export function CityForm({ city, themes, reload }: CityFormProps) {
  const words = useWords();
  const names = useNames();
  const navigate = useNavigate();
  const toast = useToast();
  const toWords = useRefusal();
  const [save, { loading }] = useMutation(EditCityDocument);
  const [typed, setTyped] = useState<TypedProfile>(() => typedFrom(city));
  // The version that is typed on: a refetch must not move it quietly, or the other's words would be overwritten.
  const [version, setVersion] = useState(city.version);
  const [theirs, setTheirs] = useState<CityFormFragment | null>(null);
  const [problems, setProblems] = useState<ReturnType<typeof problemsOf>>({});
  const [failure, setFailure] = useState('');

  const draft = useDeviceDraft<{ typed: TypedProfile; version: number }>(`city:${city.id}`);
  const [restored, setRestored] = useState(false);

  // What was typed here before a tab died comes back by itself, with the version that it was typed on.
  useEffect(() => {
    const kept = draft.found?.content;
    if (!kept || isSame(kept.typed, typedFrom(city))) return;
    setTyped(kept.typed);
    setVersion(kept.version);
    setRestored(true);
    // Once, when the device has answered; `city` may be newer, and then saving shows both.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft.found]);

  const change = (next: TypedProfile) => {
    setTyped(next);
    draft.keep({ typed: next, version });
  };
  const discard = async () => {
    setTyped(typedFrom(city));
    setVersion(city.version);
    setRestored(false);
    await draft.forget();
  };
  const set = <Key extends keyof TypedProfile>(field: Key) => (value: TypedProfile[Key]) => change({ ...typed, [field]: value });
  const limits = { most: citiesLimits.structures, languages: citiesLimits.languages, themes: citiesLimits.themes, characters: citiesLimits.structure };
  const problem = (field: keyof TypedProfile) => problems[field] && words(`cities.edit.problem.${problems[field]}`, limits);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure('');
    const found = problemsOf(typed);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    try {
      await save({ variables: { input: { cityId: city.id, version, ...typed, structures: linesOf(typed.structures) } } });
      await draft.forget();
      toast({ words: <T id="cities.edit.done" /> });
      void navigate(`/cities/${city.slug}`);
    } catch (error) {
      if (refusalOf(error).code !== 'platform.conflict') return setFailure(toWords(error));
      const stored = await reload();
      setTheirs(stored);
      setVersion(stored.version);
      setFailure(words('cities.edit.conflict'));
    }
  };

  const summary = [
    ...(Object.keys(problems) as (keyof TypedProfile)[]).map((field) => ({ field: `city-${field}`, words: problem(field)! })),
    ...(failure ? [{ words: failure }] : []),
  ];
  const languages = [...new Set([...Object.keys(CONTENT_LANGUAGES), 'nn', 'so', 'fr', 'tr', 'uk', 'pl', ...city.languages])].map((tag) => ({ value: tag, label: names.language(tag) })).sort((one, other) => names.compare(one.label, other.label));

  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={summary} />
      {theirs && <TheirProfile city={theirs} take={() => { change(typedFrom(theirs)); setTheirs(null); setFailure(''); }} />}
      {restored && !theirs && <Banner live action={<Button onClick={() => void discard()}><T id="cities.edit.restored.discard" /></Button>}><p><T id="cities.edit.restored" /></p></Banner>}
      <TextArea id="city-summary" label={<T id="cities.edit.summary" />} hint={<T id="cities.edit.summary.hint" />} error={problem('summary')} limit={citiesLimits.summary} saveState={<SaveState device={draft.state} />} value={typed.summary} lang={typed.profileLanguage} onChange={(event) => set('summary')(event.currentTarget.value)} />
      <TextArea id="city-structures" label={<T id="cities.edit.structures" />} hint={<T id="cities.edit.structures.hint" />} error={problem('structures')} rows={4} value={typed.structures} lang={typed.profileLanguage} onChange={(event) => set('structures')(event.currentTarget.value)} />
      <Select id="city-profileLanguage" label={<T id="cities.edit.profileLanguage" />} options={Object.keys(CONTENT_LANGUAGES).map((tag) => ({ value: tag, label: names.language(tag) }))} value={typed.profileLanguage} onChange={(event) => set('profileLanguage')(event.currentTarget.value)} />
      <CheckboxGroup id="city-themes" name="themes" label={<T id="cities.edit.themes" values={{ most: citiesLimits.themes as never }} />} error={problem('themes')} choices={themes.map(({ slug, name }) => ({ value: slug, label: name }))} value={typed.themes} onChange={set('themes')} />
      <CheckboxGroup id="city-languages" name="languages" label={<T id="cities.edit.languages" values={{ most: citiesLimits.languages as never }} />} error={problem('languages')} choices={languages} value={typed.languages} onChange={set('languages')} />
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}><T id="cities.edit.save" /></Button>
        <LinkButton to={`/cities/${city.slug}`} kind="quiet"><T id="cities.edit.leave" /></LinkButton>
      </div>
      <p className={css.note}><T id="cities.edit.note" /></p>
    </form>
  );
}

/** What somebody else saved in the meantime, beside what one typed oneself. */
function TheirProfile({ city, take }: { city: CityFormFragment; take: () => void }) {
  return (
    <Banner kind="warning" title={<T id="cities.edit.conflict.title" />} action={<Button onClick={take}><T id="cities.edit.conflict.take" /></Button>}>
      <p><T id="cities.edit.conflict.words" /></p>
      <Disclosure open summary={<T id="cities.edit.conflict.theirs" />}>
        <UserText of="p" text={city.summary} lang={city.profileLanguage} />
        <ul>{city.structures.map((line) => <li key={line}><UserText of="span" text={line} lang={city.profileLanguage} /></li>)}</ul>
      </Disclosure>
    </Banner>
  );
}
