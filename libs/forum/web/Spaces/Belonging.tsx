import { useApolloClient, useMutation } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { Banner, Button, Checkbox, ErrorSummary, LinkButton, SaveState, T, TextArea, newKey, refusalOf, useDeviceDraft, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useEffect, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { AgreeToSpaceDocument, AnswerSpaceInvitationDocument, AskToJoinSpaceDocument, JoinSpaceDocument, LeaveSpaceDocument, ReturnToSpaceDocument, WithdrawSpaceRequestDocument, type SpacePageQuery, type SpaceStateFragment } from './Spaces.generated';
import css from './Spaces.module.css';

interface BelongingProps {
  space: SpaceStateFragment;
  agreement: SpacePageQuery['space']['agreement'] | null;
  isGuest: boolean;
}

/** What one is in the space, and the next step: join, ask, answer, accept, leave. */
export function Belonging({ space, agreement, isGuest }: BelongingProps) {
  const { belongs } = space.viewer;
  if (isGuest) {
    return (
      <Banner
        title={<T id="forum.space.signIn" />}
        action={
          <LinkButton to={`/signin?next=${encodeURIComponent(`/spaces/${space.slug}`)}`}>
            <T id="forum.space.signIn.act" />
          </LinkButton>
        }
      />
    );
  }
  if (belongs === 'member' || belongs === 'moderator') return <Leave space={space} />;
  if (belongs === 'asked') return <Asked space={space} />;
  const act = belongs === 'invited' || belongs === 'mustAgree' ? belongs : space.viewerCan.join ? 'join' : space.viewerCan.ask ? 'ask' : null;
  if (act) return <StepIn key={`${act} ${space.agreementVersion}`} act={act} space={space} agreement={agreement} />;
  return <Banner title={<T id={space.closedAt ? 'forum.space.how.closed' : `forum.space.how.${space.joining}`} />} />;
}

type Act = 'invited' | 'mustAgree' | 'join' | 'ask';

/** The agreement, a tick, and one press. Who asks says why; the words stay on the device until they are sent. */
function StepIn({ act, space, agreement }: { act: Act; space: SpaceStateFragment; agreement: BelongingProps['agreement'] }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const client = useApolloClient();
  const navigate = useNavigate();
  const draft = useDeviceDraft<string>(`space-why:${space.id}`);
  const [why, setWhy] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const [key] = useState(newKey);
  const [join] = useMutation(JoinSpaceDocument);
  const [ask] = useMutation(AskToJoinSpaceDocument);
  const [agree] = useMutation(AgreeToSpaceDocument);
  const [answer] = useMutation(AnswerSpaceInvitationDocument);
  const { found } = draft;
  useEffect(() => {
    if (found) setWhy((now) => now || found.content);
  }, [found]);

  const missesTick = agreement !== null && agreement !== undefined && !agreed;
  const missesWhy = act === 'ask' && why.trim() === '';
  const run = async (perform: () => Promise<unknown>, said: string) => {
    setBusy(true);
    setFailure('');
    try {
      await perform();
      toast({ words: <T id={said} values={{ name: <bdi>{space.name}</bdi> }} /> });
      await client.refetchQueries({ include: 'active' });
    } catch (error) {
      setFailure(toWords(error));
      // The agreement changed while one read it: the page shows the new one.
      if (refusalOf(error).code === 'forum.spaceAgreement') await client.refetchQueries({ include: 'active' });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || missesTick || missesWhy) return;
    const input = { spaceId: space.id, agreement: space.agreementVersion };
    if (act === 'join') void run(() => join({ variables: { input } }), 'forum.space.joined');
    if (act === 'mustAgree') void run(() => agree({ variables: { input } }), 'forum.space.joined');
    if (act === 'invited') void run(() => answer({ variables: { input: { id: space.viewer.invitationId!, accept: true, agreement: space.agreementVersion } } }), 'forum.space.joined');
    if (act === 'ask') void run(async () => { await ask({ variables: { input: { ...input, why, key } } }); await draft.forget(); }, 'forum.space.asked');
  };
  const decline = async () => {
    try {
      const { data } = await answer({ variables: { input: { id: space.viewer.invitationId!, accept: false } } });
      toast({ words: <T id="forum.space.declined" /> });
      // A hidden space is out of sight from now on.
      if (data?.answerSpaceInvitation) await client.refetchQueries({ include: 'active' });
      else void navigate('/spaces');
    } catch (error) {
      setFailure(toWords(error));
    }
  };
  const problems = [
    ...(tried && missesWhy ? [{ field: 'space-why', words: words('forum.space.why.missing') }] : []),
    ...(tried && missesTick ? [{ field: 'space-agreed', words: words('forum.space.agreed.missing') }] : []),
    ...(failure ? [{ words: failure }] : []),
  ];
  return (
    <form className={css.form} onSubmit={submit} noValidate aria-labelledby="space-step-in">
      <h2 id="space-step-in">
        <T id={`forum.space.step.${act}`} />
      </h2>
      <p>
        <T id={`forum.space.step.${act}.lead`} />
      </p>
      <ErrorSummary problems={problems} />
      {act === 'ask' && (
        <TextArea
          id="space-why"
          label={words('forum.space.why')}
          hint={words('forum.space.why.hint')}
          error={tried && missesWhy ? words('forum.space.why.missing') : undefined}
          limit={forumLimits.spaceWhy}
          rows={3}
          value={why}
          onChange={(event) => {
            setWhy(event.currentTarget.value);
            draft.keep(event.currentTarget.value);
          }}
          saveState={<SaveState device={draft.state} />}
          required
        />
      )}
      {agreement && (
        <>
          <div className={css.agreement} dir="auto" dangerouslySetInnerHTML={{ __html: agreement.html }} />
          <Checkbox id="space-agreed" label={words('forum.space.agreed')} checked={agreed} onChange={setAgreed} error={tried && missesTick ? words('forum.space.agreed.missing') : undefined} />
        </>
      )}
      <div className={css.acts}>
        <Button type="submit" kind="primary" state={busy ? 'busy' : undefined}>
          <T id={`forum.space.step.${act}.act`} />
        </Button>
        {act === 'invited' && (
          <Button onClick={() => void decline()}>
            <T id="forum.space.decline" />
          </Button>
        )}
      </div>
    </form>
  );
}

function Asked({ space }: { space: SpaceStateFragment }) {
  const toast = useToast();
  const toWords = useRefusal();
  const [withdraw, { loading }] = useMutation(WithdrawSpaceRequestDocument);
  return (
    <Banner
      title={<T id="forum.space.belongs.asked" />}
      action={
        <Button state={loading ? 'busy' : undefined} onClick={() => void withdraw({ variables: { input: { spaceId: space.id } } }).catch((error: unknown) => toast({ words: toWords(error) }))}>
          <T id="forum.space.withdrawRequest" />
        </Button>
      }
    >
      <p>
        <T id="forum.space.asked.wait" />
      </p>
    </Banner>
  );
}

function Leave({ space }: { space: SpaceStateFragment }) {
  const toast = useToast();
  const toWords = useRefusal();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [leave, { loading }] = useMutation(LeaveSpaceDocument);
  const [comeBack] = useMutation(ReturnToSpaceDocument);
  const run = async () => {
    const input = { spaceId: space.id };
    try {
      const { data } = await leave({ variables: { input } });
      const undo = () =>
        comeBack({ variables: { input } }).then(
          () => navigate(`/spaces/${space.slug}`),
          (error: unknown) => toast({ words: toWords(error) }),
        );
      toast({ words: <T id="forum.space.left" values={{ name: <bdi>{space.name}</bdi> }} />, undo });
      if (data?.leaveSpace && data.leaveSpace.kind !== 'private') await client.refetchQueries({ include: 'active' });
      else void navigate('/spaces');
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  return (
    <div>
      <Button kind="quiet" state={loading ? 'busy' : undefined} onClick={() => void run()}>
        <T id="forum.space.leave" />
      </Button>
    </div>
  );
}
