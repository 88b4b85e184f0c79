import { useQuery } from '@apollo/client/react';
import { CaseDataCheck, type CaseDataGuard } from '@crosscity/case-data/web';
import { BeforePublishing, FilesPreview } from '@crosscity/files/web';
import { LESSON_PARTS, type DraftContent } from '@crosscity/forum/contract';
import { AudienceLabel, Banner, Button, Link, PartFailed, Skeleton, T, TextInput, directionOf, useFormats, useRefusal, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { LessonParts } from '../LessonPage/LessonParts';
import head from '../LessonPage/LessonHead.module.css';
import { useLanguageName } from '../words/names';
import { fieldId, sectionId } from './lesson-form';
import css from './LessonForm.module.css';
import { PreviewDocument, type WritingChoicesFragment } from './Writing.generated';

interface CheckProps {
  content: DraftContent;
  guard: CaseDataGuard;
  choices: WritingChoicesFragment;
  problem?: string;
  busy: boolean;
  note?: { value: string; onChange: (value: string) => void };
  publishWords: string;
  onPublish: () => void;
  /** The address of the form. */
  back: string;
}

/** The lesson as its readers will see it, made by the server, with all that was chosen; nothing is public before this. */
export function CheckLesson({ content, guard, choices, problem, busy, note, publishWords, onPublish, back }: CheckProps) {
  const words = useWords();
  const formats = useFormats();
  const toWords = useRefusal();
  const languageName = useLanguageName();
  const navigate = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  const variables = { context: content.context ?? '', did: content.did ?? '', happened: content.happened ?? '', differently: content.differently ?? '', elsewhere: content.elsewhere ?? '' };
  const { data, error, refetch } = useQuery(PreviewDocument, { variables, fetchPolicy: 'network-only' });
  const language = content.language!;
  const voice = choices.writer.voices.find(({ id }) => id === content.voiceId) ?? choices.writer.voices[0];
  const city = choices.cities.items.find(({ id }) => id === content.cityId);
  const themes = choices.themes.filter(({ slug }) => content.themes?.includes(slug)).map(({ name }) => name);
  return (
    <div className={css.start}>
      <h1 ref={title} tabIndex={-1}>
        <T id="forum.check.title" />
      </h1>
      {problem && (
        <Banner kind="danger" live>
          <p>{problem}</p>
        </Banner>
      )}
      {guard.fields
        .filter(({ name }) => name !== 'note')
        .map(({ name, label }) => (
          <CaseDataCheck key={name} guard={guard} field={name} label={label} onEdit={() => void navigate(back)} />
        ))}
      <dl className={css.answers}>
        <Answer label={words('forum.write.section.readers')} to={`${back}#${sectionId('readers')}`}>
          <AudienceLabel audience={content.audience!} />
          {content.audience === 'members' && <p>{words('forum.write.audience.members', { count: choices.writer.memberCityCount })}</p>}
        </Answer>
        {!note && (
          <Answer label={words('forum.write.voice')} to={`${back}#${sectionId('readers')}`}>
            <bdi>{voice?.kind === 'city' ? words('forum.write.voice.city', { city: voice.name }) : voice?.name}</bdi>
          </Answer>
        )}
        <Answer label={words('forum.write.city')} to={`${back}#${sectionId('about')}`}>
          {city ? <bdi>{city.name}</bdi> : words('forum.write.noCity')}
        </Answer>
        <Answer label={words('forum.facet.theme')} to={`${back}#${sectionId('about')}`}>
          {formats.list(themes)}
        </Answer>
        <Answer label={words('forum.write.level')} to={`${back}#${sectionId('about')}`}>
          {words(`forum.level.${content.level}`)}
        </Answer>
        <Answer label={words('forum.write.language')} to={`${back}#${sectionId('about')}`}>
          {languageName(language)}
        </Answer>
        {content.evaluationBy && (
          <Answer label={words('forum.write.evaluation')} to={`${back}#${sectionId('about')}`}>
            <bdi>{content.evaluationBy}</bdi> <bdi dir="ltr">{content.evaluationUrl}</bdi>
          </Answer>
        )}
      </dl>
      <article className={css.preview} aria-labelledby="preview-title">
        <h2 id="preview-title" lang={language} dir={directionOf(language)}>
          {content.title}
        </h2>
        <div className={head.short}>
          <h3>
            <T id="forum.lesson.inShort" />
          </h3>
          <p lang={language} dir={directionOf(language)}>
            {content.short}
          </p>
        </div>
        {error ? (
          <PartFailed words={toWords(error)} onRetry={() => void refetch()} />
        ) : data ? (
          <LessonParts lesson={{ language, parts: LESSON_PARTS.map((part) => ({ __typename: 'LessonPartText' as const, part, html: data[part] })) }} filesOf={(part) => <FilesPreview part={part} language={language} />} />
        ) : (
          <Skeleton lines={8} />
        )}
      </article>
      <BeforePublishing />
      <p>
        <T id="forum.check.noNames" />
      </p>
      {note && <TextInput id={fieldId('note')} label={words('forum.edit.note')} hint={words('forum.edit.noteHint')} optional value={note.value} maxLength={300} onChange={(event) => note.onChange(event.currentTarget.value)} />}
      {note && <CaseDataCheck guard={guard} field="note" />}
      <div className={css.buttons}>
        <Button kind="primary" state={busy ? 'busy' : undefined} onClick={onPublish}>
          {publishWords}
        </Button>
        <Link to={back} className={css.back}>
          <T id="forum.check.back" />
        </Link>
      </div>
    </div>
  );
}

function Answer({ label, to, children }: { label: string; to: string; children: ReactNode }) {
  const words = useWords();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
      <dd>
        <Link to={to}>
          <T id="forum.check.change" />
          <span className="forScreenReaders"> {words('forum.check.changeWhat', { what: label })}</span>
        </Link>
      </dd>
    </div>
  );
}
