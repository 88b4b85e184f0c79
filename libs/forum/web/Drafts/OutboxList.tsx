import { useApolloClient } from '@apollo/client/react';
import { Banner, Button, Link, LinkButton, RelativeTime, T, Tag, refusalToWords, signInAddress, useToast, useViewer, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import css from './DraftList.module.css';
import { cancelSending, errorOf, sendAgain, type WaitingLesson } from './outbox';

const LONG = 2 * 24 * 3_600_000;

/** Finished lessons that wait for the network, what became of them, and the way back. */
export function OutboxList({ lessons, onCancelled }: { lessons: readonly WaitingLesson[]; onCancelled: (lesson: WaitingLesson) => void }) {
  const words = useWords();
  return (
    <ul role="list" className={css.drafts} aria-label={words('forum.outbox.title')}>
      {lessons.map((lesson) => (
        <OutboxRow key={lesson.id} lesson={lesson} onCancelled={onCancelled} />
      ))}
    </ul>
  );
}

function OutboxRow({ lesson, onCancelled }: { lesson: WaitingLesson; onCancelled: (lesson: WaitingLesson) => void }) {
  const words = useWords();
  const intl = useIntl();
  const client = useApolloClient();
  const viewer = useViewer();
  const toast = useToast();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [opened] = useState(Date.now);
  const { id, input, state, at, why, lessonId } = lesson;
  const error = errorOf(lesson);
  const needsSignIn = state === 'waiting' && why?.code === 'platform.signInFirst';

  async function cancel(open: boolean) {
    setBusy(true);
    const isBack = await cancelSending(viewer!.id, id);
    setBusy(false);
    if (!isBack) return toast({ words: words('forum.outbox.tooLate') });
    onCancelled(lesson);
    if (open) void navigate(`/drafts/${id}`);
    else toast({ words: words('forum.outbox.cancelled') });
  }
  async function send() {
    setBusy(true);
    await sendAgain(client, viewer!.id, id);
    setBusy(false);
  }

  return (
    <li className={css.draft}>
      <div className={css.words}>
        <p className={css.title} dir="auto">
          {state === 'sent' ? <Link to={`/lessons/${lessonId}/published`}>{input.title}</Link> : input.title}
        </p>
        <p className={css.facts} role="status">
          <Tag kind={state === 'sent' ? 'success' : state === 'refused' ? 'danger' : 'info'}>{words(`forum.outbox.state.${state}`)}</Tag>
          <RelativeTime at={new Date(at).toISOString()} />
        </p>
        {state === 'refused' && error && (
          <Banner kind="danger">
            <p>{refusalToWords(intl, error)}</p>
          </Banner>
        )}
        {needsSignIn && (
          <Banner kind="warning">
            <p>
              <T id="forum.outbox.signIn" />
            </p>
          </Banner>
        )}
        {state === 'waiting' && opened - at > LONG && (
          <Banner kind="warning">
            <p>
              <T id="forum.outbox.old" />
            </p>
          </Banner>
        )}
        <div className={css.acts}>
          {needsSignIn && (
            <LinkButton to={signInAddress('/drafts')} kind="primary" reload>
              <T id="forum.save.signIn" />
            </LinkButton>
          )}
          {state === 'refused' && (
            <Button kind="primary" state={busy ? 'busy' : undefined} onClick={() => void cancel(true)}>
              <T id="forum.outbox.edit" />
            </Button>
          )}
          {state !== 'sent' && (
            <Button state={busy ? 'busy' : undefined} onClick={() => void send()}>
              <T id={state === 'refused' ? 'forum.outbox.again' : 'forum.outbox.now'} />
            </Button>
          )}
          {state === 'waiting' && (
            <Button kind="quiet" state={busy ? 'busy' : undefined} onClick={() => void cancel(false)}>
              <T id="forum.outbox.cancel" />
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
