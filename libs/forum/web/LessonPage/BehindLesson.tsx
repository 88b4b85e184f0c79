import { AboutLesson } from '../About/AboutLesson';
import { QuoteBar } from '../Quote/QuoteBar';

import { useCurrentPart } from './useCurrentPart';

/** What comes when the lesson stands: what helps to judge it, the mark in the contents, and quoting. */
export function BehindLesson({ lesson }: { lesson: { id: string; viewerCan: { edit: boolean; reply: boolean } } }) {
  useCurrentPart();
  return (
    <>
      <AboutLesson lesson={lesson} />
      {lesson.viewerCan.reply && <QuoteBar path={`/lessons/${lesson.id}`} />}
    </>
  );
}
