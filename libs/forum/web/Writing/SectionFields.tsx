import { CaseDataCheck, type CaseDataGuard } from '@crosscity/case-data/web';
import { UploadField } from '@crosscity/files/web';
import { LESSON_PARTS, forumLimits, type DraftContent, type LessonPart } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { CheckboxGroup, ChoiceCards, Disclosure, Select, TextArea, TextInput, useWords, type FieldProblem } from '@crosscity/platform/web';
import { WhereToPublish } from '../Spaces/WhereToPublish';
import { useLanguageName } from '../words/names';
import { EvaluationFields } from './EvaluationFields';
import { fieldId, type Section } from './lesson-form';
import css from './LessonForm.module.css';
import type { WritingChoicesFragment } from './Writing.generated';

export interface SectionProps {
  section: Section;
  content: DraftContent;
  choices: WritingChoicesFragment;
  guard: CaseDataGuard;
  problems: readonly FieldProblem[];
  change: (part: Partial<DraftContent>) => void;
  /** An edited lesson keeps its voice. */
  editing?: boolean;
}

/** The number of a part of a lesson, which chooses its colour. */
export const partNumber = (section: Section): number | undefined => (LESSON_PARTS as readonly string[]).indexOf(section) + 1 || undefined;

/** What a section of a lesson is called. */
export function useSectionName(): (section: Section) => string {
  const words = useWords();
  return (section) => (partNumber(section) ? words(`forum.part.${section as LessonPart}`) : words(`forum.write.section.${section as 'words' | 'about' | 'readers'}`));
}

/** The fields of one section, wherever it stands: alone on a phone, or with the others. */
export function SectionFields({ section, content, choices, guard, problems, change, editing = false }: SectionProps) {
  const problemOf = (field: keyof DraftContent) => problems.find((problem) => problem.field === fieldId(field))?.words;
  const fields = { content, choices, change, problemOf };
  if (section === 'words') return <Words {...fields} guard={guard} />;
  if (section === 'about') {
    return (
      <>
        <About {...fields} />
        <EvaluationFields {...fields} />
      </>
    );
  }
  if (section === 'readers') return <Readers {...fields} editing={editing} />;
  return <Part {...fields} guard={guard} part={section} />;
}

interface FieldsProps {
  content: DraftContent;
  choices: WritingChoicesFragment;
  change: (part: Partial<DraftContent>) => void;
  problemOf: (field: keyof DraftContent) => string | undefined;
}

function Words({ content, change, problemOf, guard }: FieldsProps & { guard: CaseDataGuard }) {
  const words = useWords();
  return (
    <>
      <TextInput
        id={fieldId('title')}
        label={words('forum.write.title')}
        hint={words('forum.write.titleHint')}
        value={content.title ?? ''}
        error={problemOf('title')}
        maxLength={forumLimits.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="title" />
      <TextArea
        id={fieldId('short')}
        label={words('forum.lesson.inShort')}
        hint={words('forum.write.shortHint')}
        value={content.short ?? ''}
        error={problemOf('short')}
        limit={forumLimits.short}
        rows={3}
        onChange={(event) => change({ short: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="short" />
    </>
  );
}

function Part({ content, change, problemOf, guard, part }: FieldsProps & { guard: CaseDataGuard; part: LessonPart }) {
  const words = useWords();
  return (
    <>
      <TextArea
        id={fieldId(part)}
        label={words(`forum.write.question.${part}`)}
        hint={
          <>
            {words(`forum.write.hint.${part}`)} {words('forum.write.noNames')}
          </>
        }
        optional={part === 'context' || part === 'differently' || part === 'elsewhere'}
        value={content[part] ?? ''}
        error={problemOf(part)}
        limit={forumLimits.part}
        rows={6}
        onChange={(event) => change({ [part]: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field={part} />
      <Disclosure summary={words('forum.write.example')}>
        <p>{words(`forum.write.example.${part}`)}</p>
      </Disclosure>
      <UploadField part={part} />
    </>
  );
}

function About({ content, choices, change, problemOf }: FieldsProps) {
  const words = useWords();
  const languageName = useLanguageName();
  return (
    <>
      <CheckboxGroup
        id={fieldId('themes')}
        name="themes"
        label={words('forum.facet.theme')}
        hint={words('forum.write.themesHint', { most: forumLimits.themes })}
        value={content.themes ?? []}
        error={problemOf('themes')}
        choices={choices.themes.map(({ slug, name }) => ({ value: slug, label: name }))}
        onChange={(themes) => change({ themes })}
      />
      <ChoiceCards
        id={fieldId('level')}
        name="level"
        label={words('forum.write.level')}
        value={content.level}
        error={problemOf('level')}
        choices={(['primary', 'secondary', 'tertiary'] as const).map((level) => ({ value: level, label: words(`forum.level.${level}`), hint: words(`forum.write.level.${level}`) }))}
        onChange={(level) => change({ level: level as DraftContent['level'] })}
      />
      <div className={css.pair}>
        <Select
          id={fieldId('cityId')}
          label={words('forum.write.city')}
          value={content.cityId ?? ''}
          empty={words('forum.write.noCity')}
          options={choices.cities.items.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => change({ cityId: event.currentTarget.value || null })}
        />
        <Select
          id={fieldId('language')}
          label={words('forum.write.language')}
          value={content.language ?? ''}
          error={problemOf('language')}
          empty={words('forum.write.chooseLanguage')}
          options={Object.keys(CONTENT_LANGUAGES).map((code) => ({ value: code, label: languageName(code) }))}
          onChange={(event) => change({ language: event.currentTarget.value || null })}
        />
      </div>
    </>
  );
}

function Readers({ content, choices, change, problemOf, editing }: FieldsProps & { editing: boolean }) {
  const words = useWords();
  const { voices, memberCityCount } = choices.writer;
  return (
    <>
      {!editing && <WhereToPublish content={content} change={change} />}
      {content.audience !== 'space' && (<ChoiceCards
        id={fieldId('audience')}
        name="audience"
        label={words('forum.write.audience')}
        value={content.audience}
        error={problemOf('audience')}
        choices={[
          { value: 'members', label: words('forum.audience.members'), hint: words('forum.write.audience.members', { count: memberCityCount }) },
          { value: 'public', label: words('forum.audience.public'), hint: words('forum.write.audience.public') },
        ]}
        onChange={(audience) => change({ audience: audience as DraftContent['audience'] })}
      />)}
      {!editing && !content.grownFrom && voices.length > 1 && (
        <ChoiceCards
          id={fieldId('voiceId')}
          name="voice"
          label={words('forum.write.voice')}
          value={content.voiceId}
          choices={voices.map((voice) => ({
            value: voice.id,
            label: voice.kind === 'city' ? words('forum.write.voice.city', { city: voice.name }) : words('forum.write.voice.own', { name: voice.name }),
            hint: words(voice.kind === 'city' ? 'forum.write.voice.cityHint' : 'forum.write.voice.ownHint'),
          }))}
          onChange={(voiceId) => change({ voiceId })}
        />
      )}
    </>
  );
}
