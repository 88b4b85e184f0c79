import { AddIcon, Button, EditIcon, FileIcon, FlagIcon, LinkIcon, LinkButton, Menu, MoreIcon, PartFailed, QuoteIcon, RemoveIcon, T, later, useWords, type MenuItem } from '@crosscity/platform/web';
import { useState } from 'react';
import { FollowMenu } from '../Discussion/FollowMenu';
import type { LessonReadingFragment } from '../Discussion/Discussion.generated';
import { lessonPath } from '../LessonCard/LessonCard';
import { useCopy, useShare } from './useShare';
import type { LessonDialogKind } from './LessonDialog';
import type { LessonHeadFragment } from './LessonHead.generated';
import { ReportLater } from '../words/ReportLater';
import css from './LessonActions.module.css';



const LessonDialog = later(() => import('./LessonDialog').then(({ LessonDialog: dialog }) => dialog));

/** The lesson alone is what one mostly hands out; with the discussion only if one asks for it. */
function printAll(): void {
  const { dataset } = document.documentElement;
  dataset.print = 'all';
  window.addEventListener('afterprint', () => delete dataset.print, { once: true });
  window.print();
}

/** What one can do with a lesson. What one may do comes from the server, never from a guess here. */
export function LessonActions({ lesson, reading }: { lesson: LessonHeadFragment; reading: LessonReadingFragment | null }) {
  const words = useWords();
  const [reporting, setReporting] = useState(false);
  const [dialog, setDialog] = useState<LessonDialogKind | null>(null);
  const copy = useCopy();
  const share = useShare(lesson);
  const items: MenuItem[] = [
    { key: 'copy', label: words('forum.lesson.copyLink'), icon: <LinkIcon />, onSelect: () => void copy(lessonPath(lesson)) },
    { key: 'cite', label: words('forum.cite.title'), icon: <QuoteIcon />, onSelect: () => setDialog('cite') },
    { key: 'print', label: words('forum.lesson.print'), icon: <FileIcon />, onSelect: () => window.print() },
    { key: 'printAll', label: words('forum.lesson.printAll'), icon: <FileIcon />, onSelect: printAll },
    { key: 'history', label: words('forum.lesson.history'), icon: <FileIcon />, to: `/lessons/${lesson.id}/history` },
  ];
  if (reading) items.splice(1, 0, { key: 'collect', label: words('forum.collect.title'), icon: <AddIcon />, onSelect: () => setDialog('collect') });
  if (lesson.viewerCan.report) items.push({ key: 'report', label: words('forum.report'), icon: <FlagIcon />, onSelect: () => setReporting(true) });
  if (lesson.viewerCan.withdraw) {
    items.push({ key: 'withdraw', label: words('forum.lesson.withdraw'), icon: <RemoveIcon />, danger: true, onSelect: () => setDialog('withdraw') });
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
      {reporting && <ReportLater targetKind="lesson" targetId={lesson.id} open onClose={() => setReporting(false)} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />}
      {dialog && <LessonDialog kind={dialog} lesson={lesson} onClose={() => setDialog(null)} inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />} />}
    </div>
  );
}
