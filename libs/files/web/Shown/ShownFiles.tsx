import { FileLink } from './FileLink';
import { Picture } from './Picture';
import type { ShownFileFragment } from './Shown.generated';
import css from './Shown.module.css';
import { VideoPlayer } from './VideoPlayer';

/** What hangs at one place of a text, in its order. All of it can be seen and saved without script. */
export function ShownFiles({ files, language }: { files: readonly ShownFileFragment[]; language?: string }) {
  if (files.length === 0) return null;
  return (
    <div className={css.files}>
      {files.map((file) => {
        if (file.kind === 'document') return <FileLink key={file.id} file={file} />;
        return (
          <figure key={file.id}>
            {file.kind === 'picture' ? <Picture file={file} /> : <VideoPlayer file={file} />}
            {!file.isDecoration && (
              // The same words are the picture's description: said once is enough.
              <figcaption aria-hidden="true" lang={language} dir="auto">
                {file.description}
              </figcaption>
            )}
          </figure>
        );
      })}
    </div>
  );
}
