import { useId, type ReactNode } from 'react';
import { FieldError, Hint, Optional, type FieldWords } from './Field';
import css from './Field.module.css';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface Group extends FieldWords {
  name: string;
  choices: Choice[];
}

interface OneOf extends Group {
  value: string | null | undefined;
  onChange: (value: string) => void;
}

interface ManyOf extends Group {
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** One of a few, all in view. */
export function RadioGroup(props: OneOf) {
  return <Choices {...props} type="radio" chosen={(value) => value === props.value} choose={(value) => props.onChange(value)} />;
}

/** Any of a few. */
export function CheckboxGroup(props: ManyOf) {
  return (
    <Choices
      {...props}
      type="checkbox"
      chosen={(value) => props.value.includes(value)}
      choose={(value, on) => props.onChange(on ? [...props.value, value] : props.value.filter((other) => other !== value))}
    />
  );
}

/** One of a few, each with a sentence of explanation: for choices that matter. */
export function ChoiceCards(props: OneOf) {
  return <Choices {...props} type="radio" cards chosen={(value) => value === props.value} choose={(value) => props.onChange(value)} />;
}

interface ChoicesProps extends Group {
  type: 'radio' | 'checkbox';
  cards?: boolean;
  chosen: (value: string) => boolean;
  choose: (value: string, on: boolean) => void;
}

function Choices({ label, hint, error, optional, id, name, choices, type, cards, chosen, choose }: ChoicesProps) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={css.field} data-invalid={error ? '' : undefined} aria-describedby={described || undefined}>
      <legend className={css.label}>
        {label}
        {optional && <Optional />}
      </legend>
      <Hint id={own} hint={hint} />
      <FieldError id={own} error={error} />
      <div className={cards ? css.cards : css.options}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={cards ? css.card : css.option}>
            <input
              // The first choice carries the group's id: that is where the ErrorSummary's link leads.
              id={index === 0 ? own : undefined}
              type={type}
              name={name}
              value={choice.value}
              checked={chosen(choice.value)}
              disabled={choice.disabled}
              onChange={(event) => choose(choice.value, event.currentTarget.checked)}
            />
            <span className={cards ? css.cardLabel : css.optionLabel} suppressHydrationWarning>
              {choice.label}
            </span>
            {choice.hint && <span className={`${css.hint} ${css.cardHint}`}>{choice.hint}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One yes or no. */
export function Checkbox({ label, hint, checked, onChange, name, id, error }: { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; name?: string; id?: string; error?: ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field} data-invalid={error ? '' : undefined}>
      <FieldError id={own} error={error} />
      <label className={css.option}>
        <input id={own} type="checkbox" name={name} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} aria-describedby={described || undefined} aria-invalid={error ? true : undefined} />
        <span className={css.optionLabel}>{label}</span>
        {hint && (
          <span id={`${own}-hint`} className={`${css.hint} ${css.cardHint}`}>
            {hint}
          </span>
        )}
      </label>
    </div>
  );
}
