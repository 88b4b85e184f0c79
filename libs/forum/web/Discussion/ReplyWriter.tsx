import { useApolloClient } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { forumLimits } from '@crosscity/forum/contract';
import { AudienceLabel, Button, CloseIcon, Link, ReplyIcon, T, TextArea, newKey, refusalOf, useRefusal, useWords, UserText } from '@crosscity/platform/web';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ConflictBanner } from '../Drafts/ConflictBanner';
import { SaveLine } from '../Drafts/SaveLine';
import { useSavedDraft } from '../Drafts/useSavedDraft';
import { showCaseData } from '../Drafts/show-refused';
import { MentionList } from '../Mentions/MentionList';
import { VoiceName } from '../words/VoiceName';
import { PostReplyDocument } from './Discussion.generated';
import css from './ReplyComposer.module.css';
import type { Answering } from './ReplyComposer';
import { threadPath, type DiscussedLesson } from './useThread';

interface Sending {
  text: string;
  /** One key per text: "try again" can't post it twice. */
  key: string;
  parentId: string | null;
  problem?: string;
  signIn?: boolean;
}

interface WriterProps {
  lesson: DiscussedLesson;
  answering: Answering | null;
  onAnswering: (answering: Answering | null) => void;
  onSending: (sending: boolean) => void;
  onPosted: (id: string) => Promise<void>;
  /** Words that somebody took along, as Markdown, until they are in the text. */
  quote: string | null;
  onQuoted: () => void;
  /** Somebody wants to write. */
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Whether there is anything to show: the form, or what is being sent. */
  onShown: (shown: boolean) => void;
}

const isEmpty = (content: { text?: string | null }) => !content.text?.trim();

