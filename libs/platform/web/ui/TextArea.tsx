import { useLayoutEffect, useEffect, useRef, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { Field, type FieldWords } from './Field';
import { textDirection } from './TextInput';
import { T } from '../words/words';
import css from './Field.module.css';

interface TextAreaProps extends FieldWords, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  value: string;
  /** Shown from the last fifth on. More may be typed: nothing is cut, saving explains. */
  limit?: number;
  /** "Saved on this phone", see SaveState. */
  saveState?: ReactNode;
}

const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

export function TextArea({ label, hint, error, optional, id, limit, saveState, className, value, rows = 5, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useBrowserLayoutEffect(() => {
    const element = area.current;
    // Browsers that know field-sizing grow by themselves.
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [value]);
  const left = limit === undefined ? undefined : limit - value.length;
  return (
    <Field label={label} hint={hint} error={error} optional={optional} id={id}>
      {(control) => (
        <>
          <textarea
            {...rest}
            {...control}
            ref={area}
            value={value}
            rows={rows}
            dir={textDirection(value)}
            required={undefined}
            aria-required={rest.required || undefined}
            className={[css.control, css.area, className].filter(Boolean).join(' ')}
          />
          {(saveState || (left !== undefined && left < limit! / 5)) && (
            <div className={css.under}>
              <span>{saveState}</span>
              {left !== undefined && left < limit! / 5 && (
                <span className={left < 0 ? css.over : undefined}>
                  <T id={left < 0 ? 'platform.field.over' : 'platform.field.left'} values={{ count: Math.abs(left) as never }} />
                </span>
              )}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
