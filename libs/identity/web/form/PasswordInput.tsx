import { Checkbox, T, TextInput } from '@crosscity/platform/web';
import { useState, type ReactNode } from 'react';
import css from './PasswordInput.module.css';

interface PasswordInputProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value: string;
  onChange: (value: string) => void;
  /** Which one the browser's own keeper should offer. Pasting is always fine. */
  autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at while typing: long ones are typed wrongly when one sees only dots. */
export function PasswordInput({ id, label, hint, error, value, onChange, autoComplete }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className={css.password}>
      <TextInput id={id} type={shown ? 'text' : 'password'} dir="ltr" label={label} hint={hint} error={error} value={value} onChange={(event) => onChange(event.currentTarget.value)} autoComplete={autoComplete} autoCapitalize="none" spellCheck={false} required />
      <Checkbox id={`${id}-show`} label={<T id="identity.password.show" />} checked={shown} onChange={setShown} />
    </div>
  );
}
