import { T, useFormats } from '@crosscity/platform/web';
import type { SaveState } from './useSavedDraft';
import css from './SaveLine.module.css';

/** Where the text is safe, as one sentence in one fixed place. Said to screen readers when it settles, not at each key. */
export function SaveLine({ state }: { state: SaveState }) {
  const formats = useFormats();
  const settled = state.kind === 'device' || state.kind === 'saved';
  return (
    <span className={css.line} data-kind={state.kind} data-why={state.kind === 'device' ? state.why : undefined}>
      <span role="status">
        {settled && state.kind === 'saved' && <T id="forum.save.saved" values={{ time: formats.time(new Date(state.at)) }} />}
        {state.kind === 'device' && <T id={state.why ? `forum.save.device.${state.why}` : 'forum.save.device'} values={{ time: formats.time(new Date(state.at)) }} />}
      </span>
      {state.kind === 'unsaved' && <T id="forum.save.unsaved" />}
    </span>
  );
}
