import { useMutation } from '@apollo/client/react';
import {
  AudienceLabel, BackIcon, Banner, Button, CheckIcon, EditIcon, FlagIcon, Link, LinkButton, LinkIcon, Menu, MoreIcon, PartFailed, RelativeTime, RemoveIcon, Skeleton, T, Tag, UndoIcon, UserText,
  directionOf, later, pageQuery, useFormats, usePage, usePageMatch, useRefusal, useSite, useToast, useWords, type MenuItem, type PageMatch,
} from '@crosscity/platform/web';
import { ReportDialog } from '../Discussion/ReportDialog';
import { useEffect, useState } from 'react';
import type { IntlShape } from 'react-intl';
import { useNavigate } from 'react-router';
import { Discussion } from '../Discussion/Discussion';
import type { ReplyPartsFragment } from '../Discussion/Discussion.generated';
import { FollowMenu } from '../Discussion/FollowMenu';
import { Facts } from '../LessonCard/LessonCard';
import { useCopy } from '../LessonPage/useShare';
import { VoiceName, VoiceWithTitle } from '../words/VoiceName';
import { AskedWhom, QuestionState, Silence, questionPath } from './QuestionCard';
import {
  ChooseAnswerDocument, FinishQuestionDocument, MoreAnswersDocument, QuestionChangesDocument, QuestionPageDocument, QuestionPulseDocument, RestoreQuestionDocument, WithdrawQuestionDocument,
  type QuestionHeadFragment, type QuestionPageQuery,
} from './Questions.generated';
import css from './Questions.module.css';

export const query = pageQuery(QuestionPageDocument, ({ params, search }) => ({
  id: params.id!,
  at: search.get('reply'),
  unread: search.get('unread') === '1' && !search.has('reply') ? true : null,
}));
export const title = (_intl: IntlShape, data: QuestionPageQuery) => data.question.title;
export const description = (_intl: IntlShape, data: QuestionPageQuery) => data.question.short || data.question.title;
export const canonical = (data: QuestionPageQuery) => questionPath(data.question);

export function outcome(data: QuestionPageQuery, { params, search }: PageMatch) {
  if (params.slug === data.question.slug) return undefined;
  const rest = search.toString();
  return { redirect: questionPath(data.question) + (rest && `?${rest}`) };
}

const OutcomeEditor = later(() => import('./OutcomeEditor').then(({ OutcomeEditor: editor }) => editor));
const documents = { more: MoreAnswersDocument, pulse: QuestionPulseDocument, changes: QuestionChangesDocument };
const DAY = 86_400_000;

/** One question: what is asked, what helped, what came of it, and the talk. */
export function Page() {
  const { data, variables } = usePage(QuestionPageDocument);
  const { search } = usePageMatch();
  const { question } = data;
  const choose = useChoosing(question);
  const besides = (reply: ReplyPartsFragment) => {
    const chosen = question.answer?.id === reply.id;
    return {
      mark: chosen && (
        <Tag kind="success">
          <T id="forum.question.chosen" />
        </Tag>
      ),
      act: question.viewerCan.decide && reply.status === 'published' && (
        <Button kind="quiet" icon={chosen ? <UndoIcon /> : <CheckIcon />} onClick={() => void choose(chosen ? null : reply.id)}>
          <T id={chosen ? 'forum.question.unchoose' : 'forum.question.choose'} />
        </Button>
      ),
    };
  };
  return (
    <div className={css.page}>
      <Link to="/questions" className={css.back}>
        <BackIcon />
        <T id="forum.question.back" />
      </Link>
      <article aria-labelledby="question-title" className={css.question}>
        <Head question={question} />
        {question.html && <UserText html={question.html} lang={question.language} reading />}
        <Actions question={question} />
      </article>
      {question.answer && <Answer question={question} answer={question.answer} />}
      <Outcome question={question} startOpen={search.get('draft') === 'outcome'} />
      <Discussion
        key={`${search.get('reply') ?? ''} ${search.get('unread') ?? ''}`}
        lesson={{ ...question, kind: 'question' }}
        place={{ at: variables.at ?? null, unread: variables.unread ?? null }}
        documents={documents}
        besides={besides}
      />
    </div>
  );
}

