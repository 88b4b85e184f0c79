/** Longitude and latitude in radians to a plane whose second axis points up. */
type Raw = (longitude: number, latitude: number) => [number, number];

/** A part of the world as a picture of its own. The build draws its coast, the page puts cities on it, both with this. */
export interface Frame {
  key: 'europe' | 'northAmerica' | 'world';
  /** West, south, east, north in degrees: a place inside is shown in this frame. */
  box: readonly [number, number, number, number];
  /** Degrees of longitude in the middle. */
  centre: number;
  width: number;
  height: number;
  scale: number;
  offset: readonly [number, number];
  raw: Raw;
}

const radians = Math.PI / 180;

/** Lambert's conformal conic with two standard parallels (Snyder, "Map projections", 1987, page 107): shapes stay as one knows them. */
function conic(first: number, second: number): Raw {
  const t = (latitude: number) => Math.tan(Math.PI / 4 + latitude / 2);
  const [one, two] = [first * radians, second * radians];
  const n = Math.log(Math.cos(one) / Math.cos(two)) / Math.log(t(two) / t(one));
  const f = (Math.cos(one) * t(one) ** n) / n;
  return (longitude, latitude) => {
    const rho = f / t(Math.max(latitude, -80 * radians)) ** n;
    return [rho * Math.sin(n * longitude), f - rho * Math.cos(n * longitude)];
  };
}

/** Natural Earth (Šavrič, Jenny and others, 2011), as polynomials. */
const naturalEarth: Raw = (longitude, latitude) => {
  const two = latitude * latitude;
  const four = two * two;
  return [
    longitude * (0.8707 - 0.131979 * two + four * (-0.013791 + four * (0.003971 * two - 0.001529 * four))),
    latitude * (1.007226 + two * (0.015085 + four * (-0.044475 + 0.028874 * two - 0.005916 * four))),
  ];
};

/** The frame with the scale at which its box fills the width. */
function frame(key: Frame['key'], box: Frame['box'], raw: Raw, width = 640): Frame {
  const [west, south, east, north] = box;
  const centre = (west + east) / 2;
  const edge = Array.from({ length: 41 }, (_, step) => step / 40).flatMap((part) => {
    const longitude = (west + part * (east - west) - centre) * radians;
    const latitude = (south + part * (north - south)) * radians;
    return [raw(longitude, south * radians), raw(longitude, north * radians), raw((west - centre) * radians, latitude), raw((east - centre) * radians, latitude)];
  });
  const xs = edge.map(([x]) => x);
  const ys = edge.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = width / (right - left);
  return { key, box, centre, width, height: Math.round((high - low) * scale), scale, offset: [-left * scale, high * scale], raw };
}

/** In the order in which a place looks for its frame. */
export const frames: readonly Frame[] = [
  frame('europe', [-11, 35, 32, 66], conic(42, 62)),
  frame('northAmerica', [-125, 24, -66, 50], conic(29.5, 45.5)),
  frame('world', [-170, -56, 190, 78], naturalEarth),
];

/** Where a place stands in a frame, in the frame's units from its upper left corner. */
export function pointIn({ raw, centre, scale, offset: [x0, y0] }: Frame, { longitude, latitude }: { longitude: number; latitude: number }): [number, number] {
  const [x, y] = raw((((longitude - centre + 540) % 360) - 180) * radians, latitude * radians);
  return [x0 + x * scale, y0 - y * scale];
}

export function frameOf({ longitude, latitude }: { longitude: number; latitude: number }): Frame {
  const inside = ({ box: [west, south, east, north] }: Frame) => longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return frames.find(inside) ?? frames.at(-1)!;
}
