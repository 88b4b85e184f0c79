// Draws the coasts of the maps' frames once, at build time: libs/cities/web/CityMap/outlines.generated.ts. Coasts only:
// the page is about cities, and a line between states would take sides where it is disputed.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { geoPath, geoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import { frames } from '../../../libs/cities/web/CityMap/frames.ts';

const file = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const target = file('libs/cities/web/CityMap/outlines.generated.ts');
/** How fine a coast is drawn, and the smallest island in square units of the frame. */
const detail = { europe: ['50m', 6], northAmerica: ['50m', 6], world: ['110m', 3] };

export async function drawMapOutlines() {
  const land = (scale) => readFile(fileURLToPath(import.meta.resolve(`world-atlas/land-${scale}.json`)), 'utf8');
  const texts = { '50m': await land('50m'), '110m': await land('110m') };
  const hash = createHash('sha256').update(await readFile(fileURLToPath(import.meta.url))).update(await readFile(file('libs/cities/web/CityMap/frames.ts')));
  const stamp = `// ${hash.update(texts['50m']).update(texts['110m']).digest('hex')}\n`;
  if ((await readFile(target, 'utf8').catch(() => '')).startsWith(stamp)) return;
  const paths = Object.fromEntries(frames.map((frame) => {
    const [scale, smallest] = detail[frame.key];
    const topology = JSON.parse(texts[scale]);
    return [frame.key, outline(frame, feature(topology, topology.objects.land), smallest)];
  }));
  await writeFile(target, `${stamp}export const outlines: Record<'europe' | 'northAmerica' | 'world', string> = ${JSON.stringify(paths)};\n`);
}

function outline({ raw, centre, scale, offset, width, height }, shape, smallest) {
  const projection = geoProjection(raw).rotate([-centre, 0]).scale(scale).translate(offset).precision(0).clipExtent([[-4, -4], [width + 4, height + 4]]);
  const drawn = geoPath(projection).digits(1)(shape) ?? '';
  return drawn.split('M').filter(Boolean).map((ring) => relativeRing(ring.replace('Z', '').split('L').map((point) => point.split(',').map(Number)), smallest)).join('');
}

/** The ring in whole halves of a unit, each point from the one before; nothing where it is too small to see. */
function relativeRing(points, smallest) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  if ((Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys)) < smallest) return '';
  const halves = points.map(([x, y]) => [Math.round(x * 2), Math.round(y * 2)]).filter(([x, y], index, all) => index === 0 || x !== all[index - 1][0] || y !== all[index - 1][1]);
  if (halves.length < 3) return '';
  const [[x0, y0], ...rest] = halves;
  let [x, y] = [x0, y0];
  const steps = rest.map((point) => {
    const step = [point[0] - x, point[1] - y];
    [x, y] = point;
    return step.map((value, index) => (index === 1 && value >= 0 ? ` ${value}` : value)).join('');
  });
  return `M${x0} ${y0}l${steps.join(' ').replaceAll(' -', '-')}z`;
}
