import { T } from '@crosscity/platform/web';
import { useId, type ReactNode } from 'react';
import css from './GalleryPage.module.css';

export function Section({ word, children }: { word: string; children: ReactNode }) {
  const name = useId();
  return (
    <section className={css.section} aria-labelledby={name}>
      <h2 id={name}>
        <T id={word} />
      </h2>
      <div className={css.parts}>{children}</div>
    </section>
  );
}
