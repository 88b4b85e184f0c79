import { identityLimits } from '@crosscity/identity/contract';
import { CloseIcon, Select, T, useWords } from '@crosscity/platform/web';
import { useRef } from 'react';
import { useLanguageNames } from './names';
import css from './LanguagesField.module.css';

interface LanguagesFieldProps {
  id: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  error?: string;
}

/** The languages that somebody works in: the chosen ones stand as words that can be taken away, the rest wait in a list. */
export function LanguagesField({ id, value, onChange, error }: LanguagesFieldProps) {
  const words = useWords();
  const names = useLanguageNames();
  const box = useRef<HTMLDivElement>(null);
  const left = names.choices.filter((choice) => !value.includes(choice.value));
  const remove = (tag: string) => {
    onChange(value.filter((other) => other !== tag));
    // The pressed button is gone: the focus goes to the list that the language went back to.
    box.current?.querySelector('select')?.focus();
  };
  return (
    <div ref={box} className={css.field}>
      <Select
        id={id}
        label={<T id="identity.languages" />}
        hint={<T id="identity.languages.hint" values={{ most: identityLimits.languages }} />}
        error={error}
        empty={words(value.length === 0 ? 'identity.languages.choose' : 'identity.languages.add')}
        options={left}
        value=""
        onChange={({ currentTarget }) => currentTarget.value && onChange([...value, currentTarget.value])}
      />
      {value.length > 0 && (
        <ul role="list" className={css.chosen} aria-label={words('identity.languages.chosen')}>
          {value.map((tag) => (
            <li key={tag}>
              <button type="button" className={css.language} onClick={() => remove(tag)} aria-label={words('identity.languages.remove', { language: names.of(tag) })}>
                <bdi>{names.of(tag)}</bdi>
                <CloseIcon size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="forScreenReaders" role="status">
        {value.map(names.of).join(', ')}
      </p>
    </div>
  );
}
