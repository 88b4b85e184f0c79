import { LinkButton, T } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import css from './TextPage.module.css';

export interface TextSection {
  /** Words: `text.<page>.<key>.title`, then `.1`, `.2`, … */
  key: string;
  paragraphs: number;
  link?: { to: string; word: string };
  /** What stands below the paragraphs. */
  more?: ReactNode;
}

/** A page of plain words about Crosscity itself, in short sections with an address each. */
export function TextPage({ name, sections, children }: { name: string; sections: readonly TextSection[]; children?: ReactNode }) {
  return (
    <article className={css.page}>
      <h1><T id={`text.${name}.title`} /></h1>
      <p className={css.lead}><T id={`text.${name}.lead`} /></p>
      {children}
      {sections.map(({ key, paragraphs, link, more }) => (
        <section key={key} id={key} aria-labelledby={`${key}-title`} className={css.section}>
          <h2 id={`${key}-title`}><T id={`text.${name}.${key}.title`} /></h2>
          {Array.from({ length: paragraphs }, (_, index) => (
            <p key={index}><T id={`text.${name}.${key}.${index + 1}`} /></p>
          ))}
          {more}
          {link && <p><LinkButton to={link.to}><T id={link.word} /></LinkButton></p>}
        </section>
      ))}
    </article>
  );
}
