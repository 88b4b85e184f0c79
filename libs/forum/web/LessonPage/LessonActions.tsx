import { Button, EditIcon, FileIcon, FlagIcon, LinkIcon, LinkButton, Menu, MoreIcon, PartFailed, RemoveIcon, T, later, useWords, type MenuItem } from '@crosscity/platform/web';
import { ReportDialog } from '../Discussion/ReportDialog';
import { useState } from 'react';
import { FollowMenu } from '../Discussion/FollowMenu';
import type { LessonReadingFragment } from '../Discussion/Discussion.generated';
import { lessonPath } from '../LessonCard/LessonCard';
import { useCopy, useShare } from './useShare';
import type { LessonHeadFragment } from './LessonHead.generated';
import css from './LessonActions.module.css';

const WithdrawDialog = later(() => import('./WithdrawDialog').then(({ WithdrawDialog: dialog }) => dialog));

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
      {reporting && <ReportDialog targetKind="lesson" targetId={lesson.id} open onClose={() => setReporting(false)} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />}
      {withdrawing && (
        <WithdrawDialog lesson={lesson} onClose={() => setWithdrawing(false)} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />
      )}
    </div>
  );
}
