/** Which regions touch. */
import { neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Properties } from './features';

/**
 * Pairs of features that share a stretch of border (an arc of the topology; touching in a point is not enough), as
 * positions in `codes`. Features of one code are one place, so an exclave brings its neighbours with it.
 */
export function borderPairs(topology: Topology, object: string, codes: readonly string[]): readonly (readonly [number, number])[] {
  const collection = topology.objects[object] as GeometryCollection<Properties> | undefined;
  const shapes = collection?.geometries ?? [];
  const place = shapes.map((shape) => codes.indexOf(String((shape.properties as Properties | undefined)?.['iso'] ?? '')));
  const pairs = new Map<string, readonly [number, number]>();
  neighbors(shapes).forEach((touched, s) => {
    for (const other of touched) {
      const [i, j] = [place[s] ?? -1, place[other] ?? -1];
      if (i >= 0 && i < j) pairs.set(`${i} ${j}`, [i, j]);
    }
  });
  return [...pairs.values()].sort(([a, b], [c, d]) => a - c || b - d);
}
