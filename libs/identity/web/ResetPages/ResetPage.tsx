import { useMutation } from '@apollo/client/react';
import { identityLimits } from '@crosscity/identity/contract';
import { Banner, Button, ErrorSummary, LinkButton, T, refusalOf, usePageMatch, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { PasswordInput } from '../form/PasswordInput';
import { useProblems } from '../form/useProblems';
import { ResetPasswordDocument } from './ResetPages.generated';
import css from '../form/form.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.reset.title');
export const robots: PageModule['robots'] = 'noindex';

/** A new password, with the secret of the mailed link. Opening the link does nothing yet: mail programs open links to look at them. */
export function Page() {
  const token = usePageMatch().search.get('token') ?? '';
  const [next, setNext] = useState('');
  const [spent, setSpent] = useState(false);
  const problems = useProblems('reset', ['newPassword']);
  const [reset, { loading, data }] = useMutation(ResetPasswordDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { least, most } = identityLimits.password;
    if (!problems.check(next.length < least || next.length > most ? ['newPassword'] : [])) return;
    try {
      await reset({ variables: { input: { token, next } } });
      setNext('');
    } catch (error) {
      setSpent(refusalOf(error).code === 'identity.resetSpent');
      problems.refused(error);
    }
  };
  return (
    <div className={css.page}>
      <h1>
        <T id={data ? 'identity.reset.done.title' : 'identity.reset.title'} />
      </h1>
      {data ? (
        <>
          <Banner live kind="success">
            <p>
              <T id="identity.reset.done" />
            </p>
          </Banner>
          <div className={css.acts}>
            <LinkButton to="/signin" kind="primary" reload>
              <T id="identity.signIn.go" />
            </LinkButton>
          </div>
        </>
      ) : token.length >= 16 ? (
        <>
          <ErrorSummary problems={problems.list} />
          {spent ? (
            <AskAgain />
          ) : (
            <form className={css.form} method="post" onSubmit={(event) => void submit(event)} noValidate>
              <p>
                <T id="identity.reset.lead" />
              </p>
              <PasswordInput id="reset-newPassword" label={<T id="identity.password.new" />} hint={<T id="identity.password.hint" values={{ least: identityLimits.password.least }} />} error={problems.of('newPassword')} value={next} onChange={setNext} autoComplete="new-password" />
              <div className={css.acts}>
                <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
                  <T id="identity.reset.save" />
                </Button>
              </div>
            </form>
          )}
        </>
      ) : (
        <>
          <Banner kind="warning">
            <p>
              <T id="identity.confirm.noToken" />
            </p>
          </Banner>
          <AskAgain />
        </>
      )}
    </div>
  );
}

function AskAgain() {
  return (
    <div className={css.acts}>
      <LinkButton to="/signin/forgot">
        <T id="identity.reset.again" />
      </LinkButton>
    </div>
  );
}
