import { FIELDS_OF_WORK, type FieldOfWork, identityLimits, type Visibility, VISIBILITIES } from '@crosscity/identity/contract';
import { useMutation } from '@apollo/client/react';
import { Banner, Button, Checkbox, ErrorSummary, LinkButton, SaveState, Select, T, TextArea, TextInput, UserText, pageQuery, refusalOf, useDeviceDraft, usePage, useToast, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useEffect, useState, type FormEvent } from 'react';
import { LanguagesField } from '../form/LanguagesField';
import { useProblems } from '../form/useProblems';
import { inputFrom, PROFILE_FIELDS, typedFrom, type TypedProfile, wrongFields } from './profile';
import { EditProfileDocument, ProfilePageDocument, type OwnProfileFragment } from './ProfilePage.generated';
import { SettingsTabs } from './SettingsTabs';
import css from '../form/form.module.css';
import own from './settings.module.css';

export const query = pageQuery(ProfilePageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.settings.profile');
export const robots: PageModule['robots'] = 'noindex';

type Part = Exclude<keyof OwnProfileFragment['visibility'], '__typename' | 'name' | 'directory'>;

export function Page() {
  const { data, refetch } = usePage(ProfilePageDocument);
  return (
    <div className={css.page}>
      <h1>
        <T id="identity.profile.title" />
      </h1>
      <SettingsTabs />
      <p>
        <T id="identity.profile.lead" />
      </p>
      <ProfileForm profile={data.myProfile} reload={async () => (await refetch()).data!.myProfile as OwnProfileFragment} />
    </div>
  );
}

function ProfileForm({ profile, reload }: { profile: OwnProfileFragment; reload: () => Promise<OwnProfileFragment> }) {
  const words = useWords();
  const toast = useToast();
  const problems = useProblems('profile', PROFILE_FIELDS);
  const draft = useDeviceDraft<{ typed: TypedProfile; version: number }>('profile');
  const [typed, setTyped] = useState(() => typedFrom(profile));
  // The version that is typed on: a refetch must not move it quietly, or another device's words would be overwritten.
  const [version, setVersion] = useState(profile.version);
  const [theirs, setTheirs] = useState<OwnProfileFragment | null>(null);
  const [save, { loading }] = useMutation(EditProfileDocument);

  const { found } = draft;
  useEffect(() => {
    if (!found) return;
    setTyped((now) => ({ ...now, ...found.content.typed }));
    // Kept from before another device saved: both are shown, as after a conflict.
    if (found.content.version !== profile.version) setTheirs(profile);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only what was kept when the page opened
  }, [found]);

  const set = (change: Partial<TypedProfile>) => {
    const now = { ...typed, ...change };
    setTyped(now);
    draft.keep({ typed: now, version });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!problems.check(wrongFields(typed))) return;
    try {
      const { data } = await save({ variables: { input: inputFrom(typed, { version, cityId: profile.cityId }) } });
      setVersion(data!.editProfile.version);
      setTheirs(null);
      await draft.forget();
      toast({ words: <T id="identity.profile.saved" /> });
    } catch (error) {
      problems.refused(error);
      if (refusalOf(error).code !== 'platform.conflict') return;
      const stored = await reload();
      setTheirs(stored);
      setVersion(stored.version);
    }
  };

  /** Who sees a part, right below the part itself. */
  const visible = (part: Part) => (
    <Select id={`profile-${part}-for`} label={<T id="identity.visible" />} options={VISIBILITIES.map((value) => ({ value, label: words(`identity.visible.${value}`) }))} value={typed.visibility[part]} onChange={(event) => set({ visibility: { ...typed.visibility, [part]: event.currentTarget.value as Visibility } })} />
  );

  return (
    <form className={`${css.form} ${own.profile}`} onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems.list} />
      {theirs && (
        <Banner kind="warning" title={<T id="identity.profile.conflict.title" />} action={<Button onClick={() => { setTyped(typedFrom(theirs)); setTheirs(null); problems.clear(); void draft.forget(); }}><T id="identity.profile.conflict.take" /></Button>}>
          <p>
            <T id="identity.profile.conflict.words" />
          </p>
          <UserText of="p" text={[theirs.name, theirs.title, theirs.organisation, theirs.about, theirs.askMeAbout].filter(Boolean).join(' · ')} />
        </Banner>
      )}
      <div className={own.pair}>
        <TextInput id="profile-name" name="name" label={<T id="identity.name" />} hint={<T id="identity.profile.name.hint" />} error={problems.of('name')} value={typed.name} onChange={(event) => set({ name: event.currentTarget.value })} autoComplete="name" required />
        <Checkbox id="profile-name-for" label={<T id="identity.profile.name.everyone" />} hint={<T id="identity.profile.name.everyone.hint" />} checked={typed.visibility.name === 'everyone'} onChange={(on) => set({ visibility: { ...typed.visibility, name: on ? 'everyone' : 'members' } })} />
      </div>
      <div className={own.pair}>
        <div className={own.both}>
          <Select id="profile-work" label={<T id="identity.work" />} options={FIELDS_OF_WORK.map((value) => ({ value, label: words(`identity.work.${value}`) }))} value={typed.work} onChange={(event) => set({ work: event.currentTarget.value as FieldOfWork })} />
        <TextInput id="profile-title" name="title" label={<T id="identity.title" />} hint={<T id="identity.title.hint" />} error={problems.of('title')} value={typed.title} onChange={(event) => set({ title: event.currentTarget.value })} autoComplete="organization-title" optional />
        </div>
        {visible('title')}
      </div>
      <div className={own.pair}>
        <TextInput id="profile-organisation" name="organisation" label={<T id="identity.organisation" />} error={problems.of('organisation')} value={typed.organisation} onChange={(event) => set({ organisation: event.currentTarget.value })} autoComplete="organization" optional />
        {visible('organisation')}
      </div>
      <div className={own.pair}>
        {profile.cityId ? (
          <div>
            <p className={own.label}>
              <T id="identity.city" />
            </p>
            <p className={css.note}>
              <T id="identity.profile.city.staff" />
            </p>
            <p>
              <bdi>{profile.place}</bdi>
            </p>
          </div>
        ) : (
          <TextInput id="profile-place" name="place" label={<T id="identity.place" />} hint={<T id="identity.place.hint" />} error={problems.of('place')} value={typed.place} onChange={(event) => set({ place: event.currentTarget.value })} optional />
        )}
        {visible('city')}
      </div>
      <div className={own.pair}>
        <LanguagesField id="profile-languages" error={problems.of('languages')} value={typed.languages} onChange={(languages) => set({ languages })} />
        {visible('languages')}
      </div>
      <div className={own.pair}>
        <TextArea id="profile-about" name="about" label={<T id="identity.about" />} hint={<T id="identity.about.hint" />} error={problems.of('about')} limit={identityLimits.about} value={typed.about} onChange={(event) => set({ about: event.currentTarget.value })} optional />
        {visible('about')}
      </div>
      <div className={own.pair}>
        <TextInput id="profile-askMeAbout" name="askMeAbout" label={<T id="identity.askMeAbout" />} hint={<T id="identity.askMeAbout.hint" />} error={problems.of('askMeAbout')} value={typed.askMeAbout} onChange={(event) => set({ askMeAbout: event.currentTarget.value })} optional />
        {visible('askMeAbout')}
      </div>
      <Checkbox id="profile-directory" label={<T id="identity.listed" />} hint={<T id="identity.listed.hint" />} checked={typed.visibility.directory === 'members'} onChange={(on) => set({ visibility: { ...typed.visibility, directory: on ? 'members' : 'nobody' } })} />
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
          <T id="identity.profile.save" />
        </Button>
        <LinkButton to={`/members/${profile.handle}`} kind="quiet">
          <T id="identity.profile.see" />
        </LinkButton>
        <span className={css.note}>
          <SaveState device={draft.state} />
        </span>
      </div>
    </form>
  );
}
