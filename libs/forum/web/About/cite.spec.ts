import { bibtexOf, risOf, type Cited } from './cite';

const cited: Cited = { id: '0a1b2c3d-0000', author: 'City of Oslo', title: 'Talks & walks: 50% {calmer}', date: '2026-05-04', version: 2, language: 'en', address: 'https://crosscity.example/lessons/1/talks' };

describe('references', () => {
  it('keep what LaTeX would eat', () => {
    expect(bibtexOf(cited)).toBe(`@misc{crosscity-0a1b2c3d,
  author = {{City of Oslo}},
  title = {{Talks \\& walks: 50\\% \\{calmer\\}}},
  year = {2026},
  month = {5},
  howpublished = {Crosscity},
  note = {Version 2},
  language = {en},
  url = {https://crosscity.example/lessons/1/talks}
}`);
  });

  it('have one tag a line and no author where nobody is named', () => {
    const lines = risOf({ ...cited, author: null, title: 'One\nER  - two' }).split('\n');
    expect(lines).toContain('TI  - One ER - two');
    expect(lines.filter((line) => line.startsWith('AU') || line.startsWith('ER'))).toEqual(['ER  - ']);
    expect(bibtexOf({ ...cited, author: null })).not.toContain('author');
  });
});
