import { T, useWords, wordsOf, type PageModule } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { TextPage, type TextSection } from './TextPage';
import css from './TextPage.module.css';

export const title: PageModule['title'] = (intl) => wordsOf(intl, 'text.writing.title');
export const description: PageModule['description'] = (intl) => wordsOf(intl, 'text.writing.lead');

const sections: TextSection[] = [
  { key: 'not', paragraphs: 1 },
  { key: 'plain', paragraphs: 1, link: { to: '/help', word: 'text.writing.back' } },
];

/** The Markdown subset that `renderMarkdown` of the server lets through, each sign with what it makes. */
export function Page() {
  return (
    <TextPage name="writing" sections={sections}>
      <Signs />
    </TextPage>
  );
}

function Signs() {
  const words = useWords();
  const [bold, emphasis, heading, item, step, quote, link, gone] = ['bold', 'emphasis', 'heading', 'item', 'step', 'quote', 'link', 'gone'].map((key) => words(`text.writing.${key}`)) as [string, string, string, string, string, string, string, string];
  const rows: [typed: string, shown: ReactNode][] = [
    [`**${bold}**`, <strong key="b">{bold}</strong>],
    [`*${emphasis}*`, <em key="e">{emphasis}</em>],
    [`## ${heading}`, <strong key="h">{heading}</strong>],
    [`- ${item}\n- ${item}`, <ul key="u"><li>{item}</li><li>{item}</li></ul>],
    [`1. ${step}`, <ol key="o"><li>{step}</li></ol>],
    [`> ${quote}`, <blockquote key="q">{quote}</blockquote>],
    [`[${link}](https://example.org)`, <a key="a" href="https://example.org" rel="nofollow noopener noreferrer">{link}</a>],
    [`~~${gone}~~`, <del key="d">{gone}</del>],
  ];
  return (
    <table className={css.signs}>
      <thead>
        <tr>
          <th scope="col"><T id="text.writing.you" /></th>
          <th scope="col"><T id="text.writing.get" /></th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([typed, shown]) => (
          <tr key={typed}>
            <td><code dir="auto">{typed}</code></td>
            <td>{shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
