import { useMutation } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, Card, ErrorSummary, RelativeTime, T, TextArea, UserText, useWords } from '@crosscity/platform/web';
import { useState, type FormEvent } from 'react';
import { VoiceName } from '../words/VoiceName';
import { DecideSpaceRequestDocument, type SpaceCarePageQuery } from './Spaces.generated';
import { useSpaceAct } from './useSpaceAct';
import css from './Spaces.module.css';

/** Somebody asks to join. A refusal asks for words to them first. */
export function RequestCard({ request: { id, voice, why, at } }: { request: SpaceCarePageQuery['space']['requests'][number] }) {
  const words = useWords();
  const [decide] = useMutation(DecideSpaceRequestDocument);
  const { run, busy, failure } = useSpaceAct();
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const name = voice.name ?? '';
  const field = `space-refuse-${id}`;
  const wrong = tried && !reason.trim() ? words('forum.space.refuse.missing') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) void run('refuse', () => decide({ variables: { input: { id, admit: false, reason } } }), <T id="forum.space.refused" values={{ name: <bdi>{name}</bdi> }} />);
  };
  return (
    <Card className={css.card} aria-labelledby={`request-${id}`}>
      <h3 id={`request-${id}`}>
        <VoiceName voice={voice} />
      </h3>
      <p className={css.muted}>
        <RelativeTime at={at} />
      </p>
      <UserText of="p" text={why} />
      <ErrorSummary problems={[...(wrong ? [{ field, words: wrong }] : []), ...(failure ? [{ words: failure }] : [])]} />
      {isRefusing ? (
        <form className={css.form} onSubmit={submit} noValidate>
          <TextArea id={field} label={words('forum.space.refuse.reason', { name })} hint={words('forum.space.refuse.hint')} error={wrong} limit={forumLimits.spaceReason} rows={3} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
          <div className={css.acts}>
            <Button type="submit" kind="danger" state={busy === 'refuse' ? 'busy' : undefined}>
              <T id="forum.space.refuse.send" />
            </Button>
            <Button kind="quiet" onClick={() => setRefusing(false)}>
              <T id="forum.space.cancel" />
            </Button>
          </div>
        </form>
      ) : (
        <div className={css.acts}>
          <Button kind="primary" state={busy === 'admit' ? 'busy' : undefined} aria-label={words('forum.space.admit.name', { name })} onClick={() => void run('admit', () => decide({ variables: { input: { id, admit: true } } }), <T id="forum.space.admitted" values={{ name: <bdi>{name}</bdi> }} />)}>
            <T id="forum.space.admit" />
          </Button>
          <Button
            aria-label={words('forum.space.refuse.name', { name })}
            onClick={() => {
              setRefusing(true);
              requestAnimationFrame(() => document.getElementById(field)?.focus());
            }}
          >
            <T id="forum.space.refuse" />
          </Button>
        </div>
      )}
    </Card>
  );
}
