import { loadWords } from '@crosscity/platform/web';
import { lazy, Suspense } from 'react';
import { filesWords } from '../catalogues';
import { FileList } from './FileList';
import type { ShownFileFragment } from './Shown.generated';
import css from './ShownFiles.module.css';

/**
 * The server draws files with the page; in the browser their script comes after it, and only where there are files: most
 * lessons have none, and all readers would wait for it. Until then the drawn page stays as it is.
 */
const List = import.meta.env.SSR ? FileList : lazy(async () => {
      // The first view brings only the words of its own code.
      const [{ FileList: list }] = await Promise.all([import('./FileList'), loadWords(document.documentElement.lang, [filesWords])]);
      return { default: list };
    });

export function ShownFiles({ files, language }: { files: readonly ShownFileFragment[]; language?: string }) {
  if (files.length === 0) return null;
  return (
    <div className={css.files}>
      <Suspense fallback={null}>
        <List files={files} language={language} />
      </Suspense>
    </div>
  );
}
