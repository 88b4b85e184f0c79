import { useMutation, useQuery } from '@apollo/client/react';
import { CaseDataCheck, useCaseData } from '@crosscity/case-data/web';
import { forumLimits } from '@crosscity/forum/contract';
import { Button, PartFailed, Skeleton, T, TextArea, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { showCaseData } from '../Drafts/show-refused';
import { MentionList } from '../Mentions/MentionList';
import { EditReplyDocument, ReplySourceDocument, type ReplyPartsFragment } from './Discussion.generated';
import css from './Reply.module.css';

/** One's own reply as it was written, in its place. What was changed stays until it is saved or given up. */
export function ReplyEditor({ reply, onClose }: { reply: ReplyPartsFragment; onClose: () => void }) {
  const words = useWords();
  const { data, error, refetch } = useQuery(ReplySourceDocument, { variables: { id: reply.id }, fetchPolicy: 'network-only' });
  const toWords = useRefusal();
  if (error) return <PartFailed words={toWords(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  const source = data.reply.source ?? '';
  return <Form reply={reply} source={source} onClose={onClose} label={words('forum.reply.editLabel')} />;
}

function Form({ reply, source, label, onClose }: { reply: ReplyPartsFragment; source: string; label: string; onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [text, setText] = useState(source);
  const [problem, setProblem] = useState<string>();
  const [save, { loading }] = useMutation(EditReplyDocument);
  const form = useRef<HTMLFormElement>(null);
  const id = `edit-${reply.id}`;
  const guard = useCaseData([{ name: 'text', text, id, change: setText }], null);
  const checking = useRef(false);
  useEffect(() => void form.current?.querySelector('textarea')?.focus(), []);
  async function submit() {
    if (loading || checking.current) return;
    if (!text.trim()) return setProblem(words('forum.reply.empty'));
    checking.current = true;
    const clear = await guard.check();
    checking.current = false;
    if (!clear) return;
    try {
      await save({ variables: { input: { id: reply.id, text } } });
      toast({ words: words('forum.reply.saved') });
      onClose();
    } catch (error) {
      setProblem(toWords(error));
      await showCaseData(guard, error, { text });
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea id={id} label={label} value={text} error={problem} limit={forumLimits.reply} rows={4} onKeyDown={onKeyDown} onChange={(event) => setText(event.currentTarget.value)} />
      <MentionList threadId={reply.threadId} text={text} box={form} onChange={setText} />
      <CaseDataCheck guard={guard} field="text" />
      <div className={css.buttons}>
        <Button type="submit" kind="primary" state={loading ? 'busy' : undefined}>
          <T id="forum.reply.save" />
        </Button>
        <Button kind="quiet" onClick={onClose}>
          <T id="forum.cancel" />
        </Button>
      </div>
    </form>
  );
}
