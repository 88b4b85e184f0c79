import { Link, T, signInAddress, useFormats } from '@crosscity/platform/web';
import { useLocation } from 'react-router';
import type { SaveState } from './useSavedDraft';
import css from './SaveLine.module.css';

/** Where the text is safe, as one sentence in one fixed place. Said to screen readers when it settles, not at each key. */
export function SaveLine({ state }: { state: SaveState }) {
  const formats = useFormats();
  const { pathname, search } = useLocation();
  const settled = state.kind === 'device' || state.kind === 'saved';
  const isSignedOut = state.kind === 'device' && state.why === 'signedOut';
  return (
    <span className={css.line} data-kind={state.kind} data-why={state.kind === 'device' ? state.why : undefined}>
      <span role="status">
        {settled && state.kind === 'saved' && <T id="forum.save.saved" values={{ time: formats.time(new Date(state.at)) }} />}
        {state.kind === 'device' && <T id={state.why ? `forum.save.device.${state.why}` : 'forum.save.device'} values={{ time: formats.time(new Date(state.at)) }} />}
      </span>
      {isSignedOut && (
        <>
          {' '}
          {/* A whole new page: it comes back here, and the text is on the device. */}
          <Link to={signInAddress(pathname + search)} reloadDocument>
            <T id="forum.save.signIn" />
          </Link>
        </>
      )}
      {state.kind === 'unsaved' && <T id="forum.save.unsaved" />}
    </span>
  );
}
