/** The regions as points of the potential–dynamics matrix. */
import type { I18n } from '../../i18n';
import type { GroupId } from '../../pack';
import type { Shown } from '../shown';

export interface MatrixPoint {
  readonly code: string;
  readonly name: string;
  /** Potential and dynamics, 0–1. */
  readonly x: number;
  readonly y: number;
  readonly group: GroupId;
  readonly spoken: string;
}

/** Regions without a group are left out: they have no place in the plane. */
export function matrixPoints({ regions, scores, pack }: Shown, i18n: I18n): readonly MatrixPoint[] {
  const { t } = i18n;
  return regions.flatMap((region, u): MatrixPoint[] => {
    const group = scores.matrix.group[u];
    if (!group) return [];
    const [x, y] = [scores.potential.index[u] ?? NaN, scores.dynamics.index[u] ?? NaN];
    const name = i18n.text(region.short);
    const groupName = i18n.text(pack.method.matrix.groups.find((g) => g.id === group)?.name ?? null);
    return [{ code: region.code, name, x, y, group, spoken: `${name}: ${groupName}; ${t.matrix.potential} ${i18n.number(x, 2)}, ${t.matrix.dynamics} ${i18n.number(y, 2)}` }];
  });
}
