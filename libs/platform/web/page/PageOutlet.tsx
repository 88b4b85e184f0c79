import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { Component, startTransition, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Route, Routes, useLocation, useNavigate, useNavigationType } from 'react-router';
import { useLocale } from '../words/words';
import { documentTitle } from './head';
import { pageInCache, type PreparedPage } from './prepare';
import { ProblemPage } from './ProblemPage';
import { RefreshBar } from './RefreshBar';
import { loadPageCode, preparation, PreparedPageContext, useSite } from './runtime';
import { useScrollAndFocus } from './useScrollAndFocus';

/**
 * Shows one page, and keeps showing it until the next one is complete: code, words and data. What is on the screen
 * always belongs together, and a slow network shows as a thin bar, not as an empty page.
 */
export function PageOutlet({ first }: { first: PreparedPage }) {
  const site = useSite();
  const intl = useIntl();
  const { locale } = useLocale();
  const location = useLocation();
  const navigate = useNavigate();
  const action = useNavigationType();
  const wanted = location.pathname + location.search;
  const [shown, setShown] = useState({ prepared: first, location, locale });
  const [attempt, setAttempt] = useState(0);
  const request = useRef('');
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const waiting = shown.prepared.address !== wanted || shown.locale !== locale;

  useEffect(() => {
    const name = `${locale} ${wanted} ${attempt}`;
    if (!request.current) {
      request.current = name; // the first page came with the document
      return;
    }
    if (request.current === name) return;
    request.current = name;
    const stillWanted = () => request.current === name;
    const show = (prepared: PreparedPage) => {
      if (!stillWanted()) return;
      if (prepared.redirect) void navigate(prepared.redirect, { replace: true });
      else startTransition(() => setShown({ prepared, location, locale }));
    };
    void (async () => {
      const fromNetwork = preparation(site, location, locale);
      const code = await loadPageCode(site, location.pathname, location.search, locale);
      const kept = code && pageInCache(site.client, code);
      if (kept) show(kept);
      const complete = await fromNetwork;
      // What was kept is on the screen already and follows the cache; only a change of its fate redraws it.
      if (!kept || complete.redirect || (complete.problem && complete.problem.status !== 0)) show(complete);
    })();
  }, [site, location, locale, wanted, attempt, navigate]);

  const title = documentTitle(shown.prepared, intl);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useScrollAndFocus(shown.location, action);

  return (
    <>
      <RefreshBar waiting={waiting} onCancel={() => void navigate(-1)} />
      <PageView prepared={shown.prepared} location={shown.location} onRetry={retry} />
    </>
  );
}

function PageView({ prepared, location, onRetry }: { prepared: PreparedPage; location: ReturnType<typeof useLocation>; onRetry: () => void }) {
  const View = prepared.module?.Page;
  if (prepared.problem || !View) return <ProblemPage status={prepared.problem?.status ?? 500} reason={prepared.problem?.reason} reference={prepared.problem?.reference} onRetry={onRetry} />;
  return (
    <PreparedPageContext value={prepared}>
      <Routes location={location}>
        <Route
          path={prepared.path}
          element={
            <FaultBoundary key={prepared.module?.whole?.(prepared.match) ?? location.pathname}>
              <View />
            </FaultBoundary>
          }
        />
      </Routes>
    </PreparedPageContext>
  );
}

/** A fault in one page leaves the shell standing, with a way to try again. */
class FaultBoundary extends Component<{ children: ReactNode }, { faulty: boolean }> {
  override state = { faulty: false };
  static getDerivedStateFromError() {
    return { faulty: true };
  }
  override render() {
    return this.state.faulty ? <ProblemPage status={500} onRetry={() => window.location.reload()} /> : this.props.children;
  }
}
