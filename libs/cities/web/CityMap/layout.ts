import type { MapPlace } from './CityMapPart';
import { type Frame, frameOf, frames, pointIn } from './frames';

/** Half the width of a mark with the room around it. */
const HALF = 12;
const LETTER = 11;
const LINE = 24;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A city in a frame: where it is, where its marks stand (a little beside it where it is crowded), and where its name has room. */
export interface Laid {
  place: MapPlace;
  point: [number, number];
  at: [number, number];
  name: { x: number; y: number; anchor: 'start' | 'end' | 'middle' } | null;
}

/** The frames that are needed, each with its cities laid out. */
export function layOut(places: readonly MapPlace[]): { frame: Frame; cities: Laid[] }[] {
  return frames.flatMap((frame) => {
    const cities = places.filter((place) => frameOf(place) === frame).map((place): Laid => ({ place, point: pointIn(frame, place), at: pointIn(frame, place), name: null }));
    if (cities.length === 0) return [];
    pushApart(cities, frame);
    nameThem(cities, frame);
    return [{ frame, cities }];
  });
}

const halfWidth = ({ place }: Laid) => HALF * Math.max(1, place.marks.length);

/** Marks that lie on each other move apart, always in the same way. */
function pushApart(cities: Laid[], { width, height }: Frame): void {
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (const [index, one] of cities.entries()) {
      for (const other of cities.slice(index + 1)) {
        const dx = other.at[0] - one.at[0];
        const dy = other.at[1] - one.at[1];
        const overX = halfWidth(one) + halfWidth(other) - Math.abs(dx);
        const overY = 2 * HALF - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        // Along the shorter way out; of two in one spot the later goes right.
        const axis = overX < overY ? 0 : 1;
        const push = ((axis === 0 ? overX : overY) / 2 + 0.5) * ((axis === 0 ? dx : dy) < 0 ? -1 : 1);
        one.at[axis] -= push;
        other.at[axis] += push;
      }
    }
    for (const city of cities) {
      city.at[0] = Math.min(Math.max(city.at[0], halfWidth(city)), width - halfWidth(city));
      city.at[1] = Math.min(Math.max(city.at[1], HALF), height - HALF);
    }
    if (!moved) return;
  }
}

/** A name stands where it covers nothing; where there is no room the list has it. */
function nameThem(cities: Laid[], { width, height }: Frame): void {
  const taken = cities.map((city): Box => ({ left: city.at[0] - halfWidth(city), right: city.at[0] + halfWidth(city), top: city.at[1] - HALF, bottom: city.at[1] + HALF }));
  for (const city of cities) {
    const [x, y] = city.at;
    const half = halfWidth(city) + 4;
    const length = city.place.name.length * LETTER;
    const choices = [
      { x: x + half, y, anchor: 'start' as const, left: x + half }, { x: x - half, y, anchor: 'end' as const, left: x - half - length },
      { x, y: y - LINE, anchor: 'middle' as const, left: x - length / 2 }, { x, y: y + LINE, anchor: 'middle' as const, left: x - length / 2 },
    ];
    for (const { left, ...name } of choices) {
      const box: Box = { left, right: left + length, top: name.y - LINE / 2, bottom: name.y + LINE / 2 };
      const fits = box.left >= 2 && box.right <= width - 2 && box.top >= 0 && box.bottom <= height;
      if (!fits || taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)) continue;
      taken.push(box);
      city.name = name;
      break;
    }
  }
}
