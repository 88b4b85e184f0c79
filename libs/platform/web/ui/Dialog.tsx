import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton';
import { CloseIcon } from './icons';
import { useWords } from '../words/words';
import css from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons, the main one first. */
  actions?: ReactNode;
}

/** The browser's own dialog: keeps the focus inside, closes on Escape, gives the focus back to what opened it. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} look={css.dialog!} />;
}

/** The same from the lower edge on a phone, and at the end side on a wide screen: filters, "Write", more choices. */
export function Sheet(props: DialogProps) {
  return <Modal {...props} look={css.sheet!} />;
}

function Modal({ open, onClose, title, children, actions, look }: DialogProps & { look: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const words = useWords();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a press beside the dialog; keys have Escape
    <dialog
      ref={dialog}
      className={`${css.modal} ${look}`}
      aria-labelledby={name}
      onClose={onClose}
      onClick={(event) => {
        // Only a press on the backdrop itself has the dialog as its target.
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className={css.box}>
          <div className={css.head}>
            <h2 id={name}>{title}</h2>
            <IconButton label={words('platform.close')} icon={<CloseIcon />} onClick={onClose} />
          </div>
          <div className={css.content}>{children}</div>
          {actions && <div className={css.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
