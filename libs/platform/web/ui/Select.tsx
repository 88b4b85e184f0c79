import type { SelectHTMLAttributes } from 'react';
import { Field, type FieldWords } from './Field';
import { ChevronDownIcon } from './icons';
import css from './Field.module.css';

interface SelectProps extends FieldWords, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> {
  options: { value: string; label: string; disabled?: boolean }[];
  /** The words of the empty choice: "Choose a city". */
  empty?: string;
}

export function Select({ label, hint, error, optional, id, options, empty, className, ...rest }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(control) => (
        <span className={css.selectBox}>
          <select {...rest} {...control} required={undefined} aria-required={rest.required || undefined} className={[css.control, css.select, className].filter(Boolean).join(' ')}>
            {empty !== undefined && <option value="">{empty}</option>}
            {options.map(({ value, label: words, disabled }) => (
              // Names of languages and countries come from the browser, which knows fewer than the server: the server's stay.
              <option key={value} value={value} disabled={disabled} suppressHydrationWarning>
                {words}
              </option>
            ))}
          </select>
          <ChevronDownIcon />
        </span>
      )}
    </Field>
  );
}
