import { LESSON_PARTS } from '@crosscity/forum/contract';
import { BackIcon, Disclosure, Link, Select, T, UserText, directionOf, pageQuery, usePage, useFormats, useWords, wordsOf } from '@crosscity/platform/web';
import { useState } from 'react';
import type { IntlShape } from 'react-intl';
import { lessonPath } from '../LessonCard/LessonCard';
import { VoiceWithTitle } from '../words/VoiceName';
import { changesOf, type Piece } from './changes';
import css from './HistoryPage.module.css';
import { HistoryPageDocument, type HistoryPageQuery } from './HistoryPage.generated';

type Revision = HistoryPageQuery['lessonHistory'][number];

export const query = pageQuery(HistoryPageDocument, ({ params }) => ({ id: params.id! }));
export const title = (intl: IntlShape, data: HistoryPageQuery) => wordsOf(intl, 'forum.history.title', { title: data.lesson.title });
export const robots = 'noindex';

/** Every version of a lesson, newest first, each with what it changed. */
export function Page() {
  const { lesson, lessonHistory } = usePage(HistoryPageDocument).data;
  const revisions = [...lessonHistory].sort((one, other) => other.version - one.version);
  return (
    <div className={css.page}>
      <Link to={lessonPath(lesson)} className={css.back}>
        <BackIcon />
        <T id="forum.history.back" />
      </Link>
      <h1>
        <T id="forum.history.title" values={{ title: <bdi>{lesson.title}</bdi> }} />
      </h1>
      {revisions.length < 2 && (
        <p>
          <T id="forum.history.one" />
        </p>
      )}
      {revisions.length > 2 && <Comparison revisions={revisions} />}
      <ol role="list" className={css.versions}>
        {revisions.map((revision, index) => (
          <li key={`${revision.version}`}>
            <Version revision={revision} before={revisions[index + 1]} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Version({ revision, before }: { revision: Revision; before?: Revision }) {
  const formats = useFormats();
  const changed = useChanged(revision, before);
  return (
    <article className={css.version}>
      <h2>
        <T id="forum.history.version" values={{ version: revision.version as never, date: formats.dateTime(revision.at) }} />
      </h2>
      <p className={css.by}>
        <VoiceWithTitle voice={revision.voice} linked />
      </p>
      {revision.note && <UserText text={revision.note} of="p" />}
      {!before && (
        <p>
          <T id="forum.history.first" />
        </p>
      )}
      {before && changed.length === 0 && (
        <p>
          <T id="forum.history.nothing" />
        </p>
      )}
      <Changes changed={changed} language={revision.language} />
    </article>
  );
}

/** What differs between two versions, part by part. */
function useChanged(revision: Revision, before: Revision | undefined) {
  const words = useWords();
  if (!before) return [];
  const texts = [
    { name: words('forum.write.title'), now: revision.title, earlier: before.title },
    { name: words('forum.lesson.inShort'), now: revision.short, earlier: before.short },
    ...LESSON_PARTS.map((part) => ({ name: words(`forum.part.${part}`), now: plain(htmlOf(revision, part)), earlier: plain(htmlOf(before, part)) })),
  ];
  return texts.filter(({ now, earlier }) => now !== earlier);
}

function Changes({ changed, language }: { changed: ReturnType<typeof useChanged>; language: string }) {
  const formats = useFormats();
  if (changed.length === 0) return null;
  return (
    <Disclosure summary={<T id="forum.history.changes" values={{ parts: formats.list(changed.map(({ name }) => name)) }} />} open>
      {changed.map(({ name, now, earlier }) => (
        <section key={name} className={css.change}>
          <h3>{name}</h3>
          <p dir={directionOf(language)} lang={language}>
            {changesOf(earlier, now).map((piece, index) => (
              <ChangedWords key={index} piece={piece} />
            ))}
          </p>
        </section>
      ))}
    </Disclosure>
  );
}

/** Any two versions beside each other: for who was away longer than one edit. */
function Comparison({ revisions }: { revisions: Revision[] }) {
  const words = useWords();
  const formats = useFormats();
  const [from, setFrom] = useState(revisions.at(-1)!.version);
  const [to, setTo] = useState(revisions[0]!.version);
  const of = (version: number) => revisions.find((revision) => revision.version === version)!;
  const [earlier, later] = [of(Math.min(from, to)), of(Math.max(from, to))];
  const changed = useChanged(later, earlier);
  const options = revisions.map(({ version, at }) => ({ value: `${version}`, label: words('forum.history.version', { version, date: formats.dateTime(at) }) }));
  return (
    <section className={css.comparison} aria-labelledby="comparison-title">
      <h2 id="comparison-title">
        <T id="forum.history.compare" />
      </h2>
      <div className={css.choices}>
        <Select label={words('forum.history.from')} value={`${from}`} options={options} onChange={(event) => setFrom(Number(event.currentTarget.value))} />
        <Select label={words('forum.history.to')} value={`${to}`} options={options} onChange={(event) => setTo(Number(event.currentTarget.value))} />
      </div>
      <div role="status">{changed.length === 0 && <T id="forum.history.same" />}</div>
      <Changes changed={changed} language={later.language} />
    </section>
  );
}

/** Taken out and put in: marks that screen readers name, that print, and that are not only colours. */
function ChangedWords({ piece }: { piece: Piece }) {
  if (piece.kind === 'removed') return <del>{piece.text}</del>;
  if (piece.kind === 'added') return <ins>{piece.text}</ins>;
  return <>{piece.text}</>;
}

const htmlOf = (revision: Revision, part: (typeof LESSON_PARTS)[number]) => revision.parts.find((text) => text.part === part)?.html ?? '';

/** The words of a text without its form; what is compared, never shown as HTML. */
function plain(html: string): string {
  return html
    .replace(/<\/(p|li|h3|h4|blockquote)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|#x3c);/gi, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(?:x27|39);/g, "'")
    .replace(/&amp;|&#x26;/g, '&')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
