import { identityLimits } from '@crosscity/identity/contract';
import { useMutation } from '@apollo/client/react';
import { Button, Card, ErrorSummary, RelativeTime, T, Tag, TextArea, UserText, useFormats, useRefusal, useWords } from '@crosscity/platform/web';
import { useRef, useState, type FormEvent } from 'react';
import { useLanguageNames } from '../form/names';
import { AdmitApplicantDocument, RefuseApplicantDocument, type ApplicationCardFragment } from './ApplicationsPage.generated';
import css from './ApplicationsPage.module.css';

/** One application, with what staff need to decide. A refusal asks for words to the person first. */
export function ApplicationCard({ application }: { application: ApplicationCardFragment }) {
  const names = useLanguageNames();
  const formats = useFormats();
  const heading = `application-${application.id}`;
  return (
    <Card aria-labelledby={heading} className={css.card}>
      <div className={css.head}>
        <h2 id={heading}>
          <bdi>{application.name}</bdi>
        </h2>
        <Outcome application={application} />
      </div>
      <dl className={css.facts}>
        <Fact label="identity.applications.work">
          <T id={`identity.work.${application.work}`} /> · <bdi>{application.title}</bdi>
        </Fact>
        <Fact label="identity.organisation">
          <bdi>{application.organisation}</bdi>
        </Fact>
        <Fact label="identity.city">
          <bdi>{application.place}</bdi>
        </Fact>
        <Fact label="identity.languages">{formats.list(application.languages.map(names.of))}</Fact>
        <Fact label="identity.email">
          <bdi dir="ltr">{application.email}</bdi>
        </Fact>
      </dl>
      <div>
        <h3 className={css.label}>
          <T id="identity.why" />
        </h3>
        <UserText of="p" text={application.why} />
      </div>
      {application.viewerCan.decide ? <Decide application={application} /> : application.reason && <Reason reason={application.reason} />}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>
        <T id={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function Outcome({ application: { status, confirmedAt, decidedAt, decidedBy } }: { application: ApplicationCardFragment }) {
  if (status === 'waiting') {
    return (
      <Tag>
        <T id="identity.applications.since" values={{ when: <RelativeTime at={confirmedAt} /> }} />
      </Tag>
    );
  }
  return (
    <Tag kind={status === 'admitted' ? 'success' : 'plain'}>
      <T id={`identity.applications.${status}`} values={{ who: <bdi>{decidedBy ?? '–'}</bdi>, when: <RelativeTime at={decidedAt ?? confirmedAt} /> }} />
    </Tag>
  );
}

function Reason({ reason }: { reason: string }) {
  return (
    <div>
      <h3 className={css.label}>
        <T id="identity.applications.reason" />
      </h3>
      <UserText of="p" text={reason} />
    </div>
  );
}

function Decide({ application: { id, name } }: { application: ApplicationCardFragment }) {
  const words = useWords();
  const toWords = useRefusal();
  const [admit, admitting] = useMutation(AdmitApplicantDocument);
  const [refuse, refusing] = useMutation(RefuseApplicantDocument, { refetchQueries: [] });
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const [failure, setFailure] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const field = `reason-${id}`;

  const run = async (act: () => Promise<unknown>) => {
    setFailure('');
    try {
      await act();
    } catch (error) {
      setFailure(toWords(error));
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const short = reason.trim().length < 10 || reason.trim().length > identityLimits.reason;
    setWrong(short);
    if (!short) await run(() => refuse({ variables: { input: { applicationId: id, reason } } }));
  };

  const problem = wrong ? words('identity.problem.reason') : undefined;
  return (
    <>
      <ErrorSummary problems={[...(problem ? [{ field, words: problem }] : []), ...(failure ? [{ words: failure }] : [])]} />
      {asking ? (
        <form className={css.refuse} onSubmit={(event) => void submit(event)} noValidate>
          <TextArea id={field} label={<T id="identity.applications.reason.label" values={{ name: <bdi>{name}</bdi> }} />} hint={<T id="identity.applications.reason.hint" />} error={problem} limit={identityLimits.reason} rows={4} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
          <div className={css.acts}>
            <Button type="submit" kind="danger" state={refusing.loading ? 'busy' : undefined}>
              <T id="identity.applications.refuse.send" />
            </Button>
            <Button
              kind="quiet"
              onClick={() => {
                setAsking(false);
                setWrong(false);
                requestAnimationFrame(() => opener.current?.focus());
              }}
            >
              <T id="identity.applications.refuse.leave" />
            </Button>
          </div>
        </form>
      ) : (
        <div className={css.acts}>
          <Button kind="primary" state={admitting.loading ? 'busy' : undefined} aria-label={words('identity.applications.admit.name', { name })} onClick={() => void run(() => admit({ variables: { input: { applicationId: id } } }))}>
            <T id="identity.applications.admit" />
          </Button>
          <Button
            ref={opener}
            aria-label={words('identity.applications.refuse.name', { name })}
            onClick={() => {
              setAsking(true);
              requestAnimationFrame(() => document.getElementById(field)?.focus());
            }}
          >
            <T id="identity.applications.refuse" />
          </Button>
        </div>
      )}
    </>
  );
}
