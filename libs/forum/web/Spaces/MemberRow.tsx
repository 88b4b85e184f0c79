import { useMutation } from '@apollo/client/react';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, Dialog, T, Tag, TextArea, useViewer, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { VoiceName } from '../words/VoiceName';
import { AppointSpaceModeratorDocument, RemoveSpaceMemberDocument, StepDownInSpaceDocument, type SpaceCarePageQuery } from './Spaces.generated';
import { useSpaceAct } from './useSpaceAct';
import css from './Spaces.module.css';

/** Somebody who belongs: made a moderator, removed with a reason; oneself steps down. */
export function MemberRow({ spaceId, member: { voice, isModerator } }: { spaceId: string; member: SpaceCarePageQuery['space']['members']['items'][number] }) {
  const words = useWords();
  const viewer = useViewer();
  const { run, busy, failure } = useSpaceAct();
  const [appoint] = useMutation(AppointSpaceModeratorDocument);
  const [remove] = useMutation(RemoveSpaceMemberDocument);
  const [stepDown] = useMutation(StepDownInSpaceDocument);
  const [isRemoving, setRemoving] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const name = voice.name ?? '';
  const input = { spaceId, memberId: voice.id };
  const isSelf = viewer?.handle === voice.handle;
  const confirm = async () => {
    setTried(true);
    if (!reason.trim()) return;
    if (await run('remove', () => remove({ variables: { input: { ...input, reason } } }), <T id="forum.space.removed" values={{ name: <bdi>{name}</bdi> }} />)) setRemoving(false);
  };
  return (
    <li className={css.person}>
      <span>
        <VoiceName voice={voice} />
        {isModerator && (
          <>
            {' '}
            <Tag>
              <T id="forum.space.moderator" />
            </Tag>
          </>
        )}
      </span>
      <span className={css.acts}>
        {isModerator && isSelf && (
          <Button kind="quiet" state={busy === 'stepDown' ? 'busy' : undefined} onClick={() => void run('stepDown', () => stepDown({ variables: { input: { spaceId } } }), <T id="forum.space.steppedDown" />)}>
            <T id="forum.space.stepDown" />
          </Button>
        )}
        {!isModerator && (
          <>
            <Button kind="quiet" state={busy === 'appoint' ? 'busy' : undefined} aria-label={words('forum.space.appoint.name', { name })} onClick={() => void run('appoint', () => appoint({ variables: { input } }), <T id="forum.space.appointed" values={{ name: <bdi>{name}</bdi> }} />)}>
              <T id="forum.space.appoint" />
            </Button>
            <Button kind="quiet" aria-label={words('forum.space.remove.name', { name })} onClick={() => setRemoving(true)}>
              <T id="forum.space.remove" />
            </Button>
          </>
        )}
      </span>
      {failure && !isRemoving && <p role="alert">{failure}</p>}
      {isRemoving && (
        <Dialog
          open
          onClose={() => setRemoving(false)}
          title={words('forum.space.remove.name', { name })}
          actions={
            <>
              <Button kind="danger" state={busy === 'remove' ? 'busy' : undefined} onClick={() => void confirm()}>
                <T id="forum.space.remove.send" />
              </Button>
              <Button kind="quiet" onClick={() => setRemoving(false)}>
                <T id="forum.space.cancel" />
              </Button>
            </>
          }
        >
          <TextArea label={words('forum.space.remove.reason', { name })} hint={words('forum.space.remove.hint')} error={failure || (tried && !reason.trim() ? words('forum.space.refuse.missing') : undefined)} limit={forumLimits.spaceReason} rows={3} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
        </Dialog>
      )}
    </li>
  );
}
