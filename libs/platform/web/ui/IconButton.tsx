import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import css from './IconButton.module.css';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The name for screen readers and the tooltip. An icon alone is for search, close, more and play only. */
  label: string;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={[css.iconButton, className].filter(Boolean).join(' ')} aria-label={label} title={label}>
      {icon}
    </button>
  );
}
