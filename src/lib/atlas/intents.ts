/** What a person can do, as functions from one view to the next. */
import type { RegionSide } from '../chains';
import type { Evidence, Pack } from '../pack';
import { applyChanges } from './lab/apply';
import type { Changes } from './lab/changes';
import { isMeasure } from './measures';
import { MAX_REGIONS, yearsOf, type Camera, type FlowWidth, type Mode, type Theme, type View } from './view';

/** Picks one region, or lets go of it when it alone was picked; `add` toggles it among several. */
export function pick(view: View, code: string, add: boolean): View {
  const has = view.regions.includes(code);
  if (add) {
    const regions = has ? view.regions.filter((c) => c !== code) : [...view.regions, code].slice(-MAX_REGIONS);
    return { ...view, regions };
  }
  return { ...view, regions: has && view.regions.length === 1 ? [] : [code] };
}

export function clearPicks(view: View): View {
  return { ...view, regions: [] };
}

export function setMode(pack: Pack, view: View, mode: Mode): View {
  return withYear(pack, { ...view, mode, layout: view.layout });
}

export function setMeasure(pack: Pack, view: View, measure: string): View {
  return withYear(pack, { ...view, measure, mode: 'potential', classes: measure === 'index' ? view.classes : 'steps' });
}

/** Years compare only on pooled goalposts, so moving through time turns them on for good. */
export function setYear(view: View, year: number): View {
  return { ...view, year, goalposts: 'pooled' };
}

export function resetScale(pack: Pack, view: View): View {
  return withYear(pack, { ...view, year: pack.method.targetYear, goalposts: pack.method.normalisation.goalposts });
}

export function setPooled(view: View): View {
  return { ...view, goalposts: 'pooled' };
}

export function setClasses(view: View, classes: View['classes']): View {
  return { ...view, classes };
}

export function setConfidence(view: View, confidence: boolean): View {
  return { ...view, confidence };
}

export function toggleCluster(pack: Pack, view: View, id: string): View {
  const has = view.clusters.includes(id);
  const chosen = has ? view.clusters.filter((c) => c !== id) : [...view.clusters, id];
  return { ...view, clusters: pack.clusters.map((c) => c.id).filter((c) => chosen.includes(c)) };
}

export function toggleEvidence(view: View, level: Evidence): View {
  const order: readonly Evidence[] = ['documented', 'plausible', 'proposed'];
  const has = view.evidence.includes(level);
  const chosen = has ? view.evidence.filter((e) => e !== level) : [...view.evidence, level];
  return { ...view, evidence: order.filter((e) => chosen.includes(e)) };
}

export function toggleStage(pack: Pack, view: View, id: string): View {
  return { ...view, stages: toggled(pack.stages.map((s) => s.id), view.stages, id) };
}

/** @param offered classes in the order they are shown */
export function toggleCommodity(offered: readonly string[], view: View, code: string): View {
  return { ...view, commodities: toggled(offered, view.commodities, code) };
}

export function setSide(view: View, side: RegionSide): View {
  return { ...view, side };
}

export function setWidth(view: View, width: FlowWidth): View {
  return { ...view, width };
}

export function setSurviving(view: View, surviving: boolean): View {
  return { ...view, surviving };
}

export function setMotion(view: View, motion: boolean): View {
  return { ...view, motion };
}

/** Ways over the years compare only on pooled goalposts, so showing all of them turns these on. */
export function setPaths(view: View, paths: boolean): View {
  return { ...view, paths, goalposts: paths ? 'pooled' : view.goalposts };
}

/** Every flow of the chosen clusters and evidence again. */
export function clearFlowFilters(view: View): View {
  return { ...view, stages: [], commodities: [], side: 'any', surviving: false };
}

function toggled(offered: readonly string[], chosen: readonly string[], id: string): readonly string[] {
  return offered.filter((o) => (o === id) !== chosen.includes(o));
}

export function showChainsOf(view: View, clusters: readonly string[], region: string): View {
  return { ...view, mode: 'chains', clusters, regions: [region], layout: 'map' };
}

export function setLab(view: View, lab: boolean): View {
  return { ...view, lab };
}

/** @param pack the pack as published; a measure or year that the scenario does not have gives way. */
export function setChanges(pack: Pack, view: View, changes: Changes): View {
  const changed = applyChanges(pack, changes);
  const measure = isMeasure(changed, view.measure) ? view.measure : 'index';
  return withYear(changed, { ...view, changes, measure });
}

export function setLayout(view: View, layout: View['layout']): View {
  return { ...view, layout };
}

export function setTheme(view: View, theme: Theme): View {
  return { ...view, theme };
}

export function setCamera(view: View, at: Camera | null): View {
  return { ...view, at };
}

/** Keeps the year where the new picture has it, else goes to the target year or the last one there is. */
function withYear(pack: Pack, view: View): View {
  const years = yearsOf(pack, view);
  if (years.includes(view.year)) return view;
  const { targetYear } = pack.method;
  const year = years.includes(targetYear) ? targetYear : (years.at(-1) ?? targetYear);
  return { ...view, year, goalposts: year === targetYear ? view.goalposts : 'pooled' };
}