/** Where one answers. The text outlives reloads, errors and signing out; what was sent stands there until it is in. */
export function ReplyWriter({ lesson, answering, onAnswering, onSending, onPosted, quote, onQuoted, open, onOpen, onShown }: WriterProps) {
  const words = useWords();
  const client = useApolloClient();
  const toWords = useRefusal();
  const box = useRef<HTMLFormElement>(null);
  const draft = useSavedDraft({ kind: 'reply', threadId: lesson.id, name: `reply ${lesson.id}`, isEmpty });
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState<Sending | null>(null);
  const text = draft.content.text ?? '';
  const shown = open || text !== '' || sending !== null;
  const { change, begin, ready } = draft;
  const setText = useCallback((next: string) => change({ text: next }), [change]);
  const guard = useCaseData([{ name: 'text', text, id: 'reply-text', change: (changed) => change({ text: changed }) }], null);
  const checking = useRef(false);
  // Hidden or taken back while one writes: the text stays, and one chooses what it answers now.
  const answered = lesson.replies.items.find(({ id }) => id === draft.content.parentId);
  const answeredIsGone = answered !== undefined && answered.status !== 'published';

  useLayoutEffect(() => onShown(shown), [onShown, shown]);
  useEffect(() => {
    if (!answering) return;
    onOpen(true);
    change({ parentId: answering.parentId });
  }, [answering, change, onOpen]);
  useEffect(() => {
    if (!open) return;
    begin();
    box.current?.querySelector('textarea')?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'center' });
  }, [open, answering, begin]);

  // Only when what was kept is back: a quote goes behind it, never in its place.
  useEffect(() => {
    if (quote === null || !ready) return;
    change({ text: text.trim() ? `${text.trimEnd()}\n\n${quote}` : quote });
    onQuoted();
  }, [quote, ready, text, change, onQuoted]);

  async function send(message: Sending) {
    setSending({ ...message, problem: undefined });
    onSending(true);
    try {
      const draftId = await draft.flush();
      const { data } = await client.mutate({ mutation: PostReplyDocument, variables: { input: { key: message.key, threadId: lesson.id, parentId: message.parentId, text: message.text, draftId } } });
      await draft.finish({ serverHasTaken: true });
      onAnswering(null);
      onOpen(false);
      await onPosted(data!.postReply.id);
      setSending(null);
    } catch (error) {
      onSending(false);
      const { code } = refusalOf(error);
      // The text goes back into its field, with the places marked.
      setSending(code === 'forum.caseData' ? null : { ...message, problem: toWords(error), signIn: code === 'platform.signInFirst' });
      if (code === 'forum.caseData') setProblem(toWords(error));
      await showCaseData(guard, error, { text: message.text });
    }
  }
  async function submit() {
    if (checking.current) return;
    if (isEmpty(draft.content)) return setProblem(words('forum.reply.empty'));
    if (text.length > forumLimits.reply) return setProblem(words('forum.reply.tooLong', { count: text.length - forumLimits.reply }));
    if (answeredIsGone) return setProblem(words('forum.reply.answeredGone'));
    setProblem(undefined);
    checking.current = true;
    const clear = await guard.check();
    checking.current = false;
    if (clear) void send({ text, key: newKey(), parentId: draft.content.parentId ?? null });
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  if (sending) {
    return (
      <div className={css.sending} data-failed={sending.problem ? '' : undefined}>
        <div className={css.sent}>
          <UserText text={sending.text} />
        </div>
        <div role="status" className={css.buttons}>
          {sending.problem ? (
            <>
              <p className={css.failed}>
                <T id="forum.reply.notSent" values={{ why: sending.problem }} />
              </p>
              <Button kind="primary" onClick={() => void send(sending)}>
                <T id="forum.tryAgain" />
              </Button>
              <Button kind="quiet" onClick={() => setSending(null)}>
                <T id="forum.reply.changeText" />
              </Button>
              {sending.signIn && <Link to={`/signin?next=${encodeURIComponent(`${threadPath(lesson)}#discussion`)}`}>{words('forum.signIn')}</Link>}
            </>
          ) : (
            <p>
              <T id="forum.reply.sending" />
            </p>
          )}
        </div>
      </div>
    );
  }
  if (!shown) return null;
  return (
    <form
      ref={box}
      className={css.composer}
      aria-label={words('forum.reply.write')}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.conflict && <ConflictBanner conflict={draft.conflict} mine={draft.content} onChoose={draft.resolve} show={['text']} />}
      {draft.content.parentId && (
        <p className={css.answering}>
          <ReplyIcon size={18} />
          <span>{answering ? <T id="forum.reply.answering" values={{ voice: <VoiceName voice={answering.voice} /> }} /> : <T id="forum.reply.answeringOne" />}</span>
          <Button
            kind="quiet"
            icon={<CloseIcon size={16} />}
            onClick={() => {
              change({ parentId: null });
              onAnswering(null);
              setProblem(undefined);
            }}
          >
            <T id={lesson.kind ? 'forum.reply.answerQuestion' : 'forum.reply.answerLesson'} />
          </Button>
        </p>
      )}
      <div role="status">
        {answeredIsGone && (
          <p className={css.gone}>
            <T id="forum.reply.answeredGone" />
          </p>
        )}
      </div>
      <TextArea
        id="reply-text"
        label={words('forum.reply.label')}
        hint={words('forum.reply.hint')}
        value={text}
        error={problem}
        limit={forumLimits.reply}
        rows={4}
        saveState={<SaveLine state={draft.state} />}
        onKeyDown={onKeyDown}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <MentionList threadId={lesson.id} text={text} box={box} onChange={setText} />
      <CaseDataCheck guard={guard} field="text" />
      <div className={css.buttons}>
        <Button type="submit" kind="primary">
          <T id="forum.reply.send" />
        </Button>
        {text === '' && (
          <Button
            kind="quiet"
            onClick={() => {
              onOpen(false);
              change({ parentId: null });
              onAnswering(null);
            }}
          >
            <T id="forum.cancel" />
          </Button>
        )}
        <AudienceLabel audience={lesson.audience} />
      </div>
    </form>
  );
}
