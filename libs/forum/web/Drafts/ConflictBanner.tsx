import { LESSON_PARTS, type DraftContent, type LessonPart } from '@crosscity/forum/contract';
import { Banner, Button, T, useFormats } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { changesOf } from '../History/changes';
import type { Conflict } from './useSavedDraft';
import css from './ConflictBanner.module.css';

type Field = keyof DraftContent;

/**
 * Two devices wrote the same text: what differs stands side by side with the differences marked, and the person chooses. Nothing is
 * merged alone, and the text that was not chosen stays in the list of drafts.
 */
export function ConflictBanner({ conflict, mine, onChoose, show }: { conflict: Conflict; mine: DraftContent; onChoose: (choice: 'mine' | 'theirs') => void; show: readonly Field[] }) {
  const formats = useFormats();
  const theirs = conflict.content;
  const differing = show.filter((field) => textOf(mine, field) !== textOf(theirs, field));
  const choices = (['themes', 'level', 'audience', 'language', 'cityId', 'voiceId', 'result', 'adaptation'] as const).some((field) => isChosen(theirs[field]) && JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]));
  const side = (which: 'mine' | 'theirs'): ReactNode => (
    <section className={css.side} data-which={which}>
      <h3>
        <T id={`forum.conflict.${which}`} />
      </h3>
      {differing.map((field) => (
        <div key={field} className={css.field}>
          {show.length > 1 && <h4>{nameOf(field)}</h4>}
          <p className={css.text} dir="auto" lang={(which === 'mine' ? mine : theirs).language ?? undefined}>
            {which === 'mine' ? <Marked from={textOf(theirs, field)} to={textOf(mine, field)} /> : <Marked from={textOf(mine, field)} to={textOf(theirs, field)} />}
          </p>
        </div>
      ))}
      <Button onClick={() => onChoose(which)}>
        <T id={which === 'mine' ? 'forum.conflict.keepMine' : 'forum.conflict.keepTheirs'} />
      </Button>
    </section>
  );
  return (
    <Banner kind="warning" live title={<T id="forum.conflict.title" />}>
      <p>
        <T id="forum.conflict.words" values={{ device: <bdi>{conflict.device || '–'}</bdi>, time: formats.dateTime(conflict.updatedAt) }} />
      </p>
      {(choices || differing.length === 0) && (
        <p>
          <T id="forum.conflict.choices" />
        </p>
      )}
      <div className={css.both}>
        {side('mine')}
        {side('theirs')}
      </div>
    </Banner>
  );
}

/** A text, with what the other one doesn't have marked in it: not by colour alone, and named by screen readers. */
function Marked({ from, to }: { from: string; to: string }) {
  if (!to) return <T id="forum.conflict.empty" />;
  return changesOf(from, to).map((piece, index) => (piece.kind === 'removed' ? null : piece.kind === 'added' ? <ins key={index}>{piece.text}</ins> : <span key={index}>{piece.text}</span>));
}

function nameOf(field: Field): ReactNode {
  if (field === 'title') return <T id="forum.conflict.field.title" />;
  if (field === 'short') return <T id="forum.lesson.inShort" />;
  return (LESSON_PARTS as readonly string[]).includes(field) ? <T id={`forum.part.${field as LessonPart}`} /> : null;
}

const textOf = (content: DraftContent, field: Field): string => (typeof content[field] === 'string' ? content[field].trim() : '');
const isChosen = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
