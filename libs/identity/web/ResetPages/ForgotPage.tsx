import { useMutation } from '@apollo/client/react';
import { Banner, Button, ErrorSummary, Link, T, TextInput, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { useProblems } from '../form/useProblems';
import { RequestPasswordResetDocument } from './ResetPages.generated';
import css from '../form/form.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.forgot.title');
export const robots: PageModule['robots'] = 'noindex';

/** Asks for a link to a new password. The answer is the same for every address. */
export function Page() {
  const [email, setEmail] = useState('');
  const problems = useProblems('forgot', ['email']);
  const [ask, { loading, data }] = useMutation(RequestPasswordResetDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!problems.check(/.@./.test(email.trim()) ? [] : ['email'])) return;
    try {
      await ask({ variables: { input: { email: email.trim() } } });
    } catch (error) {
      problems.refused(error);
    }
  };
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="identity.forgot.title" />
        </h1>
        <p>
          <T id="identity.forgot.lead" />
        </p>
      </div>
      {data && (
        <Banner live kind="success" title={<T id="identity.forgot.sent.title" />}>
          <p>
            <T id="identity.forgot.sent" values={{ email: <bdi dir="ltr">{email.trim()}</bdi>, minutes: data.requestPasswordReset.linkMinutes as never }} />
          </p>
        </Banner>
      )}
      <ErrorSummary problems={problems.list} />
      <form className={css.form} method="post" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput id="forgot-email" name="email" type="email" label={<T id="identity.email" />} error={problems.of('email')} value={email} onChange={(event) => setEmail(event.currentTarget.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} required />
        <div className={css.acts}>
          <Button type="submit" kind={data ? 'secondary' : 'primary'} state={loading ? 'busy' : undefined}>
            <T id={data ? 'identity.forgot.again' : 'identity.forgot.send'} />
          </Button>
        </div>
      </form>
      <p>
        <Link to="/signin">
          <T id="identity.forgot.back" />
        </Link>
      </p>
    </div>
  );
}
