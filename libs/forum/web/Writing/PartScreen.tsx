import { Button, LinkButton, Stepper, T } from '@crosscity/platform/web';
import { SaveLine } from '../Drafts/SaveLine';
import type { SavedDraft } from '../Drafts/useSavedDraft';
import { nextSection, sections, type Section } from './lesson-form';
import css from './LessonForm.module.css';
import { SectionFields, partNumber, useSectionName, type SectionProps } from './SectionFields';

interface ScreenProps extends Omit<SectionProps, 'change'> {
  draft: SavedDraft;
  /** The address of the list of parts. */
  list: string;
  /** The heading is the page's own, or one below it. */
  heading: 'h1' | 'h2';
  onNext: (next: Section | null) => void;
  /** Where nothing is missing any more: the way to publishing, without going through the rest. */
  onCheck?: () => void;
}

/** One part of a lesson: its question, a hint, an example, one field. Any order, and nothing must be filled in to go on. */
export function PartScreen({ draft, list, heading: Heading, onNext, onCheck, section, content, ...rest }: ScreenProps) {
  const nameOf = useSectionName();
  const place = sections.indexOf(section);
  const following = sections[place + 1];
  return (
    <form
      className={css.part}
      data-part={partNumber(section)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext(nextSection(section, content));
      }}
    >
      <div>
        <Heading>{nameOf(section)}</Heading>
        <Stepper step={place + 1} of={sections.length} title={nameOf(section)} />
      </div>
      <SectionFields {...rest} section={section} content={content} change={draft.change} />
      <p className={css.save}>
        <SaveLine state={draft.state} />
      </p>
      <div className={css.buttons}>
        <Button type="submit" kind="primary">
          <T id="forum.write.saveAndContinue" />
        </Button>
        {onCheck && (
          <span className={css.onPhone}>
            <Button onClick={onCheck}>
              <T id="forum.write.check" />
            </Button>
          </span>
        )}
        <LinkButton to={following ? `${list}/${following}` : list} kind="quiet">
          <T id="forum.write.skip" />
        </LinkButton>
      </div>
    </form>
  );
}
