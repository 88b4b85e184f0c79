import type { InputHTMLAttributes, Ref } from 'react';
import { Field, type FieldWords } from './Field';
import css from './Field.module.css';

interface TextInputProps extends FieldWords, Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  ref?: Ref<HTMLInputElement>;
}

/** Addresses, numbers and codes are written from left to right in every language (interface plan 3.7). */
const alwaysLeftToRight = new Set(['email', 'url', 'tel', 'password', 'number']);

export function TextInput({ label, hint, error, optional, id, className, type = 'text', dir, ...rest }: TextInputProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(control) => (
        <input
          {...rest}
          {...control}
          type={type}
          required={undefined}
          aria-required={rest.required || undefined}
          dir={dir ?? (alwaysLeftToRight.has(type) ? 'ltr' : textDirection(rest.value ?? rest.defaultValue))}
          className={[css.control, className].filter(Boolean).join(' ')}
        />
      )}
    </Field>
  );
}

/** An empty field follows the interface, so that caret and label agree; a filled one follows its text. */
export function textDirection(value: unknown): 'auto' | undefined {
  return value ? 'auto' : undefined;
}
