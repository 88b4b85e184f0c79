import { useMutation } from '@apollo/client/react';
import { BellIcon, Button, EditIcon, FlagIcon, Link, LinkIcon, Menu, MoreIcon, PartFailed, QuoteIcon, RelativeTime, RemoveIcon, ReplyIcon, Skeleton, T, Tag, UndoIcon, UserText, directionOf, later, useRefusal, useToast, useWords, type MenuItem } from '@crosscity/platform/web';
import { useState, type ReactNode } from 'react';
import { useCopy } from '../LessonPage/useShare';
import { Facts } from '../LessonCard/LessonCard';
import { TrialLine } from '../Trials/TrialList';
import { VoiceName } from '../words/VoiceName';
import { MarkUnreadDocument, RestoreReplyDocument, WithdrawReplyDocument, type ReplyPartsFragment } from './Discussion.generated';
import type { Answering } from './ReplyComposer';
import { ReportLater } from '../words/ReportLater';
import css from './Reply.module.css';

const ReplyEditor = later(() => import('./ReplyEditor').then(({ ReplyEditor: editor }) => editor));

interface ReplyProps {
  reply: ReplyPartsFragment;
  path: string;
  isNew: boolean;
  /** The one that the address names. */
  marked: boolean;
  /** It answers a reply that is not loaded: it stands in its own place, with a way there. */
  orphan?: boolean;
  onAnswer: (answering: Answering) => void;
  /** Beside the name, and beside the acts. */
  mark?: ReactNode;
  act?: ReactNode;
}

export function Reply({ reply, path, isNew, marked, orphan, onAnswer, mark, act }: ReplyProps) {
  const words = useWords();
  const [editing, setEditing] = useState(false);
  const title = `reply-title-${reply.id}`;
  return (
    <article id={`reply-${reply.id}`} data-seq={reply.seq} data-marked={marked || undefined} data-new={isNew || undefined} tabIndex={-1} className={css.reply} aria-labelledby={title}>
      <header className={css.head}>
        <h3 id={title}>
          <span className="forScreenReaders">
            <T id={reply.trial ? 'forum.reply.trialBy' : 'forum.reply.by'} />{' '}
          </span>
          <VoiceName voice={reply.voice} linked />
        </h3>
        {isNew && (
          <Tag kind="warning">
            <T id="forum.reply.new" />
          </Tag>
        )}
        {mark}
        <div className={css.facts}>
          <Facts>
            {reply.voice.title && <bdi>{reply.voice.title}</bdi>}
            {reply.voice.place && <bdi>{reply.voice.place}</bdi>}
            <Link to={`${path}?reply=${reply.id}`} className={css.time} preventScrollReset>
              <RelativeTime at={reply.postedAt} />
            </Link>
            {reply.editedAt && reply.status === 'published' && <T id="forum.reply.edited" />}
          </Facts>
        </div>
      </header>
      {orphan && (
        <p className={css.fact}>
          <Link to={`${path}?reply=${reply.parentId}`}>
            <T id="forum.reply.answers" />
          </Link>
        </p>
      )}
      {reply.status !== 'published' && (
        <p className={css.stub}>
          {reply.status === 'hidden' ? <T id="forum.reply.hidden" values={{ rule: words(ruleWords(reply.hiddenRule)) }} /> : <T id="forum.reply.withdrawn" />}
        </p>
      )}
      {editing ? (
        <ReplyEditor reply={reply} onClose={() => setEditing(false)} whileComing={<Skeleton lines={3} />} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />
      ) : (
        <>
          {reply.trial && <TrialLine trial={reply.trial} inReply />}
          {reply.html && (
            <div lang={reply.language} dir={directionOf(reply.language)} data-quote={reply.id}>
              <UserText html={reply.html} lang={reply.language} />
            </div>
          )}
          <ReplyActs reply={reply} act={act} path={path} onAnswer={onAnswer} onEdit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}

function ReplyActs({ reply, act, path, onAnswer, onEdit }: { reply: ReplyPartsFragment; act?: ReactNode; path: string; onAnswer: (answering: Answering) => void; onEdit: () => void }) {
  const words = useWords();
  const copy = useCopy();
  const toast = useToast();
  const toWords = useRefusal();
  const [withdraw] = useMutation(WithdrawReplyDocument);
  const [restore] = useMutation(RestoreReplyDocument);
  const [markUnread] = useMutation(MarkUnreadDocument);
  const say = (error: unknown) => toast({ words: toWords(error) });
  const variables = { input: { id: reply.id } };
  const takeBack = () =>
    withdraw({ variables }).then(
      () => toast({ words: words('forum.reply.takenBack'), undo: () => restore({ variables }).catch(say) }),
      say,
    );
  const { viewerCan } = reply;
  const [reporting, setReporting] = useState(false);
  const items: MenuItem[] = [{ key: 'copy', label: words('forum.reply.copyLink'), icon: <LinkIcon />, onSelect: () => void copy(`${path}?reply=${reply.id}`) }];
  if (viewerCan.reply) items.push({ key: 'unread', label: words('forum.reply.markUnread'), icon: <BellIcon />, onSelect: () => void markUnread({ variables: { input: { threadId: reply.threadId, from: reply.seq } } }).then(() => toast({ words: words('forum.reply.markedUnread') }), say) });
  if (viewerCan.reply && reply.html) items.push({ key: 'quote', label: words('forum.quote.take'), icon: <QuoteIcon />, onSelect: () => void import('../Quote/quoteReply').then(({ quoteReply }) => quoteReply(reply, words('forum.quote.fromReply'))) });
  if (viewerCan.report) items.push({ key: 'report', label: words('forum.report'), icon: <FlagIcon />, onSelect: () => setReporting(true) });
  if (viewerCan.edit) items.push({ key: 'edit', label: words('forum.reply.edit'), icon: <EditIcon />, onSelect: onEdit });
  if (viewerCan.restore) items.push({ key: 'restore', label: words('forum.reply.restore'), icon: <UndoIcon />, onSelect: () => void restore({ variables }).catch(say) });
  if (viewerCan.withdraw) items.push({ key: 'withdraw', label: words('forum.reply.withdraw'), icon: <RemoveIcon />, danger: true, onSelect: () => void takeBack() });
  return (
    <footer className={css.acts}>
      {viewerCan.reply && (
        <Button kind="quiet" icon={<ReplyIcon />} onClick={() => onAnswer({ parentId: reply.parentId ?? reply.id, voice: reply.voice })}>
          <T id="forum.reply.answer" />
        </Button>
      )}
      {act}
      <Menu button={<MoreIcon />} label={words('forum.reply.more')} items={items} />
      {reporting && <ReportLater targetKind="reply" targetId={reply.id} open onClose={() => setReporting(false)} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />}
    </footer>
  );
}

/** The rules that moderators name; a new one of theirs is still worded. */
const worded = new Set(['personalData', 'hateOrInsult', 'danger', 'wrongPlace', 'other']);
function ruleWords(rule: string | null): string {
  return `forum.rule.${rule && worded.has(rule) ? rule : 'other'}`;
}