function Head({ question }: { question: QuestionHeadFragment }) {
  const formats = useFormats();
  const { madeAt } = useSite();
  const silent = question.state === 'unanswered' && madeAt - Date.parse(question.askedAt) > DAY;
  return (
    <header className={css.head}>
      {question.status !== 'published' && (
        <Banner kind="warning">
          <T id={`forum.question.status.${question.status}`} />
        </Banner>
      )}
      <h1 id="question-title" lang={question.language} dir={directionOf(question.language)}>
        {question.title}
      </h1>
      <p>
        <T id="forum.question.by" values={{ voice: <VoiceWithTitle voice={question.voice} linked /> }} />
      </p>
      <Facts>
        <AskedWhom question={question} linked />
        <time dateTime={question.askedAt}>{formats.shortDate(question.askedAt)}</time>
        {question.editedAt && <T id="forum.question.edited" values={{ date: formats.shortDate(question.editedAt) }} />}
      </Facts>
      <ul role="list" className={css.labels}>
        <li>
          <QuestionState state={question.state} />
        </li>
        {question.finishedAt && question.state === 'answered' && (
          <li>
            <Tag>
              <T id="forum.question.finished" />
            </Tag>
          </li>
        )}
        <li>
          <AudienceLabel audience={question.audience} />
        </li>
        {question.themes.map((theme) => (
          <li key={theme.slug}>
            <Link to={`/questions?theme=${encodeURIComponent(theme.slug)}`} className={css.theme}>
              {theme.name}
            </Link>
          </li>
        ))}
      </ul>
      {silent && (
        <p className={css.silent}>
          <Silence askedAt={question.askedAt} />
        </p>
      )}
    </header>
  );
}

/** What one can do with a question. What one may do comes from the server. */
function Actions({ question }: { question: QuestionHeadFragment }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const copy = useCopy();
  const [reporting, setReporting] = useState(false);
  const [withdraw] = useMutation(WithdrawQuestionDocument);
  const [restore] = useMutation(RestoreQuestionDocument);
  const [finish, { loading }] = useMutation(FinishQuestionDocument);
  const say = (error: unknown) => toast({ words: toWords(error) });
  const variables = { input: { id: question.id } };
  const { viewerCan } = question;
  const bringBack = () => restore({ variables }).then(() => navigate(questionPath(question)), say);
  const takeBack = () =>
    withdraw({ variables }).then(() => {
      toast({ words: words('forum.question.withdrawn'), undo: bringBack });
      void navigate('/questions');
    }, say);
  const setFinished = (finished: boolean): Promise<unknown> =>
    finish({ variables: { input: { id: question.id, finished } } }).then(
      () => toast({ words: words(finished ? 'forum.question.finishedNow' : 'forum.question.reopened'), undo: () => setFinished(!finished) }),
      say,
    );

  const items: MenuItem[] = [{ key: 'copy', label: words('forum.lesson.copyLink'), icon: <LinkIcon />, onSelect: () => void copy(questionPath(question)) }];
  if (viewerCan.report) items.push({ key: 'report', label: words('forum.report'), icon: <FlagIcon />, onSelect: () => setReporting(true) });
  if (viewerCan.restore) items.push({ key: 'restore', label: words('forum.question.restore'), icon: <UndoIcon />, onSelect: () => void bringBack() });
  if (viewerCan.withdraw) items.push({ key: 'withdraw', label: words('forum.question.withdraw'), icon: <RemoveIcon />, danger: true, onSelect: () => void takeBack() });
  return (
    <div className={css.buttons}>
      {viewerCan.follow && question.reading && <FollowMenu threadId={question.id} reading={question.reading} />}
      {viewerCan.edit && (
        <LinkButton to={`/questions/${question.id}/edit`} icon={<EditIcon />}>
          <T id="forum.question.edit" />
        </LinkButton>
      )}
      {viewerCan.decide && (
        <Button icon={question.finishedAt ? <UndoIcon /> : <CheckIcon />} state={loading ? 'busy' : undefined} onClick={() => void setFinished(!question.finishedAt)}>
          <T id={question.finishedAt ? 'forum.question.reopen' : 'forum.question.finish'} />
        </Button>
      )}
      <Menu button={<MoreIcon />} label={words('forum.question.more')} items={items} />
      {reporting && <ReportDialog targetKind="question" targetId={question.id} open onClose={() => setReporting(false)} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />}
    </div>
  );
}

