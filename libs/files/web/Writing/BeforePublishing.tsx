import { Banner, T, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { FileCard } from './FileCard';
import { useFiles } from './useFiles';
import css from './Writing.module.css';

/** Asked once before publishing: what do the pictures and videos show that nobody described yet? Nothing where all is said. */
export function BeforePublishing() {
  const words = useWords();
  const { files } = useFiles();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const open = files.filter((file) => file.state !== 'refused' && !file.isShown);
  // What was asked stays here while it is answered: fields must not vanish under the fingers.
  if (open.some(({ id }) => !asked.has(id))) setAsked(new Set([...asked, ...open.map(({ id }) => id)]));
  const shown = files.filter(({ id }) => asked.has(id));
  if (shown.length === 0) return null;
  return (
    <section className={css.before} aria-labelledby="files-before-title">
      <h2 id="files-before-title">
        <T id="files.before.title" />
      </h2>
      <Banner kind={open.length > 0 ? 'warning' : 'success'} live>
        {words('files.before.words', { count: open.length })}
      </Banner>
      <ul role="list" className={css.cards}>
        {shown.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
      </ul>
    </section>
  );
}
