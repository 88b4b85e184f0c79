import { useMutation } from '@apollo/client/react';
import { ReportDialog } from '@crosscity/moderation/web';
import { Button, Dialog, EditIcon, FileIcon, FlagIcon, LinkIcon, LinkButton, Menu, MoreIcon, RemoveIcon, T, TextInput, useRefusal, useToast, useWords, type MenuItem } from '@crosscity/platform/web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FollowMenu } from '../Discussion/FollowMenu';
import type { LessonReadingFragment } from '../Discussion/Discussion.generated';
import { lessonPath } from '../LessonCard/LessonCard';
import { useCopy, useShare } from './useShare';
import { RestoreLessonDocument, WithdrawLessonDocument, type LessonHeadFragment } from './LessonHead.generated';
import css from './LessonActions.module.css';

/** What one can do with a lesson. What one may do comes from the server, never from a guess here. */
export function LessonActions({ lesson, reading }: { lesson: LessonHeadFragment; reading: LessonReadingFragment | null }) {
  const words = useWords();
  const [withdrawing, setWithdrawing] = useState(false);
  const [reporting, setReporting] = useState(false);
  const copy = useCopy();
  const share = useShare(lesson);
  const items: MenuItem[] = [
    { key: 'copy', label: words('forum.lesson.copyLink'), icon: <LinkIcon />, onSelect: () => void copy(lessonPath(lesson)) },
    { key: 'print', label: words('forum.lesson.print'), icon: <FileIcon />, onSelect: () => window.print() },
    { key: 'history', label: words('forum.lesson.history'), icon: <FileIcon />, to: `/lessons/${lesson.id}/history` },
  ];
  if (lesson.viewerCan.report) items.push({ key: 'report', label: words('forum.report'), icon: <FlagIcon />, onSelect: () => setReporting(true) });
  if (lesson.viewerCan.withdraw) {
    items.push({ key: 'withdraw', label: words('forum.lesson.withdraw'), icon: <RemoveIcon />, danger: true, onSelect: () => setWithdrawing(true) });
  }
  return (
    <div className={css.actions}>
      <Button icon={<LinkIcon />} onClick={() => void share()}>
        <T id="forum.lesson.share" />
      </Button>
      {lesson.viewerCan.follow && reading && <FollowMenu threadId={lesson.id} reading={reading} />}
      {lesson.viewerCan.edit && (
        <LinkButton to={`/lessons/${lesson.id}/edit`} icon={<EditIcon />}>
          <T id="forum.lesson.edit" />
        </LinkButton>
      )}
      <Menu button={<MoreIcon />} label={words('forum.lesson.more')} items={items} />
      {reporting && <ReportDialog targetKind="lesson" targetId={lesson.id} open onClose={() => setReporting(false)} />}
      <WithdrawDialog lesson={lesson} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </div>
  );
}

function WithdrawDialog({ lesson, open, onClose }: { lesson: LessonHeadFragment; open: boolean; onClose: () => void }) {
  const words = useWords();
  const toast = useToast();
  const toWords = useRefusal();
  const navigate = useNavigate();
  const [why, setWhy] = useState('');
  const [restore] = useMutation(RestoreLessonDocument);
  const [withdraw, { loading }] = useMutation(WithdrawLessonDocument);
  async function confirm() {
    try {
      await withdraw({ variables: { input: { id: lesson.id, why: why.trim() || null } } });
      const takeBack = () =>
        restore({ variables: { input: { id: lesson.id } } }).then(
          () => navigate(lessonPath(lesson)),
          (error: unknown) => toast({ words: toWords(error) }),
        );
      toast({ words: words('forum.lesson.withdrawn'), undo: takeBack });
      void navigate('/lessons');
    } catch (error) {
      toast({ words: toWords(error) });
    }
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words('forum.lesson.withdrawTitle')}
      actions={
        <>
          <Button kind="danger" state={loading ? 'busy' : undefined} onClick={() => void confirm()}>
            <T id="forum.lesson.withdraw" />
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <T id="forum.lesson.keep" />
          </Button>
        </>
      }
    >
      <p>
        <T id="forum.lesson.withdrawWords" />
      </p>
      <TextInput label={words('forum.lesson.withdrawWhy')} optional value={why} maxLength={300} onChange={(event) => setWhy(event.currentTarget.value)} />
    </Dialog>
  );
}
