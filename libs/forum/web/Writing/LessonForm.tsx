import { CaseDataCheck, type CaseDataGuard } from '@crosscity/case-data/web';
import { UploadField } from '@crosscity/files/web';
import { LESSON_PARTS, forumLimits, type DraftContent } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Button, CheckboxGroup, ChoiceCards, Disclosure, ErrorSummary, Select, T, TaskList, TextArea, TextInput, useWords, type FieldProblem } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { ConflictBanner } from '../Drafts/ConflictBanner';
import { SaveLine } from '../Drafts/SaveLine';
import type { SavedDraft } from '../Drafts/useSavedDraft';
import { useLanguageName } from '../words/names';
import { fieldId, sectionId, sections, stateOf, type Section } from './lesson-form';
import { WhereToPublish } from '../Spaces/WhereToPublish';
import { EvaluationFields } from './EvaluationFields';
import css from './LessonForm.module.css';
import type { WritingChoicesFragment } from './Writing.generated';

interface FormProps {
  draft: SavedDraft;
  content: DraftContent;
  guard: CaseDataGuard;
  choices: WritingChoicesFragment;
  problems: FieldProblem[];
  /** An edited lesson keeps its voice. */
  editing?: boolean;
  onCheck: () => void;
}

/** The whole lesson in one form: any order, any number of sittings; the list beside it says what is there. */
export function LessonForm({ draft, content, guard, choices, problems, editing = false, onCheck }: FormProps) {
  const words = useWords();
  const { change } = draft;
  const problemOf = (field: keyof DraftContent) => problems.find((problem) => problem.field === fieldId(field))?.words;
  const nameOf = (section: Section) => words(section in partNumbers ? `forum.part.${section}` : `forum.write.section.${section}`);
  return (
    <div className={css.layout}>
      <aside className={css.side}>
        <p className={css.save}>
          <SaveLine state={draft.state} />
        </p>
        <TaskList label={words('forum.write.tasks')} tasks={sections.map((section) => ({ key: section, to: `#${sectionId(section)}`, label: nameOf(section), state: stateOf(section, content) }))} />
      </aside>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onCheck();
        }}
      >
        <ErrorSummary problems={problems} />
        {draft.conflict && <ConflictBanner conflict={draft.conflict} mine={content} onChoose={draft.resolve} show={['title', 'short', ...LESSON_PARTS]} />}
        <FormSection section="words" name={nameOf('words')}>
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
        </FormSection>
        {LESSON_PARTS.map((part) => (
          <FormSection key={part} section={part} name={nameOf(part)} part={partNumbers[part]}>
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
          </FormSection>
        ))}
        <FormSection section="about" name={nameOf('about')}>
          <About content={content} choices={choices} change={change} problemOf={problemOf} />
          <EvaluationFields content={content} change={change} problemOf={problemOf} />
        </FormSection>
        <FormSection section="readers" name={nameOf('readers')}>
          <Readers content={content} choices={choices} change={change} problemOf={problemOf} editing={editing} />
        </FormSection>
        <div className={css.end}>
          <Button type="submit" kind="primary">
            <T id="forum.write.check" />
          </Button>
          <SaveLine state={draft.state} />
        </div>
      </form>
    </div>
  );
}

const partNumbers: Partial<Record<Section, number>> = Object.fromEntries(LESSON_PARTS.map((part, index) => [part, index + 1]));

function FormSection({ section, name, part, children }: { section: Section; name: string; part?: number; children: ReactNode }) {
  return (
    <section id={sectionId(section)} className={css.section} data-part={part} aria-labelledby={`${sectionId(section)}-title`}>
      <h2 id={`${sectionId(section)}-title`}>{name}</h2>
      {children}
    </section>
  );
}

interface FieldsProps {
  content: DraftContent;
  choices: WritingChoicesFragment;
  change: (part: Partial<DraftContent>) => void;
  problemOf: (field: keyof DraftContent) => string | undefined;
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
