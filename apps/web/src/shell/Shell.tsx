import { Link, T, UnreadDot, useHasPage, useViewer, WriteIcon } from '@crosscity/platform/web';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Header } from './Header';
import { OfflineBar } from './OfflineBar';
import { barPlaces, guestBarPlaces, isHere, railPlaces, type Place } from './places';
import { OpenCases } from './OpenCases';
import { SiteFooter } from './SiteFooter';
import { useCounts, useSignedOutElsewhere } from './ownSignals';
import { useWaitingLessons } from './waitingLessons';
import { WriteButton } from './WriteButton';
import css from './Shell.module.css';

/** What stands around every page. In the order in which it is read: header, places, page, footer; the bar last. */
export function Shell({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const { everyone, staff } = railPlaces(viewer);
  const bar = viewer ? barPlaces : guestBarPlaces;
  const hasPage = useHasPage();
  const counts = useCounts();
  useSignedOutElsewhere();
  useWaitingLessons();
  const links = (places: Place[]) => places.filter(({ to }) => hasPage(to)).map((place) => <PlaceLink key={place.to} place={place} count={place.counted ? counts[place.counted] : 0} />);
  return (
    <div className={css.shell}>
      <a href="#page" className={css.skip}>
        <T id="shell.skip" />
      </a>
      <Header />
      <OfflineBar />
      <PlaceList label="shell.places" className={css.rail}>
        {links(everyone)}
        {links(staff).length > 0 && <li className={css.line} aria-hidden="true" />}
        {links(staff)}
        {viewer && hasPage('/write') && (
          <li>
            <Link to="/write" className={css.write}>
              <WriteIcon />
              <T id="shell.write" />
            </Link>
          </li>
        )}
      </PlaceList>
      <div className={css.middle}>
        <main id="page" tabIndex={-1} className={css.page}>
          {children}
        </main>
        <SiteFooter />
      </div>
      <PlaceList label="shell.bar" className={css.bar}>
        {links(bar.before)}
        {hasPage('/write') && (
          <li>
            <WriteButton className={css.place!} />
          </li>
        )}
        {links(bar.after)}
      </PlaceList>
    </div>
  );
}

function PlaceList({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <nav className={className} aria-labelledby={label}>
      <h2 id={label} className="forScreenReaders">
        <T id={label} />
      </h2>
      <ul role="list">{children}</ul>
    </nav>
  );
}

function PlaceLink({ place, count }: { place: Place; count: number }) {
  const { pathname } = useLocation();
  const { Icon } = place;
  return (
    <li>
      <Link to={place.to} className={css.place} aria-current={isHere(place, pathname) ? 'page' : undefined}>
        <span className={css.icon}>
          <Icon size={22} />
          {count > 0 && (
            <span className={css.count}>
              {place.counted === 'openCases' ? <OpenCases count={count} /> : <UnreadDot count={count} />}
            </span>
          )}
        </span>
        <span>
          <T id={place.word} />
        </span>
      </Link>
    </li>
  );
}
