import { FileLink } from './FileLink';
import { Picture } from './Picture';
import type { ShownFileFragment } from './Shown.generated';
import { VideoPlayer } from './VideoPlayer';

/** What hangs at one place of a text, in its order. */
export function FileList({ files, language }: { files: readonly ShownFileFragment[]; language?: string }) {
  return (
    <>
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
    </>
  );
}
