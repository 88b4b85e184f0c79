import { CaseDataCheck, type CaseDataGuard } from '@crosscity/case-data/web';
import { forumLimits, type DraftContent } from '@crosscity/forum/contract';
import { CONTENT_LANGUAGES } from '@crosscity/platform/contract';
import { Banner, Button, CheckboxGroup, ChoiceCards, ErrorSummary, Select, TextArea, TextInput, useWords, type FieldProblem } from '@crosscity/platform/web';
import { ConflictBanner } from '../Drafts/ConflictBanner';
import { SaveLine } from '../Drafts/SaveLine';
import type { SavedDraft } from '../Drafts/useSavedDraft';
import { useLanguageName } from '../words/names';
import { fieldId } from './question-form';
import type { QuestionChoicesFragment } from './Questions.generated';
import css from './Questions.module.css';
import { SimilarThreads } from './SimilarThreads';

interface FormProps {
  draft: SavedDraft;
  content: DraftContent;
  guard: CaseDataGuard;
  choices: QuestionChoicesFragment;
  problems: FieldProblem[];
  refused?: string;
  busy: boolean;
  sendWords: string;
  /** The question that is edited: whom it asks and who speaks stay. */
  editing?: string;
  onSend: () => void;
}

/** One sentence, what one should know to answer it, whom it asks. Everything is kept while it is typed. */
export function QuestionForm({ draft, content, guard, choices, problems, refused, busy, sendWords, editing, onSend }: FormProps) {
  const words = useWords();
  const languageName = useLanguageName();
  const { change } = draft;
  const problemOf = (field: keyof DraftContent) => problems.find((problem) => problem.field === fieldId(field))?.words;
  const { voices, memberCityCount } = choices.writer;
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      <ErrorSummary problems={problems} />
      {refused && (
        <Banner kind="danger" live>
          {refused}
        </Banner>
      )}
      {draft.conflict && <ConflictBanner conflict={draft.conflict} mine={content} onChoose={draft.resolve} show={['title', 'text']} />}
      <TextInput
        id={fieldId('title')}
        label={words('forum.question.form.title')}
        hint={words('forum.question.form.titleHint')}
        value={content.title ?? ''}
        error={problemOf('title')}
        maxLength={forumLimits.title}
        autoComplete="off"
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="title" />
      <SimilarThreads text={content.title ?? ''} except={editing} />
      <TextArea
        id={fieldId('text')}
        label={words('forum.question.form.text')}
        hint={words('forum.question.form.textHint')}
        optional
        value={content.text ?? ''}
        error={problemOf('text')}
        limit={forumLimits.question}
        rows={5}
        saveState={<SaveLine state={draft.state} />}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <CaseDataCheck guard={guard} field="text" />
      {!editing && (
        <Select
          id={fieldId('cityId')}
          label={words('forum.question.form.whom')}
          hint={words('forum.question.form.whomHint')}
          value={content.cityId ?? ''}
          empty={words('forum.question.form.network')}
          options={choices.cities.items.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => change({ cityId: event.currentTarget.value || null })}
        />
      )}
      <CheckboxGroup
        id={fieldId('themes')}
        name="themes"
        label={words('forum.question.form.themes')}
        hint={words('forum.question.form.themesHint', { most: forumLimits.themes })}
        optional
        value={content.themes ?? []}
        error={problemOf('themes')}
        choices={choices.themes.map(({ slug, name }) => ({ value: slug, label: name }))}
        onChange={(themes) => change({ themes })}
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
      <ChoiceCards
        id={fieldId('audience')}
        name="audience"
        label={words('forum.write.audience')}
        value={content.audience}
        choices={[
          { value: 'members', label: words('forum.audience.members'), hint: words('forum.write.audience.members', { count: memberCityCount }) },
          { value: 'public', label: words('forum.audience.public'), hint: words('forum.write.audience.public') },
        ]}
        onChange={(audience) => change({ audience: audience as DraftContent['audience'] })}
      />
      {!editing && voices.length > 1 && (
        <ChoiceCards
          id={fieldId('voiceId')}
          name="voice"
          label={words('forum.write.voice')}
          value={content.voiceId}
          choices={voices.map((voice) => ({
            value: voice.id,
            label: voice.kind === 'city' ? words('forum.write.voice.city', { city: voice.name }) : words('forum.write.voice.own', { name: voice.name }),
            hint: words(voice.kind === 'city' ? 'forum.question.form.voiceCity' : 'forum.question.form.voiceOwn'),
          }))}
          onChange={(voiceId) => change({ voiceId })}
        />
      )}
      <div className={css.buttons}>
        <Button type="submit" kind="primary" state={busy ? 'busy' : undefined}>
          {sendWords}
        </Button>
        <SaveLine state={draft.state} />
      </div>
    </form>
  );
}
