/**
 * One model of a design, compiled: from a point to scores in loops over flat arrays. Agrees with the engine's
 * steps, which stay the definition of each method (`tests/unit/composite/kernel`).
 */
import { optionAt, type Design } from '../uncertainty/design';
import type { Model } from '../uncertainty/model';
import { changesWeights, weightRule } from '../uncertainty/weights';
import { aggregator, childrenScratch } from './aggregateAt';
import { choicesOf } from './choices';
import { hasGap } from './columns';
import { ruleOf, type Rule } from './rules';
import { flatTree, prune } from './tree';
import { variants } from './variants';

/** Writes the score of each unit at a point. */
export type Scorer = (point: Float64Array, out: Float64Array) => void;

/** @param m number of the model, which keys its weights @throws RangeError for parameters of a method that cannot be */
export function scorer(model: Model, m: number, design: Design, cache: boolean): Scorer {
  const { structure } = model;
  const n = model.units.length;
  const whole = flatTree(structure);
  const choices = choicesOf(model, design);
  const shared = variants(model, choices, cache);
  const rules = choices.aggregation.map(ruleOf);
  const nominal = structure.nodes.map(({ id, level }) => ruleOf(model.base.aggregationOf?.get(id) ?? atLevel(model.base.aggregation, level) ?? { aggregate: 'arithmetic' }));
  const limits = Float64Array.from(structure.nodes, ({ id, level }) => model.base.limitOf?.get(id) ?? atLevel(model.base.limit ?? 0, level) ?? 0);
  const byWeights = model.base.limitBy === 'weights';
  const trees = choices.omitted.map((id) => prune(whole, id === null ? -1 : (model.place.get(id) ?? -1)));

  const weight = new Float64Array(whole.nodes);
  const weigh = weightRule(model, m, design);
  const varies = design.factors.some(changesWeights);
  const noChoice = new Float64Array(design.factors.length);
  weigh(noChoice, weight);

  const scores = new Float64Array(whole.nodes * n);
  const gaps = new Uint8Array(whole.nodes);
  const most = Math.max(1, ...whole.children.map((list) => list.length));
  const children = childrenScratch(most);
  const aggregate = aggregator(n, most);
  /** Place of the rule that a level takes, −1 for the nominal ones of its nodes. */
  const ruleAt = new Int32Array(structure.levels + 1);

  return (point, out) => {
    let imputation = 0;
    let treatment = 0;
    let normalisation = 0;
    let omitted = 0;
    ruleAt.fill(-1);
    for (let f = 0; f < choices.factors.length; f++) {
      const factor = choices.factors[f];
      if (!factor || factor.places.length === 0) continue;
      const place = factor.places[optionAt(point[f] ?? NaN, factor.places.length)] ?? 0;
      if (factor.kind === 'imputation') imputation = place;
      else if (factor.kind === 'treatment') treatment = place;
      else if (factor.kind === 'normalisation') normalisation = place;
      else if (factor.kind === 'omit') omitted = place;
      else for (let level = 2; level < ruleAt.length; level++) if (factor.level === 0 || factor.level === level) ruleAt[level] = place;
    }
    const tree = trees[omitted];
    if (!tree) return void out.fill(NaN);
    if (varies) weigh(point, weight);
    const variant = shared.get(imputation, treatment, normalisation);
    for (let i = 0; i < tree.order.length; i++) {
      const node = tree.order[i] ?? 0;
      const chosen = ruleAt[tree.level[node] ?? 0] ?? -1;
      const rule = (chosen < 0 ? nominal[node] : rules[chosen]) ?? MEAN;
      const own = tree.children[node] ?? noChildren;
      const leaves = tree.level[node] === 2;
      children.count = own.length;
      children.values = leaves ? variant.values : scores;
      children.logs = leaves && rule.by === 'mean' && rule.of === 'ln x' ? shared.logs(variant) : null;
      let gap = false;
      for (let j = 0; j < own.length; j++) {
        const child = own[j] ?? 0;
        const at = leaves ? (tree.indicator[child] ?? 0) : child;
        children.at[j] = at * n;
        children.weight[j] = weight[child] ?? NaN;
        children.gaps[j] = (leaves ? variant.gaps[at] : gaps[at]) ?? 1;
        if (children.gaps[j] === 1) gap = true;
      }
      aggregate(children, rule, gap || byWeights ? (limits[node] ?? 0) : 0, byWeights, scores, node * n);
      gaps[node] = hasGap(scores, node * n, n);
    }
    const alone = tree.order.length === 0;
    const from = alone ? variant.values : scores;
    const at = (alone ? (tree.indicator[tree.root] ?? 0) : tree.root) * n;
    for (let u = 0; u < n; u++) out[u] = from[at + u] ?? NaN;
  };
}

const MEAN: Rule = { by: 'mean', of: 'x' };
const noChildren = new Int32Array(0);

/** Of one thing for all levels, or a list from level 2. */
const atLevel = <T>(given: T | readonly T[], level: number): T | undefined => (Array.isArray(given) ? (given as readonly T[])[level - 2] : (given as T));
