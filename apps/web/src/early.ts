import { useEffect } from 'react';
import { flushSync } from 'react-dom';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Early {
  /** What each field held when it was last changed. */
  typed: Map<Field, string | boolean>;
  sent: { form: HTMLFormElement; button: HTMLElement | null } | null;
  pressed: HTMLButtonElement | null;
  hearTyping(event: Event): void;
  hearPress(event: Event): void;
  hearSending(event: SubmitEvent): void;
}

declare global {
  interface Window {
    early?: Early;
  }
}

/**
 * Stands in the head of each page. The form is on the screen before its script is there, on a slow phone for seconds: what
 * is typed and pressed until then is noted, and a form that only the script can send waits for it instead of leaving the page.
 */
export const earlyScript =
  `{const early=window.early={typed:new Map,sent:null,pressed:null,` +
  `hearTyping({target}){early.typed.delete(target);early.typed.set(target,/^(checkbox|radio)$/.test(target.type)?target.checked:target.value)},` +
  `hearPress({target}){const button=target.closest("button");if(button&&button.type!=="submit"&&!button.popoverTargetElement)early.pressed=button},` +
  `hearSending(event){if(event.target.hasAttribute("action"))return;event.preventDefault();early.sent={form:event.target,button:event.submitter}}};` +
  `addEventListener("input",early.hearTyping,true);addEventListener("click",early.hearPress,true);addEventListener("submit",early.hearSending,true)}`;

/** Once React has taken the page over, everything that was done before is done again for it to hear. */
export function useEarlyActs(): void {
  useEffect(() => {
    // Not inside the effect: each field's change is drawn before the next one, as forms expect it of a person.
    const soon = setTimeout(() => {
      const { early } = window;
      if (!early) return;
      delete window.early;
      removeEventListener('input', early.hearTyping, true);
      removeEventListener('click', early.hearPress, true);
      removeEventListener('submit', early.hearSending, true);
      for (const [field, value] of early.typed) if (field.isConnected) flushSync(() => typeAgain(field, value));
      const { form, button } = early.sent ?? {};
      if (form?.isConnected) form.requestSubmit(button?.isConnected ? button : null);
      else if (early.pressed?.isConnected) early.pressed.click();
    });
    return () => clearTimeout(soon);
  }, []);
}

function typeAgain(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') {
    const box = field as HTMLInputElement;
    if (value === box.defaultChecked) return;
    box.checked = !value;
    return box.click();
  }
  if (field instanceof HTMLSelectElement) {
    field.value = value;
    return void field.dispatchEvent(new Event('change', { bubbles: true }));
  }
  if (value === field.defaultValue) return;
  const caret = field === document.activeElement ? ([field.selectionStart, field.selectionEnd] as const) : null;
  // React compares with what was last set through the element itself: first the old value so, then the new one past it.
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
  if (caret && caret[0] !== null) field.setSelectionRange(...caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
