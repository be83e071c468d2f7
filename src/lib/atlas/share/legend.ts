/** The legend as data: what each colour of the still picture means. */
import type { I18n } from '../../i18n';
import type { TierId } from '../../pack';
import { printShort } from '../labels';
import type { Shown } from '../shown';

export interface LegendEntry {
  /** Token of a colour, or `hatch` where nothing is known. */
  readonly fill: string;
  /** An arrow of its own colour, or one that is only its outline. */
  readonly mark: 'area' | 'arrow' | 'hollow';
  readonly text: string;
}

export interface PictureLegend {
  readonly entries: readonly LegendEntry[];
  readonly notes: readonly string[];
}

const TIERS: readonly TierId[] = ['low', 'average', 'leading'];

export function pictureLegend(shown: Shown, i18n: I18n): PictureLegend {
  if (shown.view.mode === 'chains') return ofChains(shown, i18n);
  return shown.view.mode === 'matrix' ? ofMatrix(shown, i18n) : ofMeasure(shown, i18n);
}

function ofMeasure({ choropleth, pack, view }: Shown, i18n: I18n): PictureLegend {
  const { t, text } = i18n;
  const { classes, measure } = choropleth;
  const limit = (c: number) => printShort(i18n, measure, classes.limits[c] ?? NaN);
  const entries = classes.steps.map((step, c): LegendEntry => {
    const tier = TIERS[c];
    return { fill: `potential-${step}`, mark: 'area', text: classes.kind === 'tiers' && tier ? text(pack.method.tiers.names[tier]) : `${limit(c)}–${limit(c + 1)}` };
  });
  const older = [...new Set(choropleth.years)].filter((y) => y > 0 && y !== view.year);
  return {
    entries: [...entries, ...(choropleth.missing > 0 ? [missing(`${t.legend.missing}: ${choropleth.missing}`)] : [])],
    notes: [classes.kind === 'tiers' ? t.legend.tiers : classes.kind === 'steps' ? t.legend.steps : t.legend.natural, ...older.map((year) => t.legend.olderYear(year))]
  };
}

function ofMatrix({ pack, scores }: Shown, i18n: I18n): PictureLegend {
  const none = scores.matrix.group.filter((g) => g === null).length;
  return {
    entries: [
      ...pack.method.matrix.groups.map((g): LegendEntry => ({ fill: `group-${g.id}`, mark: 'area', text: i18n.text(g.name) })),
      ...(none > 0 ? [missing(`${i18n.t.legend.missing}: ${none}`)] : [])
    ],
    notes: []
  };
}

function ofChains({ pack, view, scene }: Shown, i18n: I18n): PictureLegend {
  const { t, text } = i18n;
  const clusters = pack.clusters.flatMap((c, i): LegendEntry[] => (view.clusters.includes(c.id) ? [{ fill: `cluster-${i % 4}`, mark: 'arrow', text: text(c.name) }] : []));
  const unsure = view.evidence.filter((level) => level !== 'documented').map((level) => t.chains[level]);
  const colour = clusters[0]?.fill ?? 'cluster-0';
  return {
    entries: [...clusters, { fill: colour, mark: 'hollow', text: [...unsure, t.chains.unnamed, t.chains.past].join('; ') }],
    notes: [`${t.chains.direction}.`, ...(view.width === 'modelled' ? [t.chains.modelledWidth] : []), ...(scene.outside > 0 ? [`${t.chains.outsideLinks(scene.outside)}.`] : [])]
  };
}

const missing = (text: string): LegendEntry => ({ fill: 'hatch', mark: 'area', text });
