import type { DraftContent } from '@crosscity/forum/contract';
import { T } from '@crosscity/platform/web';
import { useEffect, useState } from 'react';
import css from './LessonForm.module.css';
import { ReadersPreview } from './ReadersPreview';

const WIDE = '(min-width: 80rem)';
const PAUSE = 1200;

/** Beside the fields, where there is room: what readers will see, a moment after one stops typing. */
export function LivePreview({ content }: { content: DraftContent }) {
  const [isWide, setIsWide] = useState(false);
  const [settled, setSettled] = useState(content);
  useEffect(() => {
    const room = matchMedia(WIDE);
    const look = () => setIsWide(room.matches);
    look();
    room.addEventListener('change', look);
    return () => room.removeEventListener('change', look);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(content), PAUSE);
    return () => clearTimeout(timer);
  }, [content]);
  if (!isWide) return null;
  return (
    <aside className={css.live} aria-labelledby="live-preview">
      <p id="live-preview" className={css.muted}>
        <T id="forum.write.preview" />
      </p>
      <ReadersPreview content={settled} id="live-preview-title" />
    </aside>
  );
}
