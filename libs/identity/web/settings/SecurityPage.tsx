import { identityLimits } from '@crosscity/identity/contract';
import { useMutation } from '@apollo/client/react';
import { Button, ErrorSummary, RelativeTime, T, Tag, pageQuery, postJson, refusalOf, usePage, useRefusal, useToast, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { PasswordInput } from '../form/PasswordInput';
import { useProblems } from '../form/useProblems';
import { ChangePasswordDocument, EndSessionDocument, SecurityPageDocument, type OwnSessionFragment } from './SecurityPage.generated';
import { SettingsTabs } from './SettingsTabs';
import css from '../form/form.module.css';
import own from './settings.module.css';

export const query = pageQuery(SecurityPageDocument, () => ({}));
export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.settings.security');
export const robots: PageModule['robots'] = 'noindex';

export function Page() {
  const { data, refetch } = usePage(SecurityPageDocument);
  return (
    <div className={css.page}>
      <h1>
        <T id="identity.settings.security" />
      </h1>
      <SettingsTabs />
      <SessionList sessions={data.mySessions} reload={refetch} />
      <PasswordForm email={data.viewer?.email ?? ''} reload={refetch} />
    </div>
  );
}

function SessionList({ sessions, reload }: { sessions: readonly OwnSessionFragment[]; reload: () => Promise<unknown> }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [end] = useMutation(EndSessionDocument);
  const [ending, setEnding] = useState('');
  const [failure, setFailure] = useState('');

  const endOne = async ({ key }: OwnSessionFragment) => {
    setEnding(key);
    setFailure('');
    try {
      await end({ variables: { input: { key } } });
      toast({ words: <T id="identity.sessions.ended" /> });
    } catch (error) {
      // It ended meanwhile: that is what was wanted.
      if (refusalOf(error).code !== 'platform.notFound') setFailure(toWords(error));
    }
    await reload().catch(() => undefined);
    setEnding('');
  };
  const endAll = async () => {
    setFailure('');
    try {
      await postJson('/auth/sign-out', { everywhere: true });
      window.location.assign('/signin');
    } catch (error) {
      setFailure(toWords(error));
    }
  };

  return (
    <section className={own.part} aria-labelledby="sessions">
      <h2 id="sessions">
        <T id="identity.sessions.title" />
      </h2>
      <p>
        <T id="identity.sessions.lead" />
      </p>
      <ErrorSummary problems={failure ? [{ words: failure }] : []} />
      <ul role="list" className={own.sessions}>
        {sessions.map((session) => {
          const device = session.device || words('identity.sessions.unknown');
          return (
            <li key={session.key} className={own.session}>
              <div className={own.device}>
                <bdi>{device}</bdi>
                <span className={css.note}>
                  <T id="identity.sessions.seen" values={{ when: <RelativeTime at={session.seenAt} />, since: <RelativeTime at={session.startedAt} /> }} />
                </span>
              </div>
              {session.isThis ? (
                <Tag kind="success">
                  <T id="identity.sessions.this" />
                </Tag>
              ) : (
                <Button aria-label={words('identity.sessions.end.name', { device })} state={ending === session.key ? 'busy' : undefined} onClick={() => void endOne(session)}>
                  <T id="identity.sessions.end" />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <div className={css.acts}>
        <Button kind="danger" onClick={() => void endAll()}>
          <T id="identity.sessions.everywhere" />
        </Button>
      </div>
    </section>
  );
}

function PasswordForm({ email, reload }: { email: string; reload: () => Promise<unknown> }) {
  const toast = useToast();
  const problems = useProblems('password', ['currentPassword', 'newPassword']);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [change, { loading }] = useMutation(ChangePasswordDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { least, most } = identityLimits.password;
    const wrong = [!current && 'currentPassword', (next.length < least || next.length > most) && 'newPassword'] as const;
    if (!problems.check(wrong.filter((field) => field !== false))) return;
    try {
      await change({ variables: { input: { current, next } } });
      setCurrent('');
      setNext('');
      toast({ words: <T id="identity.password.changed" /> });
      await reload();
    } catch (error) {
      problems.refused(error);
    }
  };
  return (
    <section className={own.part} aria-labelledby="password">
      <h2 id="password">
        <T id="identity.password.change" />
      </h2>
      <p>
        <T id="identity.password.change.lead" />
      </p>
      <ErrorSummary problems={problems.list} />
      <form className={css.form} method="post" onSubmit={(event) => void submit(event)} noValidate>
        {/* Tells the browser's own keeper whose password this is. */}
        <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
        <PasswordInput id="password-currentPassword" label={<T id="identity.password.current" />} error={problems.of('currentPassword')} value={current} onChange={setCurrent} autoComplete="current-password" />
        <PasswordInput id="password-newPassword" label={<T id="identity.password.new" />} hint={<T id="identity.password.hint" values={{ least: identityLimits.password.least }} />} error={problems.of('newPassword')} value={next} onChange={setNext} autoComplete="new-password" />
        <div className={css.acts}>
          <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
            <T id="identity.password.save" />
          </Button>
        </div>
      </form>
    </section>
  );
}
