import { FIELDS_OF_WORK, type FieldOfWork, identityLimits } from '@crosscity/identity/contract';
import { useMutation } from '@apollo/client/react';
import type { Locale } from '@crosscity/platform/contract';
import { Button, Checkbox, ErrorSummary, Link, SaveState, Select, T, TextArea, TextInput, newKey, pageQuery, refusalOf, useDeviceDraft, useLocale, usePage, useTimeZone, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useEffect, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { LanguagesField } from '../form/LanguagesField';
import { PasswordInput } from '../form/PasswordInput';
import { useProblems } from '../form/useProblems';
import { ApplyToJoinDocument, JoinPageDocument } from './JoinPage.generated';
import { APPLICATION_FIELDS, NOTHING_TYPED, type TypedApplication, wrongFields } from './typed';
import { keepReceipt } from './receipt';
import css from '../form/form.module.css';

export const query = pageQuery(JoinPageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.join.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'identity.join.lead');

export function Page() {
  const { data } = usePage(JoinPageDocument);
  const words = useWords();
  const { locale } = useLocale();
  const timeZone = useTimeZone();
  const navigate = useNavigate();
  const draft = useDeviceDraft<TypedApplication>('join');
  const problems = useProblems('join', APPLICATION_FIELDS);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [password, setPassword] = useState('');
  // One key a form, not a press: a second press after a lost answer is the same application.
  const [key, setKey] = useState(newKey);
  const [apply, { loading }] = useMutation(ApplyToJoinDocument);

  const { found } = draft;
  useEffect(() => {
    if (found) setTyped((now) => (now === NOTHING_TYPED ? { ...now, ...found.content } : now));
  }, [found]);

  const set = (change: Partial<TypedApplication>) => {
    const now = { ...typed, ...change };
    setTyped(now);
    // Who it is stays out of the draft: many of these computers are shared, and a guest's draft is anybody's.
    draft.keep({ ...now, name: '', email: '' });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!problems.check(wrongFields(typed, password))) return;
    const { city, place, work, ...rest } = typed;
    const elsewhere = city === 'other';
    try {
      const { data: answer } = await apply({
        variables: { input: { key, ...rest, email: typed.email.trim(), password, work: work as FieldOfWork, cityId: elsewhere ? null : city, place: elsewhere ? place : null, locale: locale as Locale, timeZone: timeZone ?? 'UTC' } },
      });
      await draft.forget();
      keepReceipt({ id: answer!.applyToJoin.id, email: typed.email.trim() });
      void navigate('/join/waiting');
    } catch (error) {
      // The same key with other words would be refused for good.
      if (refusalOf(error).code === 'platform.keyReused') setKey(newKey());
      problems.refused(error);
    }
  };

  const cities = [...data.cities.items].sort((one, other) => one.name.localeCompare(other.name)).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="identity.join.title" />
        </h1>
        <p>
          <T id="identity.join.lead" />
        </p>
        <p>
          <T id="identity.join.known" values={{ signin: (chunks) => <Link to="/signin">{chunks}</Link> }} />
        </p>
      </div>
      <ErrorSummary problems={problems.list} />
      <form className={css.form} method="post" onSubmit={(event) => void submit(event)} noValidate>
        <fieldset className={css.part}>
          <legend>
            <T id="identity.join.you" />
          </legend>
          <TextInput id="join-name" name="name" label={<T id="identity.name" />} hint={<T id="identity.name.hint" />} error={problems.of('name')} value={typed.name} onChange={(event) => set({ name: event.currentTarget.value })} autoComplete="name" required />
          <Select id="join-work" name="work" label={<T id="identity.work" />} empty={words('identity.work.choose')} error={problems.of('work')} options={FIELDS_OF_WORK.map((value) => ({ value, label: words(`identity.work.${value}`) }))} value={typed.work} onChange={(event) => set({ work: event.currentTarget.value as FieldOfWork | '' })} required />
          <TextInput id="join-title" name="title" label={<T id="identity.title" />} hint={<T id="identity.title.hint" />} error={problems.of('title')} value={typed.title} onChange={(event) => set({ title: event.currentTarget.value })} autoComplete="organization-title" required />
          <TextInput id="join-organisation" name="organisation" label={<T id="identity.organisation" />} error={problems.of('organisation')} value={typed.organisation} onChange={(event) => set({ organisation: event.currentTarget.value })} autoComplete="organization" required />
          <Select id="join-cityId" name="city" label={<T id="identity.city" />} empty={words('identity.city.choose')} error={problems.of('cityId')} options={[...cities, { value: 'other', label: words('identity.city.other') }]} value={typed.city} onChange={(event) => set({ city: event.currentTarget.value })} required />
          {typed.city === 'other' && <TextInput id="join-place" name="place" label={<T id="identity.place" />} hint={<T id="identity.place.hint" />} error={problems.of('place')} value={typed.place} onChange={(event) => set({ place: event.currentTarget.value })} required />}
          <LanguagesField id="join-languages" error={problems.of('languages')} value={typed.languages} onChange={(languages) => set({ languages })} />
          <TextArea id="join-why" name="why" label={<T id="identity.why" />} hint={<T id="identity.why.hint" />} error={problems.of('why')} limit={identityLimits.why} value={typed.why} onChange={(event) => set({ why: event.currentTarget.value })} saveState={<SaveState device={draft.state} />} required />
        </fieldset>
        <fieldset className={css.part}>
          <legend>
            <T id="identity.join.account" />
          </legend>
          <TextInput id="join-email" name="email" type="email" label={<T id="identity.email" />} hint={<T id="identity.email.hint" />} error={problems.of('email')} value={typed.email} onChange={(event) => set({ email: event.currentTarget.value })} autoComplete="email" autoCapitalize="none" spellCheck={false} required />
          <PasswordInput id="join-password" label={<T id="identity.password.new" />} hint={<T id="identity.password.hint" values={{ least: identityLimits.password.least }} />} error={problems.of('password')} value={password} onChange={setPassword} autoComplete="new-password" />
          <Checkbox id="join-listed" label={<T id="identity.listed" />} hint={<T id="identity.listed.hint" />} checked={typed.listed} onChange={(listed) => set({ listed })} />
        </fieldset>
        <p className={css.note}>
          <T id="identity.join.who" />
        </p>
        <div className={css.acts}>
          <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
            <T id="identity.join.send" />
          </Button>
        </div>
      </form>
    </div>
  );
}
