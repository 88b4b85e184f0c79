import { CiteDialog } from '../About/CiteDialog';
import { CollectDialog } from '../Collections/CollectDialog';
import type { LessonHeadFragment } from './LessonHead.generated';
import { WithdrawDialog } from './WithdrawDialog';

export type LessonDialogKind = 'cite' | 'collect' | 'withdraw';

/** What opens from a lesson's menu, in one script: each is rare, and none is needed to read. */
export function LessonDialog({ kind, lesson, onClose }: { kind: LessonDialogKind; lesson: LessonHeadFragment; onClose: () => void }) {
  if (kind === 'cite') return <CiteDialog lesson={lesson} onClose={onClose} />;
  if (kind === 'collect') return <CollectDialog lessonId={lesson.id} onClose={onClose} />;
  return <WithdrawDialog lesson={lesson} onClose={onClose} />;
}
