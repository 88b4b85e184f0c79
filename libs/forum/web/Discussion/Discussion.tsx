import { Button, EmptyState, LinkButton, T, useFormats, usePageMatch, useSite, useViewer, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import css from './Discussion.module.css';
import { NewReplies } from './NewReplies';
import { Reply } from './Reply';
import { ReplyComposer, type Answering } from './ReplyComposer';
import { useSeen } from './useSeen';
import type { ReplyPartsFragment } from './Discussion.generated';
import { threadPath, useThread, type DiscussedLesson, type Place, type ThreadDocuments } from './useThread';

interface DiscussionProps {
  lesson: DiscussedLesson;
  place: Place;
  documents?: ThreadDocuments;
  /** What else stands at a reply: a mark in its head, an act at its foot. */
  besides?: (reply: ReplyPartsFragment) => { mark?: ReactNode; act?: ReactNode };
}

/** The talk about a lesson or a question: one window of it at a time, in both directions, new replies only when one asks for them. */
export function Discussion({ lesson, place, documents, besides }: DiscussionProps) {
  const words = useWords();
  const viewer = useViewer();
  const { search } = usePageMatch();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const thread = useThread(lesson, place, list, documents);
  const path = threadPath(lesson);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const [posting, setPosting] = useState(false);
  const [goTo, setGoTo] = useState<number | null>(null);
  // As it was when the page was opened: the line and the marks stay where they are while one reads.
  const [opened] = useState({ lastSeen: lesson.reading?.lastSeenSeq ?? null, since: lesson.reading?.since ?? null });
  const items = lesson.replies.items;
  useSeen(list, lesson.id, lesson.reading, items.map(({ seq }) => seq), (viewer?.unreadCount ?? 0) > 0);
  useArrival(list, place, opened.lastSeen);
  // What was just shown takes the focus when it is drawn: the button that asked for it is gone.
  useEffect(() => {
    if (goTo !== null && focusReply(list.current, (seq) => seq >= goTo)) setGoTo(null);
  }, [goTo, items]);

  // On a first visit everything is new: marking it all says nothing. One's own words never are.
  const isNew = (reply: ReplyPartsFragment) => opened.lastSeen !== null && opened.since !== null && reply.seq > opened.lastSeen && reply.status === 'published' && !isOwn(reply);
  const firstNew = items.reduce<number | null>((first, reply) => (isNew(reply) && (first === null || reply.seq < first) ? reply.seq : first), null);
  const newCount = lesson.reading?.newCount ?? 0;

  async function showNew() {
    const from = thread.lastLoaded;
    if (!thread.complete) return void navigate(`${path}?unread=1`);
    if (await thread.load('new')) setGoTo(from + 1);
  }
  async function posted(id: string) {
    if (thread.complete) await thread.load('new');
    else void navigate(`${path}?reply=${id}`);
    setPosting(false);
  }

  return (
    <section id="discussion" className={css.discussion} aria-labelledby="discussion-title">
      <div className={css.head}>
        <h2 id="discussion-title" tabIndex={-1}>
          <T id="forum.discussion.title" values={{ count: lesson.replyCount as never }} />
        </h2>
        {newCount > 0 &&
          (firstNew !== null ? (
            <Button kind="quiet" onClick={() => focusReply(list.current, (seq) => seq >= firstNew)}>
              <T id="forum.discussion.jumpToNew" values={{ count: newCount as never }} />
            </Button>
          ) : (
            <LinkButton kind="quiet" to={`${path}?unread=1`}>
              <T id="forum.discussion.jumpToNew" values={{ count: newCount as never }} />
            </LinkButton>
          ))}
      </div>
      {lesson.replies.totalCount === 0 && <EmptyState words={words('forum.discussion.none')} />}
      {thread.hasEarlier && (
        <Button className={css.more} state={thread.loading === 'earlier' ? 'busy' : undefined} onClick={() => void thread.load('earlier')}>
          <T id="forum.discussion.earlier" />
        </Button>
      )}
      <div ref={list}>
        <ol role="list" className={css.replies}>
          {thread.branches.map(({ reply, answers }) => (
            <li key={reply.id} className={css.branch}>
              {reply.seq === firstNew && <NewLine since={opened.since} />}
              <Reply reply={reply} {...besides?.(reply)} path={path} isNew={isNew(reply)} marked={reply.id === place.at} orphan={reply.parentId !== null} onAnswer={setAnswering} />
              {answers.length > 0 && (
                <ol role="list" className={css.answers}>
                  {answers.map((answer) => (
                    <li key={answer.id}>
                      {answer.seq === firstNew && <NewLine since={opened.since} />}
                      <Reply reply={answer} {...besides?.(answer)} path={path} isNew={isNew(answer)} marked={answer.id === place.at} onAnswer={setAnswering} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </div>
      {thread.hasLater && (
        <Button className={css.more} state={thread.loading === 'later' ? 'busy' : undefined} onClick={() => void thread.load('later')}>
          <T id="forum.discussion.later" />
        </Button>
      )}
      <NewReplies count={posting ? 0 : thread.waiting} busy={thread.loading === 'new'} onShow={() => void showNew()} />
      {lesson.viewerCan.reply && viewer && (
        <ReplyComposer lesson={lesson} answering={answering} onAnswering={setAnswering} onSending={setPosting} onPosted={posted} startOpen={search.get('draft') === 'reply'} />
      )}
      {!viewer && (
        <div className={css.signIn}>
        <LinkButton to={`/signin?next=${encodeURIComponent(`${path}#discussion`)}`}>
          <T id="forum.discussion.signIn" />
        </LinkButton>
        </div>
      )}
    </section>
  );
}

const isOwn = ({ viewerCan }: ReplyPartsFragment) => viewerCan.edit || viewerCan.restore;

function NewLine({ since }: { since: string | null }) {
  const formats = useFormats();
  const { madeAt } = useSite();
  const today = since !== null && formats.date(since) === formats.date(new Date(madeAt));
  return (
    <p className={css.newLine}>
      <span>{since ? <T id="forum.discussion.newSince" values={{ date: today ? formats.time(since) : formats.date(since) }} /> : <T id="forum.discussion.new" />}</span>
    </p>
  );
}

/** An address of one reply, or of the first new one, opens there, and does not scroll by itself afterwards. */
function useArrival(list: React.RefObject<HTMLElement | null>, place: Place, lastSeen: number | null) {
  useEffect(() => {
    if (place.at) {
      focusOn(document.getElementById(`reply-${place.at}`));
    } else if (place.unread) {
      if (!focusReply(list.current, (seq) => seq > (lastSeen ?? 0))) focusOn(document.getElementById('discussion-title'));
    }
    // Once per address: the discussion is made anew when it changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

function focusReply(list: HTMLElement | null, wanted: (seq: number) => boolean): boolean {
  const replies = [...(list?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])].filter((element) => wanted(Number(element.dataset.seq)));
  replies.sort((one, other) => Number(one.dataset.seq) - Number(other.dataset.seq));
  return focusOn(replies[0] ?? null);
}

function focusOn(element: HTMLElement | null): boolean {
  if (!element) return false;
  element.focus({ preventScroll: true });
  // Some read text stays in view above it.
  const above = Math.max(window.innerHeight * 0.25, 96);
  window.scrollTo({ top: window.scrollY + element.getBoundingClientRect().top - above, behavior: 'instant' });
  return true;
}
