import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMatrix, EARTH_RADIUS_KM, greatCircleKm } from '../../../src/lib/geo';

const place = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));

describe('great-circle distance', () => {
  it('a quarter of the globe, and a degree of latitude', () => {
    expect(greatCircleKm([0, 0], [90, 0])).toBeCloseTo((Math.PI / 2) * EARTH_RADIUS_KM, 6);
    expect(greatCircleKm([0, 0], [0, 90])).toBeCloseTo((Math.PI / 2) * EARTH_RADIUS_KM, 6);
    expect(greatCircleKm([50, 55], [50, 56])).toBeCloseTo(111.195, 2);
  });
  it('Nashville to Los Angeles airport is 2,887.26 km on a sphere of 6,372.8 km (the worked example of Rosetta Code, recalled)', () => {
    expect((greatCircleKm([-86.67, 36.12], [-118.4, 33.94]) * 6372.8) / EARTH_RADIUS_KM).toBeCloseTo(2887.26, 1);
  });
  it('is a metric', () =>
    fc.assert(fc.property(place, place, place, (a, b, c) => {
      const ab = greatCircleKm(a, b);
      expect(ab).toBeGreaterThanOrEqual(0);
      expect(ab).toBeCloseTo(greatCircleKm(b, a), 9);
      // Near the antipodes the formula keeps half of its digits: √(2⁻⁵²) of the radius.
      expect(greatCircleKm(a, c)).toBeLessThanOrEqual(ab + greatCircleKm(b, c) + 2e-4);
      // The law of cosines is another formula for the same.
      const [x, y] = [a, b].map(([lon, lat]) => [(lon * Math.PI) / 180, (lat * Math.PI) / 180] as const) as [readonly [number, number], readonly [number, number]];
      const cos = Math.sin(x[1]) * Math.sin(y[1]) + Math.cos(x[1]) * Math.cos(y[1]) * Math.cos(x[0] - y[0]);
      expect(Math.abs(ab - EARTH_RADIUS_KM * Math.acos(Math.min(1, Math.max(-1, cos))))).toBeLessThan(0.5);
    })));
  it('a place that is not known has no distance', () => expect([...distanceMatrix([[0, 0], null])]).toEqual([0, NaN, NaN, NaN]));
});
