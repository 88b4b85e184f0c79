import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useWords } from '../words/words';
import css from './Button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonState = 'busy' | 'done' | 'failed';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  kind?: ButtonKind;
  /** Busy keeps the focus and the width, and is said to screen readers; done and failed pass by themselves. */
  state?: ButtonState;
  icon?: ReactNode;
  wide?: boolean;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Button({ kind = 'secondary', state, icon, wide, children, className, onClick, type = 'button', ...rest }: ButtonProps) {
  const words = useWords();
  return (
    <button
      {...rest}
      type={type}
      className={[buttonClass(kind, wide), className].filter(Boolean).join(' ')}
      aria-busy={state === 'busy' || undefined}
      aria-disabled={state === 'busy' || rest['aria-disabled'] || undefined}
      data-state={state}
      onClick={(event) => {
        // A second press while the first is under way does nothing; the button keeps its focus.
        if (state === 'busy') event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && (
        <span className={css.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span>{children}</span>
      {state && <span className={css.state}>{words(`platform.button.${state}`)}</span>}
    </button>
  );
}

export function buttonClass(kind: ButtonKind, wide?: boolean): string {
  return [css.button, css[kind], wide && css.wide].filter(Boolean).join(' ');
}
