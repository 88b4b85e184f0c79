import { useMutation } from '@apollo/client/react';
import { Banner, Button, ErrorSummary, LinkButton, T, usePageMatch, useRefusal, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState } from 'react';
import { ConfirmAddressDocument } from './JoinPage.generated';
import css from '../form/form.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.confirm.title');
export const robots: PageModule['robots'] = 'noindex';

/** Opening the link does nothing yet: mail programs open links to look at them. Only the press confirms. */
export function Page() {
  const token = usePageMatch().search.get('token') ?? '';
  const [confirm, { loading, data }] = useMutation(ConfirmAddressDocument);
  const [failure, setFailure] = useState('');
  const toWords = useRefusal();
  const press = async () => {
    setFailure('');
    try {
      await confirm({ variables: { input: { token } } });
    } catch (error) {
      setFailure(toWords(error));
    }
  };
  if (data) {
    return (
      <div className={css.page}>
        <h1>
          <T id="identity.confirmed.title" />
        </h1>
        <Banner live kind="success">
          <p>
            <T id="identity.confirmed.words" />
          </p>
        </Banner>
        <p>
          <T id="identity.confirmed.next" />
        </p>
        <div className={css.acts}>
          <LinkButton to="/">
            <T id="identity.confirmed.home" />
          </LinkButton>
        </div>
      </div>
    );
  }
  return (
    <div className={css.page}>
      <h1>
        <T id="identity.confirm.title" />
      </h1>
      <ErrorSummary problems={failure ? [{ words: failure }] : []} />
      {token.length >= 16 ? (
        <>
          <p>
            <T id="identity.confirm.words" />
          </p>
          <div className={css.acts}>
            <Button kind="primary" onClick={() => void press()} state={loading ? 'busy' : undefined}>
              <T id="identity.confirm.go" />
            </Button>
          </div>
        </>
      ) : (
        <Banner kind="warning">
          <p>
            <T id="identity.confirm.noToken" />
          </p>
        </Banner>
      )}
      {failure && (
        <div className={css.acts}>
          <LinkButton to="/signin">
            <T id="identity.signIn.go" />
          </LinkButton>
          <LinkButton to="/join" kind="quiet">
            <T id="identity.confirm.again" />
          </LinkButton>
        </div>
      )}
    </div>
  );
}
