/** A rectangle in shares of the picture. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const LEAST = 0.02;
const STEP = 0.02;
const within = (value: number, most: number) => Math.min(most, Math.max(0, value));

export function areaBetween(one: { x: number; y: number }, other: { x: number; y: number }): Area {
  const [left, right] = [within(Math.min(one.x, other.x), 1), within(Math.max(one.x, other.x), 1)];
  const [top, bottom] = [within(Math.min(one.y, other.y), 1), within(Math.max(one.y, other.y), 1)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Arrows move a box, with Shift they change its size. Null for other keys. */
export function moved(area: Area, key: string, resize: boolean): Area | null {
  const [x, y] = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[key] ?? [];
  if (x === undefined || y === undefined) return null;
  if (resize) return { ...area, width: Math.max(LEAST, within(area.width + x, 1 - area.x)), height: Math.max(LEAST, within(area.height + y, 1 - area.y)) };
  return { ...area, x: within(area.x + x, 1 - area.width), y: within(area.y + y, 1 - area.height) };
}
