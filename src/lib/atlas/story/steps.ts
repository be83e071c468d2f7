/** The eight steps of the story, each a view of the explorer, so that a reader can stop and go on alone. */
import type { Pack } from '../../pack';
import { order } from '../../composite';
import { scores } from '../scores';
import { defaultView, formatView, MAX_REGIONS, type View } from '../view';
import { amountOf, type StoryFacts } from './facts';

export const STORY = ['concentration', 'polarisation', 'growth', 'matrix', 'chains', 'weak', 'integration', 'doubt'] as const;
export type StoryId = (typeof STORY)[number];

export interface StoryStep {
  readonly id: StoryId;
  readonly view: View;
  /** Address of the view, without the question mark. */
  readonly query: string;
}

export function storySteps(pack: Pack, facts: StoryFacts): readonly StoryStep[] {
  return STORY.map((id) => {
    const view = { ...defaultView(pack), ...change(id, pack, facts) };
    return { id, view, query: formatView(view, pack) };
  });
}

function change(id: StoryId, pack: Pack, facts: StoryFacts): Partial<View> {
  const clusters = pack.clusters.map((c) => c.id);
  switch (id) {
    case 'concentration':
      return { measure: amountOf(pack) ?? 'index', regions: facts.leaders.map((a) => a.code).slice(0, MAX_REGIONS) };
    case 'polarisation':
      return { classes: 'tiers' };
    case 'growth':
      return { mode: 'matrix', regions: fastest(pack, facts) };
    case 'matrix':
      return { mode: 'matrix' };
    case 'chains':
      return { mode: 'chains', clusters };
    case 'weak': {
      const worst = [...facts.weak].sort((a, b) => (b.point?.stops ?? 0) - (a.point?.stops ?? 0))[0];
      const region = worst?.point?.region;
      return { mode: 'chains', clusters: worst ? [worst.id] : clusters, evidence: ['documented', 'plausible'], regions: region ? [region] : [] };
    }
    case 'integration':
      return { mode: 'chains', clusters, evidence: ['documented', 'plausible'], side: 'out', regions: facts.lagging.slice(0, MAX_REGIONS) };
    case 'doubt':
      return { classes: 'tiers', confidence: true };
  }
}

/** Regions of low potential that grow fastest, as many as can be picked. */
function fastest(pack: Pack, facts: StoryFacts): readonly string[] {
  const { dynamics } = scores(pack, facts.year, pack.method.normalisation.goalposts);
  const growing = new Set(facts.groups.find((g) => g.id === 'catch-up')?.members.map((a) => a.code) ?? []);
  const codes = pack.areas.filter((a) => a.kind === 'region').map((a) => a.code);
  return order(dynamics.index).flatMap((u) => (growing.has(codes[u] ?? '') ? [codes[u] as string] : [])).slice(0, MAX_REGIONS);
}
