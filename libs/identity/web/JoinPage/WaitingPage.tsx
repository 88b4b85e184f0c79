import { useMutation } from '@apollo/client/react';
import { Banner, Button, ErrorSummary, Link, LinkButton, T, useHasPage, useRefusal, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import { ResendConfirmationDocument } from './JoinPage.generated';
import { keptReceipt, type Receipt } from './receipt';
import css from '../form/form.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'identity.waiting.title');
export const robots: PageModule['robots'] = 'noindex';

/** What happens next, after the form was sent. */
export function Page() {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const hasPage = useHasPage();
  useEffect(() => setReceipt(keptReceipt()), []);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>
          <T id="identity.waiting.title" />
        </h1>
        <p>{receipt ? <T id="identity.waiting.sentTo" values={{ email: <bdi dir="ltr">{receipt.email}</bdi> }} /> : <T id="identity.waiting.sent" />}</p>
      </div>
      <h2>
        <T id="identity.waiting.next" />
      </h2>
      <ol className={css.steps}>
        <li>
          <T id="identity.waiting.step.open" />
        </li>
        <li>
          <T id="identity.waiting.step.staff" />
        </li>
        <li>
          <T id="identity.waiting.step.signIn" />
        </li>
      </ol>
      {receipt && <Resend receipt={receipt} />}
      <p>
        <T id="identity.waiting.wrong" values={{ join: (chunks) => <Link to="/join">{chunks}</Link> }} />
      </p>
      {hasPage('/lessons') && (
        <div className={css.acts}>
          <LinkButton to="/lessons">
            <T id="identity.waiting.read" />
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function Resend({ receipt }: { receipt: Receipt }) {
  const [resend, { loading }] = useMutation(ResendConfirmationDocument);
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState('');
  const toWords = useRefusal();
  const send = async () => {
    setFailure('');
    setSent(false);
    try {
      await resend({ variables: { input: { applicationId: receipt.id } } });
      setSent(true);
    } catch (error) {
      setFailure(toWords(error));
    }
  };
  return (
    <>
      <ErrorSummary problems={failure ? [{ words: failure }] : []} />
      {sent && (
        <Banner live kind="success">
          <p>
            <T id="identity.waiting.resent" />
          </p>
        </Banner>
      )}
      <div className={css.acts}>
        <span>
          <T id="identity.waiting.nothing" />
        </span>
        <Button onClick={() => void send()} state={loading ? 'busy' : undefined}>
          <T id="identity.waiting.resend" />
        </Button>
      </div>
    </>
  );
}