/** The reply that helped, right under the question, with the way to its place. */
function Answer({ question, answer }: { question: QuestionHeadFragment; answer: ReplyPartsFragment }) {
  return (
    <section className={css.answer} aria-labelledby="answer-title">
      <h2 id="answer-title">
        <CheckIcon /> <T id="forum.question.chosen" />
      </h2>
      <p className={css.hint}>
        <VoiceName voice={answer.voice} linked /> · <RelativeTime at={answer.postedAt} />
      </p>
      <UserText html={answer.html} lang={answer.language} />
      <p>
        <Link to={`${questionPath(question)}?reply=${answer.id}`}>
          <T id="forum.question.inDiscussion" />
        </Link>
      </p>
    </section>
  );
}

/** "What we did with it." */
function Outcome({ question, startOpen }: { question: QuestionHeadFragment; startOpen: boolean }) {
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const [openedOn, setOpenedOn] = useState(question.outcomeVersion);
  const { outcome: told, viewerCan } = question;
  useEffect(() => {
    if (startOpen && viewerCan.decide) setEditing(true);
  }, [startOpen, viewerCan.decide]);
  // Before anybody answered there is nothing that one could have done with it.
  if (!told && (!viewerCan.decide || (question.replyCount === 0 && !question.finishedAt && !editing))) return null;
  return (
    <section id="outcome" className={css.outcome} aria-labelledby="outcome-title">
      <h2 id="outcome-title">
        <T id="forum.question.outcome" />
      </h2>
      {/* While one writes: only what somebody else wrote meanwhile. */}
      {told && (!editing || told.version !== openedOn) && (
        <>
          <UserText html={told.html} lang={told.language} />
          <p className={css.hint}>
            <VoiceName voice={told.voice} linked /> · <time dateTime={told.at}>{formats.shortDate(told.at)}</time>
          </p>
        </>
      )}
      {editing ? (
        <OutcomeEditor question={question} onClose={() => setEditing(false)} whileComing={<Skeleton lines={4} />} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />
      ) : (
        viewerCan.decide && (
          <div>
            <Button icon={<EditIcon />} onPointerEnter={OutcomeEditor.fetch} onFocus={OutcomeEditor.fetch} onClick={() => { setOpenedOn(question.outcomeVersion); setEditing(true); }}>
              <T id={told ? 'forum.question.outcomeChange' : 'forum.question.outcomeWrite'} />
            </Button>
          </div>
        )
      )}
    </section>
  );
}

/** Chooses a reply as the answer, or none; every choice can be taken back. */
function useChoosing(question: QuestionHeadFragment): (replyId: string | null) => Promise<void> {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const [choose] = useMutation(ChooseAnswerDocument);
  const before = question.answer?.id ?? null;
  const set = async (replyId: string | null, last: string | null): Promise<void> => {
    try {
      await choose({ variables: { input: { id: question.id, replyId } } });
      toast({ words: words(replyId ? 'forum.question.chosenNow' : 'forum.question.unchosen'), undo: () => set(last, replyId) });
    } catch (error) {
      toast({ words: toWords(error) });
    }
  };
  return (replyId) => set(replyId, before);
}
