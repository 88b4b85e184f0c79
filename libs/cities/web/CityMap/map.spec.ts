import { geoProjection } from 'd3-geo';
import { frameOf, frames, pointIn } from './frames';
import { layOut } from './layout';

const cities = {
  Oslo: [59.91, 10.75, 'europe'], Helsinki: [60.17, 24.94, 'europe'], Munich: [48.14, 11.58, 'europe'], Nuremberg: [49.45, 11.08, 'europe'], Reykjavik: [64.15, -21.94, 'world'],
  'Los Angeles': [34.05, -118.24, 'northAmerica'], Stamford: [41.05, -73.54, 'northAmerica'], 'New York': [40.71, -74.01, 'northAmerica'], Auckland: [-36.85, 174.76, 'world'], Suva: [-18.14, 178.44, 'world'], Amman: [31.95, 35.93, 'world'],
} as const;
const places = Object.entries(cities).map(([name, [latitude, longitude]]) => ({ id: name, name, latitude, longitude, marks: ['good', 'bad'] as const }));

describe('the map of cities', () => {
  it('puts each city into its frame, where the coast was drawn for it', () => {
    for (const place of places) {
      const frame = frameOf(place);
      expect([place.name, frame.key]).toEqual([place.name, cities[place.name as keyof typeof cities][2]]);
      const [x, y] = pointIn(frame, place);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(frame.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(frame.height);
      const drawn = geoProjection(frame.raw).rotate([-frame.centre, 0]).scale(frame.scale).translate([...frame.offset])([place.longitude, place.latitude])!;
      expect(x).toBeCloseTo(drawn[0], 1);
      expect(y).toBeCloseTo(drawn[1], 1);
    }
    expect(frames.map(({ key }) => key)).toEqual(['europe', 'northAmerica', 'world']);
  });

  it('keeps marks apart and names off each other, also of forty cities in one spot', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({ ...places[2]!, id: `${index}`, name: `City ${index}`, latitude: 48 + (index % 4) / 50, marks: ['good'] as const }));
    for (const shown of [places, crowd]) {
      for (const { frame, cities: laid } of layOut(shown)) {
        for (const [index, one] of laid.entries()) {
          expect(one.at[0]).toBeGreaterThanOrEqual(0);
          expect(one.at[0]).toBeLessThanOrEqual(frame.width);
          if (shown === crowd) continue;
          for (const other of laid.slice(index + 1)) expect(Math.max(Math.abs(one.at[0] - other.at[0]) / 48, Math.abs(one.at[1] - other.at[1]) / 24)).toBeGreaterThan(0.95);
        }
      }
    }
    expect(layOut([])).toEqual([]);
    expect(layOut(places).map(({ frame }) => frame.key)).toEqual(['europe', 'northAmerica', 'world']);
  });
});
