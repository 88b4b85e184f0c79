import type { CaseDataGuard } from '@crosscity/case-data/web';
import type { DraftContent } from '@crosscity/forum/contract';
import { Button, ErrorSummary, T, TaskList, useWords, type FieldProblem } from '@crosscity/platform/web';
import { ConflictBanner } from '../Drafts/ConflictBanner';
import { SaveLine } from '../Drafts/SaveLine';
import type { SavedDraft } from '../Drafts/useSavedDraft';
import { LESSON_TEXTS, sectionId, sections, stateOf } from './lesson-form';
import css from './LessonForm.module.css';
import { SectionFields, partNumber, useSectionName } from './SectionFields';
import type { WritingChoicesFragment } from './Writing.generated';

interface FormProps {
  draft: SavedDraft;
  content: DraftContent;
  guard: CaseDataGuard;
  choices: WritingChoicesFragment;
  problems: FieldProblem[];
  onCheck: () => void;
}

/** A published lesson in one form: whoever edits looks for one place in all of it. */
export function LessonForm({ draft, content, guard, choices, problems, onCheck }: FormProps) {
  const words = useWords();
  const nameOf = useSectionName();
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
        {draft.conflict && <ConflictBanner conflict={draft.conflict} mine={content} onChoose={draft.resolve} show={LESSON_TEXTS} />}
        {sections.map((section) => (
          <section key={section} id={sectionId(section)} className={css.section} data-part={partNumber(section)} aria-labelledby={`${sectionId(section)}-title`}>
            <h2 id={`${sectionId(section)}-title`}>{nameOf(section)}</h2>
            <SectionFields section={section} content={content} choices={choices} guard={guard} problems={problems} change={draft.change} editing />
          </section>
        ))}
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
