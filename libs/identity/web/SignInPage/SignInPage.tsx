import { Banner, Button, ErrorSummary, Link, RedirectTo, T, TextInput, postJson, refusalOf, useFormats, useHasPage, usePageMatch, useViewer, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { PasswordInput } from '../form/PasswordInput';
import { useProblems } from '../form/useProblems';
import { ownPath } from './ownPath';
import css from '../form/form.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.signIn.title');
export const robots: PageModule['robots'] = 'noindex';

/** Not a mistake of who signs in, but an answer: shown as such, above the form. */
type Standing = { code: 'identity.waiting' | 'identity.refused' | 'identity.suspended'; reason: string; until?: string };

export function Page() {
  const viewer = useViewer();
  const next = ownPath(usePageMatch().search.get('next'));
  return viewer ? <RedirectTo to={next} /> : <SignIn next={next} />;
}

function SignIn({ next }: { next: string }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [standing, setStanding] = useState<Standing | null>(null);
  const problems = useProblems('signin', ['email', 'currentPassword']);
  const hasPage = useHasPage();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setStanding(null);
    const wrong = [!email.trim() && 'email', !password && 'currentPassword'] as const;
    if (!problems.check(wrong.filter((field) => field !== false))) return;
    setBusy(true);
    try {
      await postJson('/auth/sign-in', { email: email.trim(), password });
      // A full load: everything that was drawn for a guest is drawn anew.
      window.location.assign(next);
    } catch (error) {
      setBusy(false);
      const { code, data } = refusalOf(error);
      if (code === 'identity.waiting' || code === 'identity.refused' || code === 'identity.suspended') setStanding({ code, reason: String(data.reason ?? data.words ?? ''), until: typeof data.until === 'string' ? data.until : undefined });
      else problems.refused(error);
    }
  };

  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="identity.signIn.title" />
        </h1>
        {next !== '/' && (
          <p>
            <T id="identity.signIn.return" />
          </p>
        )}
      </div>
      <ErrorSummary problems={problems.list} />
      {standing && <StandingBanner {...standing} />}
      {/* The method keeps a password out of the address, should the form be sent before the script is there. */}
      <form className={css.form} method="post" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput id="signin-email" name="email" type="email" label={<T id="identity.email" />} error={problems.of('email')} value={email} onChange={(event) => setEmail(event.currentTarget.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        <PasswordInput id="signin-currentPassword" label={<T id="identity.password" />} error={problems.of('currentPassword')} value={password} onChange={setPassword} autoComplete="current-password" />
        <div className={css.acts}>
          <Button type="submit" kind="primary" state={busy ? 'busy' : undefined}>
            <T id="identity.signIn.go" />
          </Button>
        </div>
      </form>
      {hasPage('/signin/forgot') && (
        <p>
          <Link to="/signin/forgot">
            <T id="identity.signIn.forgot" />
          </Link>
        </p>
      )}
      {hasPage('/join') && (
        <p>
          <T id="identity.signIn.notYet" values={{ join: (chunks) => <Link to="/join">{chunks}</Link> }} />
        </p>
      )}
    </div>
  );
}

function StandingBanner({ code, reason, until }: Standing) {
  const formats = useFormats();
  if (code === 'identity.waiting') {
    return (
      <Banner live title={<T id="identity.standing.waiting.title" />}>
        <p>
          <T id="identity.standing.waiting" />
        </p>
      </Banner>
    );
  }
  return (
    <Banner live kind="warning" title={<T id={code === 'identity.refused' ? 'identity.standing.refused.title' : 'identity.standing.suspended.title'} />}>
      <p>
        {code === 'identity.refused' ? <T id="identity.standing.refused" /> : until ? <T id="identity.standing.suspended.until" values={{ when: <time dateTime={until}>{formats.dateTime(until)}</time> }} /> : <T id="identity.standing.suspended" />}
      </p>
      {code === 'identity.suspended' && reason && (
        <p>
          <T id="identity.standing.refused" />
        </p>
      )}
      {reason && <blockquote dir="auto">{reason}</blockquote>}
    </Banner>
  );
}
