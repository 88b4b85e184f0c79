import { T, useWords } from '@crosscity/platform/web';
import { layOut, type Laid } from './layout';
import { MarkShape, type MarkKind } from './MapMark';
import { outlines } from './outlines.generated';
import css from './CityMap.module.css';

export interface MapPlace {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  /** At least one. */
  marks: readonly MarkKind[];
}

/**
 * Cities on the coasts of their part of the world. It is never mirrored, and it says nothing alone: whoever shows it puts
 * the same cities beside it as a list or a table, which is what screen readers and keyboards use.
 */
export function CityMapPart({ places, label }: { places: readonly MapPlace[]; label: string }) {
  const words = useWords();
  return (
    <div className={css.maps}>
      {layOut(places).map(({ frame, cities }, _, all) => (
        <figure key={frame.key} className={css.frame}>
          <svg viewBox={`0 0 ${frame.width} ${frame.height}`} className={css.map} direction="ltr" role="img" aria-label={words('cities.map.label', { what: label, part: words(`cities.map.${frame.key}`) })}>
            <path d={outlines[frame.key]} className={css.land} transform="scale(.5)" />
            {cities.map((city) => (
              <City key={city.place.id} city={city} />
            ))}
          </svg>
          {all.length > 1 && (
            <figcaption className={css.caption}>
              <T id={`cities.map.${frame.key}`} />
            </figcaption>
          )}
        </figure>
      ))}
    </div>
  );
}

function City({ city: { place, point, at, name } }: { city: Laid }) {
  const isBeside = Math.hypot(at[0] - point[0], at[1] - point[1]) > 3;
  return (
    <g>
      <title>{place.name}</title>
      {isBeside && (
        <>
          <path d={`M${point[0]} ${point[1]}L${at[0]} ${at[1]}`} className={css.leader} />
          <circle cx={point[0]} cy={point[1]} r="2.5" className={css.spot} />
        </>
      )}
      {place.marks.map((kind, index) => (
        <g key={kind} transform={`translate(${at[0] + (index - (place.marks.length - 1) / 2) * 24} ${at[1]})`}>
          <MarkShape kind={kind} />
        </g>
      ))}
      {name && (
        <text x={name.x} y={name.y} textAnchor={name.anchor} dominantBaseline="central" className={css.name}>
          {place.name}
        </text>
      )}
    </g>
  );
}
