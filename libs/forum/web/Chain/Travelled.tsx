import { CityMap, MapMark, type MarkKind } from '@crosscity/cities/web';
import { ExternalIcon, Link, PartFailed, Skeleton, T, directionOf, useRefusal, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { lessonPath } from '../LessonCard/LessonCard';
import { useCountryName } from '../words/names';
import css from './Chain.module.css';
import { IdeaTree } from './IdeaTree';
import { marksOf, markOf } from './marks';
import { useChain, type Chain } from './useChain';

const views = ['map', 'table', 'tree'] as const;
type View = (typeof views)[number];

/** How far the idea travelled: the same cities as a map with a list, or as a table; and the way as a tree. */
export function Travelled({ lesson }: { lesson: { id: string; trialCount: number } }) {
  const { chain, error, refetch } = useChain(lesson.id);
  const toWords = useRefusal();
  const words = useWords();
  const [view, setView] = useState<View>('map');
  if (error) return <PartFailed words={toWords(error)} onRetry={() => void refetch()} />;
  if (!chain) return lesson.trialCount > 0 ? <Skeleton lines={8} /> : null;
  const travelled = chain.lessonCount > 1 || chain.trialCount > 0;
  if (!travelled && !chain.evaluation) return null;
  return (
    <section className={css.travelled} aria-labelledby={travelled ? 'travelled-title' : undefined} id="travelled">
      {chain.evaluation && <EvaluationLine evaluation={chain.evaluation} />}
      {travelled && (
        <>
          <h2 id="travelled-title">
            <T id="forum.chain.title" />
          </h2>
          <p>
            <T id="forum.chain.summary" values={{ cities: chain.places.length as never, trials: chain.trialCount as never, lessons: chain.lessonCount as never }} />
          </p>
          <Origin chain={chain} id={lesson.id} />
          <div className={css.views} role="group" aria-label={words('forum.chain.views')}>
            {views.map((each) => (
              <button key={each} type="button" className={css.view} aria-pressed={each === view} onClick={() => setView(each)}>
                <T id={`forum.chain.view.${each}`} />
              </button>
            ))}
          </div>
          {view === 'map' && <OnMap chain={chain} />}
          {view === 'table' && <AsTable places={chain.places} />}
          {view === 'tree' && <IdeaTree chain={chain} here={lesson.id} />}
        </>
      )}
    </section>
  );
}

function EvaluationLine({ evaluation: { by, url } }: { evaluation: { by: string; url: string } }) {
  return (
    <p className={css.evaluation}>
      <T
        id="forum.chain.evaluation"
        values={{
          by: (
            <a href={url} rel="noopener nofollow ugc" target="_blank">
              <bdi>{by}</bdi> <ExternalIcon size={14} />
            </a>
          ),
        }}
      />
    </p>
  );
}

/** What it is adapted from, where that can be read. */
function Origin({ chain, id }: { chain: Chain; id: string }) {
  const here = chain.lessons.find((lesson) => lesson.id === id);
  const parent = chain.lessons.find((lesson) => lesson.id === here?.parentId);
  if (!parent) return null;
  const title = (
    <Link to={lessonPath(parent)} lang={parent.language} dir={directionOf(parent.language)}>
      {parent.title}
    </Link>
  );
  return (
    <p className={css.origin}>
      {parent.city ? <T id="forum.chain.adaptedFromCity" values={{ lesson: title, city: <bdi>{parent.city.name}</bdi> }} /> : <T id="forum.chain.adaptedFrom" values={{ lesson: title }} />}
    </p>
  );
}

function OnMap({ chain: { places } }: { chain: Chain }) {
  const words = useWords();
  const used = new Set(places.flatMap(marksOf));
  const legend: [MarkKind, string][] = [['home', 'forum.chain.legend.lesson'], ['good', 'forum.result.worked'], ['mixed', 'forum.result.mixed'], ['neutral', 'forum.result.didNotWork'], ['bad', 'forum.result.harmed']];
  return (
    <div className={css.onMap}>
      <CityMap
        label={words('forum.chain.title')}
        places={places.map((place) => ({ id: place.city.id, name: place.city.name, latitude: place.city.latitude, longitude: place.city.longitude, marks: marksOf(place) }))}
        whileComing={<Skeleton lines={8} />}
        inCaseOfFailure={(why, again) => <PartFailed words={why} onRetry={again} />}
      />
      <ul role="list" className={css.legend} aria-label={words('forum.chain.legend')}>
        {legend.filter(([kind]) => used.has(kind)).map(([kind, id]) => (
          <li key={kind}>
            <MapMark kind={kind} /> <T id={id} />
          </li>
        ))}
      </ul>
      <ul role="list" className={css.places} aria-label={words('forum.chain.cities')}>
        {places.map((place) => (
          <li key={place.city.id}>
            <Link to={`/cities/${place.city.slug}`}>
              <bdi>{place.city.name}</bdi>
            </Link>
            <Told place={place} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a city is on the way, in words and marks. */
function Told({ place }: { place: Chain['places'][number] }) {
  return (
    <ul role="list" className={css.told}>
      {place.lessonCount > 0 && (
        <li>
          <MapMark kind="home" />
          {place.isOrigin ? <T id="forum.chain.began" /> : <T id="forum.chain.lessons" values={{ count: place.lessonCount as never }} />}
        </li>
      )}
      {place.results.map(({ result, count }) => (
        <li key={result}>
          <MapMark kind={markOf(result)} />
          <T id={`forum.result.${result}`} />
          {count > 1 && <span className={css.times}>{count}</span>}
        </li>
      ))}
    </ul>
  );
}

function AsTable({ places }: { places: Chain['places'] }) {
  const words = useWords();
  const countryName = useCountryName();
  return (
    // Wide on a phone: it scrolls by itself, and can be reached to do so.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the focus (WCAG 2.1.1)
    <div className={css.scroll} tabIndex={0} role="region" aria-label={words('forum.chain.cities')}>
      <table className={css.table}>
        <thead>
          <tr>
            {(['city', 'country', 'what'] as const).map((column) => (
              <th key={column} scope="col">
                <T id={`forum.chain.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <tr key={place.city.id}>
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link in it is its text */}
              <th scope="row">
                <Link to={`/cities/${place.city.slug}`}>
                  <bdi>{place.city.name}</bdi>
                </Link>
              </th>
              <td>{countryName(place.city.country)}</td>
              <td>
                <Told place={place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
