import { useId, type ReactNode } from 'react';
import { AlertIcon } from './icons';
import { T } from '../words/words';
import css from './Field.module.css';

export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do. The same words stand in the ErrorSummary. */
  error?: ReactNode;
  optional?: boolean;
  /** For the ErrorSummary's links; made up when left out. */
  id?: string;
}

export interface FieldControl {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** A label above, a hint below it, the error between hint and control: the order in which one reads. */
export function Field({ label, hint, error, optional, id, children }: FieldWords & { children: (control: FieldControl) => ReactNode }) {
  const made = useId();
  const own = id ?? made;
  const described = [hint && `${own}-hint`, error && `${own}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field} data-invalid={error ? '' : undefined}>
      <label className={css.label} htmlFor={own}>
        {label}
        {optional && <Optional />}
      </label>
      <Hint id={own} hint={hint} />
      <FieldError id={own} error={error} />
      {children({ id: own, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

export function Optional() {
  return (
    <span className={css.optional}>
      {' '}
      <T id="platform.field.optional" />
    </span>
  );
}

export function Hint({ id, hint }: { id: string; hint?: ReactNode }) {
  return hint ? (
    <div className={css.hint} id={`${id}-hint`}>
      {hint}
    </div>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error?: ReactNode }) {
  return error ? (
    <p className={css.error} id={`${id}-error`}>
      <AlertIcon size={18} />
      <span>{error}</span>
    </p>
  ) : null;
}
