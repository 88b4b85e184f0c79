import { useMutation } from '@apollo/client/react';
import { Button, EmptyState, Link, RelativeTime, T, TextInput, directionOf, newKey, pageQuery, usePage, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { VoiceName } from '../words/VoiceName';
import { AgreementForm, CloseForm, SettingsForm } from './CareForms';
import { MemberRow } from './MemberRow';
import { RequestCard } from './RequestCard';
import { InviteToSpaceDocument, SpaceCarePageDocument, WithdrawSpaceInvitationDocument, type SpaceCarePageQuery } from './Spaces.generated';
import { useSpaceAct } from './useSpaceAct';
import css from './Spaces.module.css';

export const query = pageQuery(SpaceCarePageDocument, ({ params }) => ({ slug: params.slug! }));
export const title: PageModule['title'] = (intl, data: SpaceCarePageQuery) => wordsOf(intl, 'forum.space.care.title', { name: data.space.name });
export const robots: PageModule['robots'] = 'noindex';
export const outcome: PageModule['outcome'] = (data: SpaceCarePageQuery) => (data.space.viewerCan.attend ? undefined : { redirect: `/spaces/${data.space.slug}` });

/** Requests, members, invitations, the agreement and the settings of a space, for those who care for it. */
export function Page() {
  const { data } = usePage(SpaceCarePageDocument);
  const { space } = data;
  const { care, attend } = space.viewerCan;
  if (!attend) return <EmptyState words={<T id="forum.space.care.not" />} />;
  return (
    <div className={css.page}>
      <div className={css.intro}>
        <p className={css.muted} lang={space.language} dir={directionOf(space.language)}>
          <Link to={`/spaces/${space.slug}`}>{space.name}</Link>
        </p>
        <h1>
          <T id="forum.space.care" />
        </h1>
        {!care && (
          <p>
            <T id="forum.space.care.staff" />
          </p>
        )}
      </div>
      <section className={css.section} aria-labelledby="space-requests">
        <h2 id="space-requests">
          <T id="forum.space.requests" />
        </h2>
        {space.requests.length === 0 ? (
          <p className={css.muted}>
            <T id="forum.space.requests.none" />
          </p>
        ) : (
          space.requests.map((request) => <RequestCard key={request.id} request={request} />)
        )}
      </section>
      {care && (
        <>
          <Invitations space={space} />
          <section className={css.section} aria-labelledby="space-members">
            <h2 id="space-members">
              <T id="forum.space.members" />
            </h2>
            <ul role="list" className={css.people}>
              {space.members.items.map((member) => (
                <MemberRow key={member.voice.id} spaceId={space.id} member={member} />
              ))}
            </ul>
          </section>
          <AgreementForm key={`agreement-${space.agreementVersion}`} space={space} text={space.agreement?.text ?? ''} />
        </>
      )}
      <SettingsForm key={`settings-${space.version}`} space={space} cityIds={space.cities.map(({ id }) => id)} cities={data.cities.items} />
      <CloseForm space={space} />
    </div>
  );
}

function Invitations({ space }: { space: SpaceCarePageQuery['space'] }) {
  const words = useWords();
  const [invite] = useMutation(InviteToSpaceDocument);
  const [withdraw] = useMutation(WithdrawSpaceInvitationDocument);
  const [handle, setHandle] = useState('');
  const { run, busy, failure } = useSpaceAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!handle.trim()) return;
    const isSent = await run('invite', () => invite({ variables: { input: { key: newKey(), spaceId: space.id, handle: handle.trim() } } }), <T id="forum.space.invited" />);
    if (isSent) setHandle('');
  };
  return (
    <section className={css.section} aria-labelledby="space-invitations">
      <h2 id="space-invitations">
        <T id="forum.space.invitations" />
      </h2>
      <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput id="space-handle" label={words('forum.space.handle')} hint={words('forum.space.handle.hint')} dir="ltr" error={failure || undefined} value={handle} onChange={(event) => setHandle(event.currentTarget.value)} />
        <div>
          <Button type="submit" state={busy === 'invite' ? 'busy' : undefined}>
            <T id="forum.space.invite" />
          </Button>
        </div>
      </form>
      <ul role="list" className={css.people}>
        {space.invitations.map(({ id, voice, at }) => (
          <li key={id} className={css.person}>
            <span>
              <VoiceName voice={voice} />{' '}
              <span className={css.muted}>
                <RelativeTime at={at} />
              </span>
            </span>
            <Button kind="quiet" state={busy === id ? 'busy' : undefined} aria-label={words('forum.space.invitation.withdraw.name', { name: voice.name ?? '' })} onClick={() => void run(id, () => withdraw({ variables: { input: { id } } }), <T id="forum.space.invitation.withdrawn" />)}>
              <T id="forum.space.invitation.withdraw" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
