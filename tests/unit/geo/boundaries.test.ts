import { readFileSync } from 'node:fs';
import { area, bbox, booleanClockwise, booleanPointInPolygon, kinks, polygon } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as ArcMultiPolygon, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';

interface Neighbour {
  iso: string;
  name_en: string;
  name_ru: string;
  country: string;
  label_lon: number;
  label_lat: number;
}

type Boundaries = Topology<{
  regions: GeometryCollection<{ iso: string }>;
  neighbours: GeometryCollection<Neighbour>;
  district: ArcMultiPolygon;
}>;

type Area<P> = Feature<Polygon | MultiPolygon, P>;

const boundaries = JSON.parse(
  readFileSync(new URL('../../../geodata/vfd/boundaries.topo.json', import.meta.url), 'utf8')
) as Boundaries;

const regions = feature(boundaries, boundaries.objects.regions) as FeatureCollection<MultiPolygon, { iso: string }>;
const neighbours = feature(boundaries, boundaries.objects.neighbours) as FeatureCollection<
  Polygon | MultiPolygon,
  Neighbour
>;
const district = feature(boundaries, boundaries.objects.district) as Feature<MultiPolygon>;

/** Thousand km²; Rosstat, area of the territory of the constituent entities. */
const OFFICIAL_AREA: Record<string, number> = {
  'RU-BA': 142.9, 'RU-ME': 23.4, 'RU-MO': 26.1, 'RU-TA': 67.8, 'RU-UD': 42.1, 'RU-CU': 18.3, 'RU-PER': 160.2,
  'RU-KIR': 120.4, 'RU-NIZ': 76.6, 'RU-ORE': 123.7, 'RU-PNZ': 43.4, 'RU-SAM': 53.6, 'RU-SAR': 101.2, 'RU-ULY': 37.2
};

/** m² in a thousand km². */
const THOUSAND_KM2 = 1e9;

const polygonsOf = (unit: Area<unknown>): Position[][][] =>
  unit.geometry.type === 'Polygon' ? [unit.geometry.coordinates] : unit.geometry.coordinates;

const at = (units: Area<{ iso: string }>[], point: Position): string[] =>
  units.filter((unit) => booleanPointInPolygon(point, unit)).map((unit) => unit.properties.iso);

/** The units on either side of each arc, one entry for each time a ring runs along it. */
function usesOfArcs(): { regions: number; neighbours: number }[] {
  const uses = boundaries.arcs.map(() => ({ regions: 0, neighbours: 0 }));
  for (const side of ['regions', 'neighbours'] as const) {
    for (const geometry of boundaries.objects[side].geometries) {
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw new Error(`unexpected ${geometry.type}`);
      for (const arc of (geometry.arcs as number[][] | number[][][]).flat(2) as number[]) {
        const use = uses[arc < 0 ? ~arc : arc];
        if (!use) throw new Error(`no arc ${arc}`);
        use[side] += 1;
      }
    }
  }
  return uses;
}

describe('units', () => {
  it('are the 14 regions of the district and the 15 units around them', () => {
    expect(regions.features.map(({ properties }) => properties.iso).sort()).toEqual(Object.keys(OFFICIAL_AREA).sort());
    expect(new Set(neighbours.features.map(({ properties }) => properties.iso)).size).toBe(15);
  });

  it('name every neighbour in two languages, with a label inside it', () => {
    for (const neighbour of neighbours.features) {
      const { name_en, name_ru, country, label_lon, label_lat } = neighbour.properties;
      expect(name_en).toMatch(/^[A-Z][A-Za-z ]+$/);
      expect(name_ru).toMatch(/^[А-ЯЁ][А-Яа-яё -]+$/);
      expect(['RU', 'KZ']).toContain(country);
      expect(booleanPointInPolygon([label_lon, label_lat], neighbour), name_en).toBe(true);
    }
  });
});

