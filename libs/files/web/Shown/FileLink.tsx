import { DownloadIcon, useWords } from '@crosscity/platform/web';
import { fileAddress } from './addresses';
import type { ShownFileFragment } from './Shown.generated';
import css from './Shown.module.css';
import { useFileSize } from './useFileSize';

type DocumentFile = Pick<ShownFileFragment, 'fileId' | 'revision' | 'name' | 'bytes' | 'description'>;

/** A document to save: what it is, its kind and how large it is, before one spends data on it. */
export function FileLink({ file }: { file: DocumentFile }) {
  const words = useWords();
  const sizeOf = useFileSize();
  const ending = file.name.split('.').at(-1)?.toUpperCase() ?? '';
  return (
    <a className={css.file} href={fileAddress(file, 'file')} download>
      <DownloadIcon />
      <span>
        <span className={css.fileName} dir="auto">
          {file.description || file.name}
        </span>
        <span className={css.fileFacts}>{words('files.download', { kind: ending, size: sizeOf(file.bytes) })}</span>
      </span>
    </a>
  );
}
