import { AddIcon, Banner, T, useWords } from '@crosscity/platform/web';
import { useEffect, useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { acceptOf } from './file-choice';
import { FileCard } from './FileCard';
import { useFiles } from './useFiles';
import css from './Writing.module.css';

/** Pictures, files and videos at one part: choose, take with the camera, drop or paste. */
export function UploadField({ part }: { part: string | null }) {
  const words = useWords();
  const { subject, files, problems, add } = useFiles();
  const [over, setOver] = useState(false);
  const hasCamera = useCoarsePointer();
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const hint = useId();
  const here = files.filter((file) => file.part === part);
  const underway = here.filter(({ state }) => state === 'receiving' || state === 'processing').length;
  const refused = problems.filter((problem) => problem.part === part);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void add([...event.dataTransfer.files], part);
  }
  function paste(event: ClipboardEvent) {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    void add(pasted, part);
  }
  const input = (accept: string, more: object) => (
    <input
      {...more}
      type="file"
      accept={accept}
      className="forScreenReaders"
      tabIndex={-1}
      aria-hidden="true"
      onChange={(event) => {
        void add([...(event.currentTarget.files ?? [])], part);
        // The same file again must be a choice too.
        event.currentTarget.value = '';
      }}
    />
  );
  return (
    <div className={css.field}>
      {here.length > 0 && (
        <ul role="list" className={css.cards}>
          {here.map((file) => (
            <FileCard key={file.id} file={file} />
          ))}
        </ul>
      )}
      <p role="status" className="forScreenReaders">
        {here.length > 0 && words('files.status', { count: underway })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping and pasting are extras; the buttons inside do the same */}
      <div
        className={css.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={paste}
      >
        <div className={css.dropButtons}>
          <button type="button" className={css.add} aria-describedby={hint} onClick={() => chooser.current?.click()}>
            <AddIcon />
            <T id="files.add" />
          </button>
          {hasCamera && (
            <button type="button" className={css.add} onClick={() => camera.current?.click()}>
              <T id="files.camera" />
            </button>
          )}
        </div>
        <p id={hint} className={css.hint}>
          {words(subject.kind === 'lesson' ? 'files.hintPublished' : hasCamera ? 'files.hint' : 'files.hintDrop')}
        </p>
        {input(acceptOf(), { ref: chooser, multiple: true, 'data-part': part ?? '' })}
        {hasCamera && input('image/*', { ref: camera, capture: 'environment' })}
      </div>
      {refused.length > 0 && (
        <Banner kind="danger" live>
          {refused.map((problem) => (
            <p key={problem.words}>{problem.words}</p>
          ))}
        </Banner>
      )}
    </div>
  );
}

/** Phones and tablets: there is a camera at hand, and nothing to drop with. */
function useCoarsePointer(): boolean {
  const [coarse, setCoarse] = useState(false);
  useEffect(() => setCoarse(matchMedia('(pointer: coarse)').matches), []);
  return coarse;
}