describe('rings', () => {
  const units: [string, Area<unknown>][] = [
    ...[...regions.features, ...neighbours.features].map(
      (unit): [string, Area<unknown>] => [unit.properties.iso, unit]
    ),
    ['district', district]
  ];

  it.each(units)('of %s are closed, do not cross themselves and wind as RFC 7946 says', (_, unit) => {
    for (const rings of polygonsOf(unit)) {
      rings.forEach((ring, i) => {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(kinks(polygon([ring])).features).toEqual([]);
        expect(booleanClockwise(ring)).toBe(i > 0);
      });
    }
  });
});

describe('topology', () => {
  it('draws every border once: no edge belongs to two arcs', () => {
    const edges = boundaries.arcs.flatMap((_, i) => {
      const { coordinates } = (feature(boundaries, { type: 'LineString', arcs: [i] }) as Feature<{
        type: 'LineString';
        coordinates: Position[];
      }>).geometry;
      return coordinates.slice(1).map((point, k) => [String(coordinates[k]), String(point)].sort().join(' '));
    });
    expect(new Set(edges).size).toBe(edges.length);
  });

  it('has two units on every border of a region, and one or two on any other arc', () => {
    for (const use of usesOfArcs()) {
      if (use.regions > 0) expect(use.regions + use.neighbours).toBe(2);
      else expect([1, 2]).toContain(use.neighbours);
    }
  });

  it('outlines the district with just the arcs between a region and a neighbour', () => {
    const outer = usesOfArcs().flatMap((use, arc) => (use.regions === 1 && use.neighbours === 1 ? [arc] : []));
    const drawn = boundaries.objects.district.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc));
    expect(drawn.sort((a, b) => a - b)).toEqual(outer);
  });

  it('has neither gaps nor overlaps: the regions add up to the district', () => {
    const sum = regions.features.reduce((total, region) => total + area(region), 0);
    expect(Math.abs(sum / area(district) - 1)).toBeLessThan(1e-6);
  });

  it('has one hole, the exclave of Ryazan Oblast in Mordovia', () => {
    expect(district.geometry.coordinates.length).toBe(1);
    const [, ...holes] = district.geometry.coordinates[0] ?? [];
    expect(holes.length).toBe(1);
    const [west, south, east, north] = bbox(polygon(holes));
    const middle = [(west + east) / 2, (south + north) / 2];
    expect(at(neighbours.features, middle)).toEqual(['RU-RYA']);
  });

  it('keeps the exclaves of Samara and Ulyanovsk inside their hosts', () => {
    const parts = Object.fromEntries(
      regions.features.map((region) => [region.properties.iso, polygonsOf(region).map((rings) => rings.length)])
    );
    const exclaves = Object.entries(parts).filter(([, rings]) => rings.length > 1);
    const hosts = Object.entries(parts).filter(([, rings]) => rings.some((count) => count > 1));
    expect(exclaves.map(([iso]) => iso).sort()).toEqual(['RU-SAM', 'RU-ULY']);
    expect(hosts.map(([iso]) => iso).sort()).toEqual(['RU-MO', 'RU-ORE', 'RU-TA']);
  });
});

describe('areas', () => {
  // Turf measures on a sphere, which at these latitudes falls 0.3–0.6 % short of the ellipsoid.
  it.each(Object.entries(OFFICIAL_AREA))('of %s lies within 1.2 per cent of the official %s thousand km²', (iso, official) => {
    const region = regions.features.find(({ properties }) => properties.iso === iso);
    expect(region).toBeDefined();
    const measured = area(region as Feature<MultiPolygon>) / THOUSAND_KM2;
    expect(Math.abs(measured / official - 1)).toBeLessThan(0.012);
  });
});

describe('Sokolsky district', () => {
  it('belongs to Nizhny Novgorod Oblast and to no other unit', () => {
    expect(at([...regions.features, ...neighbours.features], [43.16, 57.14])).toEqual(['RU-NIZ']);
  });

  it('leaves the west bank of the Gorky Reservoir in Ivanovo Oblast', () => {
    expect(at([...regions.features, ...neighbours.features], [42.9, 57.1])).toEqual(['RU-IVA']);
  });
});
