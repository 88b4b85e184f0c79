export interface Cited {
  id: string;
  /** As shown to everyone; null where nobody is named. */
  author: string | null;
  title: string;
  /** ISO date of the version. */
  date: string;
  version: number;
  language: string;
  address: string;
}

/** An entry for LaTeX and most reference tools. Braces keep the title's capitals, and names of cities whole. */
export function bibtexOf({ id, author, title, date, version, language, address }: Cited): string {
  const fields: [string, string][] = [
    ...(author ? [['author', `{${escapeTex(author)}}`] as [string, string]] : []),
    ['title', `{${escapeTex(title)}}`], ['year', date.slice(0, 4)], ['month', String(Number(date.slice(5, 7)))], ['howpublished', 'Crosscity'], ['note', `Version ${version}`], ['language', language], ['url', address],
  ];
  return `@misc{crosscity-${id.slice(0, 8)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}

/** The same for Zotero, EndNote and others: one tag a line, so no line break inside. */
export function risOf({ author, title, date, version, language, address }: Cited): string {
  const tags: [string, string][] = [
    ['TY', 'ELEC'], ...(author ? [['AU', author] as [string, string]] : []), ['TI', title], ['PY', date.slice(0, 4)], ['DA', date.replaceAll('-', '/')], ['PB', 'Crosscity'], ['ET', String(version)], ['LA', language], ['UR', address], ['ER', ''],
  ];
  return tags.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/gu, ' ')}`).join('\n');
}

function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#^_~%]/gu, (character) => (character === '\\' ? '\\textbackslash{}' : character === '^' || character === '~' ? `\\${character}{}` : `\\${character}`));
}
