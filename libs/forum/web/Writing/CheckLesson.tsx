import { CaseDataCheck, type CaseDataGuard } from '@crosscity/case-data/web';
import { BeforePublishing } from '@crosscity/files/web';
import type { DraftContent } from '@crosscity/forum/contract';
import { AudienceLabel, Banner, Button, Link, T, TextInput, useFormats, useWords } from '@crosscity/platform/web';
import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useLanguageName } from '../words/names';
import { fieldId, sectionId, sectionOf, type Section } from './lesson-form';
import { longSentences } from './long-sentences';
import { ReadersPreview } from './ReadersPreview';
import css from './LessonForm.module.css';
import type { WritingChoicesFragment } from './Writing.generated';

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
  /** Where one changes a section, when each has a page of its own. */
  partAddress?: (section: Section) => string;
}

/** The lesson as its readers will see it, made by the server, with all that was chosen; nothing is public before this. */
export function CheckLesson({ content, guard, choices, problem, busy, note, publishWords, onPublish, back, partAddress = (section) => `${back}#${sectionId(section)}` }: CheckProps) {
  const words = useWords();
  const formats = useFormats();
  const languageName = useLanguageName();
  const navigate = useNavigate();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  const long = longSentences(content);
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
          <CaseDataCheck key={name} guard={guard} field={name} label={label} onEdit={() => void navigate(name === 'note' ? back : partAddress(sectionOf(name as keyof DraftContent)))} />
        ))}
      <dl className={css.answers}>
        <Answer label={words('forum.write.section.readers')} to={partAddress('readers')}>
          <AudienceLabel audience={content.audience!} />
          {content.audience === 'members' && <p>{words('forum.write.audience.members', { count: choices.writer.memberCityCount })}</p>}
        </Answer>
        {!note && (
          <Answer label={words('forum.write.voice')} to={partAddress('readers')}>
            <bdi>{voice?.kind === 'city' ? words('forum.write.voice.city', { city: voice.name }) : voice?.name}</bdi>
          </Answer>
        )}
        <Answer label={words('forum.write.city')} to={partAddress('about')}>
          {city ? <bdi>{city.name}</bdi> : words('forum.write.noCity')}
        </Answer>
        <Answer label={words('forum.facet.theme')} to={partAddress('about')}>
          {formats.list(themes)}
        </Answer>
        <Answer label={words('forum.write.level')} to={partAddress('about')}>
          {words(`forum.level.${content.level}`)}
        </Answer>
        <Answer label={words('forum.write.language')} to={partAddress('about')}>
          {languageName(language)}
        </Answer>
        {content.evaluationBy && (
          <Answer label={words('forum.write.evaluation')} to={partAddress('about')}>
            <bdi>{content.evaluationBy}</bdi> <bdi dir="ltr">{content.evaluationUrl}</bdi>
          </Answer>
        )}
        {long > 0 && (
          <div>
            <dt>{words('forum.check.sentences')}</dt>
            <dd>
              <T id="forum.check.longSentences" values={{ count: long as never }} />
            </dd>
          </div>
        )}
      </dl>
      <ReadersPreview content={content} />
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
