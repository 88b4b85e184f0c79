import { useQuery } from '@apollo/client/react';
import { Button, Dialog, Disclosure, PartFailed, Skeleton, T, useFormats, useRefusal, useToast, useWords } from '@crosscity/platform/web';
import type { LessonHeadFragment } from '../LessonPage/LessonHead.generated';
import { CitationDocument } from './AboutLesson.generated';
import { bibtexOf, risOf } from './cite';
import css from './AboutLesson.module.css';

/** How to name this lesson elsewhere. Only what everyone may see of whoever speaks is in it: a citation travels. */
export function CiteDialog({ lesson, onClose }: { lesson: LessonHeadFragment; onClose: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const toWords = useRefusal();
  const { data, error, refetch } = useQuery(CitationDocument, { variables: { id: lesson.id } });
  const citation = data && citationOf();
  function citationOf() {
    const voice = data!.lesson.citedVoice;
    const open = voice.name && voice.title ? words('forum.voice.withTitle', { name: voice.name, title: voice.title }) : voice.name;
    const author = lesson.voice.kind === 'city' ? words('forum.voice.city', { city: voice.name ?? '' }) : open;
    const at = lesson.editedAt ?? lesson.publishedAt;
    const address = new URL(`/lessons/${lesson.id}`, window.location.origin).href;
    const cited = { id: lesson.id, author: voice.name && author, title: lesson.title, date: at.slice(0, 10), version: lesson.version, language: lesson.language, address };
    const anonymous = lesson.voice.kind === 'unattributed' ? words('forum.voice.unattributed') : voice.title ? words('forum.voice.withTitle', { name: words('forum.voice.member'), title: voice.title }) : words('forum.voice.member');
    return { text: words('forum.cite.words', { author: author ?? anonymous, title: lesson.title, date: formats.shortDate(at), version: lesson.version, address }), bibtex: bibtexOf(cited), ris: risOf(cited) };
  }
  return (
    <Dialog open onClose={onClose} title={words('forum.cite.title')}>
      {error && <PartFailed words={toWords(error)} onRetry={() => void refetch().catch(() => undefined)} />}
      {!citation && !error && <Skeleton lines={3} />}
      {citation && (
        <>
          <p className={css.citation} dir="auto">
            {citation.text}
          </p>
          <div className={css.buttons}>
            <Copy text={citation.text} kind="primary" words={words('forum.cite.copy')} />
          </div>
          {lesson.voice.kind === 'member' && (
            <p className={css.muted}>
              <T id="forum.cite.privacy" />
            </p>
          )}
          {(['bibtex', 'ris'] as const).map((format) => (
            <Disclosure key={format} summary={format === 'ris' ? 'RIS' : 'BibTeX'}>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines scroll: the keyboard must reach them */}
              <pre className={css.code} dir="ltr" tabIndex={0} aria-label={format === 'ris' ? 'RIS' : 'BibTeX'}>
                {citation[format]}
              </pre>
              <Copy text={citation[format]} words={words('forum.cite.copyAs', { format: format === 'ris' ? 'RIS' : 'BibTeX' })} />
            </Disclosure>
          ))}
        </>
      )}
    </Dialog>
  );
}

function Copy({ text, words: label, kind }: { text: string; words: string; kind?: 'primary' }) {
  const words = useWords();
  const toast = useToast();
  return (
    <Button
      kind={kind}
      onClick={() =>
        // Without a clipboard the text itself stands there to be marked.
        void navigator.clipboard?.writeText(text).then(
          () => toast({ words: words('forum.cite.copied') }),
          () => toast({ words: words('forum.cite.notCopied') }),
        )
      }
    >
      {label}
    </Button>
  );
}
