/* The method file: COINr's words give what COINr's formulas give, ours give the same, and faults are told by path. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runPipeline, type StageName } from '../../../src/lib/composite';
import { readIndex } from '../../../src/lib/composite/read';

const file = (folder: string, name: string) => readFileSync(new URL(`../../fixtures/${folder}/${name}`, import.meta.url), 'utf8');
const read = (method: object, folder = 'harbours', meta = file(folder, 'iMeta.csv')) =>
  readIndex({ data: { file: 'iData.csv', text: file(folder, 'iData.csv') }, meta: { file: 'iMeta.csv', text: meta }, method: { file: 'method.json', text: JSON.stringify(method) } });
const run = (method: object, stage: StageName, folder?: string, meta?: string) => {
  const { index, faults } = read(method, folder, meta);
  if (!index) throw new Error(JSON.stringify(faults));
  return Object.fromEntries(Array.from(runPipeline(index.input, index.method).stages.get(stage)!.table.columns, ([id, v]) => [id, [...v]]));
};
const told = (method: object) => read(method).faults.map((f) => `${f.column ?? '-'}: ${f.value ?? '-'} → ${f.expected}`);

/* Raw columns of the fixture, turned by their direction as COINr hands them to its functions. */
const raw = run({ denominate: false }, 'raw');
const turn = { Delay: -1, Spills: -1 } as Record<string, number>;
const x = Object.fromEntries(Object.entries(raw).map(([id, v]) => [id, v.map((y) => y * (turn[id] ?? 1))]));
const there = (v: number[]) => v.filter((y) => !Number.isNaN(y));
const by = (f: (v: number[], id: string) => number[]) => Object.fromEntries(Object.entries(x).map(([id, v]) => [id, f(v, id)]));
const agree = (a: Record<string, number[]>, b: Record<string, number[]>) => {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  for (const [id, v] of Object.entries(b)) v.forEach((y, u) => (Number.isNaN(y) ? expect(a[id]![u]).toBeNaN() : expect(a[id]![u], id).toBeCloseTo(y, 10)));
};
const [min, max, mean] = [(v: number[]) => Math.min(...there(v)), (v: number[]) => Math.max(...there(v)), (v: number[]) => there(v).reduce((a, b) => a + b, 0) / there(v).length];
const sd = (v: number[]) => Math.sqrt(there(v).reduce((s, y) => s + (y - mean(v)) ** 2, 0) / (there(v).length - 1));
const rank = (v: number[]) => v.map((y) => (Number.isNaN(y) ? NaN : 1 + there(v).filter((o) => o < y).length));
const clip = (y: number) => Math.min(1, Math.max(0, y));

describe('Normalise of COINr, by the formulas of its source', () => {
  const one = (f_n: string, f_n_para?: object) => run({ denominate: false, Normalise: { global_specs: { f_n, ...(f_n_para ? { f_n_para } : {}) } } }, 'normalised');
  it('n_minmax, n_zscore, n_rank, n_borda, n_prank, n_fracmax, n_dist2max', () => {
    agree(one('n_minmax', { l_u: [1, 10] }), by((v) => v.map((y) => ((y - min(v)) / (max(v) - min(v))) * 9 + 1)));
    agree(one('n_minmax'), by((v) => v.map((y) => ((y - min(v)) / (max(v) - min(v))) * 100)));
    agree(one('n_zscore', { m_sd: [10, 2] }), by((v) => v.map((y) => ((y - mean(v)) / sd(v)) * 2 + 10)));
    agree(one('n_rank'), by(rank));
    agree(one('n_borda'), by((v) => rank(v).map((r) => r - 1)));
    agree(one('n_prank'), by((v) => rank(v).map((r) => (r - 1) / (there(v).length - 1))));
    // The greatest of −Spills is −0, which has no fraction: missing here, infinite there.
    agree(one('n_fracmax'), by((v, id) => (id === 'Spills' ? v.map(() => NaN) : v.map((y) => y / max(v)))));
    agree(one('n_dist2max'), by((v) => v.map((y) => 1 - (max(v) - y) / (max(v) - min(v)))));
  });
  it('n_scaled, n_goalposts and n_dist2targ take parameters of the turned column', () => {
    const posts = (lo: number, hi: number) => (v: number[]) => v.map((y) => (Number.isNaN(y) ? NaN : (y - lo) / (hi - lo)));
    agree(one('n_scaled', { npara: [-10, 50], scale_factor: 5 }), by((v) => posts(-10, 50)(v).map((s) => s * 5)));
    agree(one('n_goalposts', { gposts: [-5, 20, 2] }), by((v) => posts(-5, 20)(v).map((s) => clip(s) * 2)));
    agree(one('n_goalposts', { gposts: [-5, 20, 2], trunc2posts: false }), by((v) => posts(-5, 20)(v).map((s) => s * 2)));
    agree(one('n_goalposts', { gposts: [-5, 20, 1], direction: -1 }), by((v) => v.map((y) => (Number.isNaN(y) ? NaN : clip((y - 20) / (-5 - 20))))));
    agree(one('n_dist2targ', { targ: 60, cap_max: true }), by((v) => v.map((y) => Math.min(1, (y - min(v)) / (60 - min(v))))));
    agree(one('n_dist2targ', { targ: -100, direction: -1 }), by((v) => v.map((y) => (max(v) - y) / (max(v) + 100))));
  });
  it('n_dist2ref counts units in the order of their codes; ties take the places asked for', () => {
    agree(one('n_dist2ref', { iref: 5 }), by((v) => v.map((y) => 1 - (v[4]! - y) / (v[4]! - min(v)))));
    const tied = run({ denominate: false, Normalise: { f_n: 'n_rank', f_n_para: { 'ties.method': 'max' } } }, 'normalised');
    agree(tied, by((v) => v.map((y) => (Number.isNaN(y) ? NaN : there(v).filter((o) => o <= y).length))));
  });
  it('parameters in iMeta, in the unit of the indicator', () => {
    const columns = 'minmax_lower,minmax_upper,goalpost_lower,goalpost_upper,goalpost_scale,goalpost_trunc2posts,dist2targ_cap_max';
    const meta = file('harbours', 'iMeta.csv').trim().split('\n').map((line, i) => `${line},${i === 0 ? columns : '2,4,0,25,10,TRUE,TRUE'}`).join('\n');
    const use = (f_n: string) => run({ denominate: false, Normalise: { global_specs: { f_n, f_n_para: 'use_iMeta' } } }, 'normalised', 'harbours', meta);
    agree(use('n_minmax'), by((v) => v.map((y) => ((y - min(v)) / (max(v) - min(v))) * 2 + 2)));
    agree(use('n_goalposts'), by((v, id) => v.map((y) => (Number.isNaN(y) ? NaN : clip(turn[id] ? (25 + y) / 25 : y / 25) * 10))));
    const target: Record<string, number> = { Berths: 3, Cranes: 20, Depth: 15, Delay: -5, Spills: 0, Kelp: 60 };
    agree(use('n_dist2targ'), by((v, id) => v.map((y) => Math.min(1, (y - min(v)) / (target[id]! - min(v))))));
  });
  it('indiv_specs and directions come first', () => {
    const mixed = run({ denominate: false, Normalise: { global_specs: { f_n: 'n_borda' }, indiv_specs: { Kelp: { f_n: 'n_minmax', f_n_para: { l_u: [0, 1] } } }, directions: [{ iCode: 'Delay', Direction: 1 }] } }, 'normalised');
    expect(mixed['Kelp']![4]).toBeCloseTo(0.25, 12);
    expect(mixed['Delay']).toEqual(rank(raw['Delay']!).map((r) => r - 1));
    expect(mixed['Spills']).toEqual(rank(x['Spills']!).map((r) => r - 1));
  });
});

describe('the other steps of COINr in their own words are ours', () => {
  it.each<[string, object, object, StageName, string?]>([
    ['nothing said is everything usual', {}, { normalise: { method: 'minMax', range: [0, 100] }, aggregate: 'arithmetic', weigh: 'own', denominate: true }, 'aggregated'],
    ['Impute by group', { Impute: { f_i: 'i_median_grp', use_group: 'Coast' } }, { impute: { method: 'median', group: 'Coast' } }, 'imputed'],
    ['Impute by default', { Impute: { f_i: 'i_mean' } }, { impute: 'mean' }, 'imputed'],
    ['Impute by row', { Impute: { f_i: 'i_mean', impute_by: 'row', group_level: 2 } }, { impute: { method: 'rowMean', level: 2 } }, 'imputed'],
    ['Impute switched off', { Impute: { f_i: 'i_mean', disable: true } }, { impute: 'none' }, 'imputed'],
    ['impute_panel', { Impute: { f_i: 'impute_panel', f_i_para: { imp_type: 'latest', max_time: 1 } } }, { impute: { method: 'latest', maxTimes: 1 } }, 'imputed', 'harbours-panel'],
    ['impute_panel between', { Impute: { f_i: 'impute_panel', f_i_para: { imp_type: 'linear-constant' } } }, { impute: 'linear' }, 'imputed', 'harbours-panel'],
    ['Screen', { Screen: { unit_screen: 'byNAandzeros', dat_thresh: 0.6, nonzero_thresh: 0.9 } }, { screen: { by: 'both', present: 0.6, nonZero: 0.9 } }, 'screened'],
    ['Screen with force', { Screen: { unit_screen: 'byNA', dat_thresh: 0.9, Force: { uCode: ['DU', 'AV'], Include: [true, false] } } }, { screen: { present: 0.9, keep: ['DU'], remove: ['AV'] } }, 'screened'],
    ['Denominate', { Denominate: { denomby: [{ iCode: 'Cranes', Denominator: 'Pop', ScaleFactor: 10 }] } }, { denominate: { Cranes: { by: 'Pop', scale: 10 } } }, 'denominated'],
    ['Treat', { Treat: { global_specs: { f1_para: { winmax: 1, skew_thresh: 0.5, kurt_thresh: 0.5 }, f_pass_para: { skew_thresh: 0.5, kurt_thresh: 0.5 } } } }, { treat: { maxPoints: 1, skew: 0.5, kurt: 0.5 } }, 'treated'],
    ['Treat as qTreat', { Treat: { winmax: 1, skew_thresh: 0.5, kurt_thresh: 0.5, f2: 'log_CT_orig' } }, { treat: { maxPoints: 1, skew: 0.5, kurt: 0.5, then: 'coinLogShift1' } }, 'treated'],
    ['Treat with a Box–Cox first', { Treat: { global_specs: { f1: 'boxcox', f1_para: { lambda: 0.5 }, f2: null, f_pass_para: { skew_thresh: 0.1, kurt_thresh: -3 } } } }, { treat: { first: { transform: 'boxCox', lambda: 0.5, shift: 'always' }, then: null, test: { skew: 0.1, kurt: -3 } } }, 'treated'],
    ['Treat of one indicator', { Treat: { global_specs: { f1_para: { winmax: 2 }, f_pass_para: { skew_thresh: 0.1, kurt_thresh: -3 } }, indiv_specs: { Kelp: 'none', Depth: { f1: 'log_CT', f2: null, f_pass_para: { skew_thresh: 0.1, kurt_thresh: -3 } } } } }, { treat: { maxPoints: 2, test: { skew: 0.1, kurt: -3 }, of: { Kelp: 'none', Depth: { first: 'coinLog', then: null } } } }, 'treated'],
    ['Aggregate by level', { Normalise: { f_n: 'n_minmax', f_n_para: [[1, 100]] }, Aggregate: { f_ag: ['a_amean', 'a_gmean'], dat_thresh: [0.5, 1] } }, { normalise: { range: [1, 100] }, aggregate: { levels: ['arithmetic', 'geometric'], limit: [0.5, 1] } }, 'aggregated'],
    ['Aggregate a_genmean', { Aggregate: { f_ag: 'a_genmean', f_ag_para: { p: 2 } } }, { aggregate: { method: 'power', exponent: 2 } }, 'aggregated'],
    ['Aggregate a_copeland', { Aggregate: { f_ag: ['a_amean', 'a_copeland'], by_df: [false, true] } }, { aggregate: ['arithmetic', { method: 'copeland', score: 'wins' }] }, 'aggregated'],
    ['equal weights', { Aggregate: { f_ag: 'a_amean', w: 'none' } }, { weigh: 'equal' }, 'aggregated'],
    ['weights by level', { Aggregate: { w: ['none', { iCode: ['Capacity', 'Service', 'Nature'], Weight: [1, 2, 3] }] } }, { weigh: { levels: ['equal', { method: 'given', weights: { Capacity: 1, Service: 2, Nature: 3 } }] } }, 'aggregated'],
    ['a data frame of weights', { Aggregate: { w: [{ iCode: 'Depth', Weight: 5 }] } }, { weigh: { method: 'given', weights: { Depth: 5 } } }, 'aggregated'],
    ['exclude', { exclude: ['Delay'] }, { leaveOut: ['Service'] }, 'aggregated'],
    ['values in lists of one, as jsonlite writes them', { Screen: { unit_screen: ['byNA'], dat_thresh: [0.9] }, Normalise: { global_specs: { f_n: ['n_zscore'], f_n_para: { m_sd: [0, 1] } } }, Aggregate: { f_ag: ['a_amean'] } }, { screen: { present: 0.9 }, normalise: 'zScore' }, 'aggregated']
  ])('%s', (_, theirs, ours, stage, folder) => {
    agree(run(theirs, stage, folder), run(ours, stage, folder));
  });
  it('and they do something', () => {
    expect(run({ Screen: { unit_screen: 'byNA', dat_thresh: 0.9 } }, 'screened')['Depth']).toEqual([14, 9, 11]);
    expect(run({ Impute: { f_i: 'i_mean_grp', use_group: 'Coast' } }, 'imputed')['Cranes']![5]).toBe(8);
    expect(run({ Treat: { global_specs: { f1_para: { winmax: 1 }, f_pass_para: { skew_thresh: 0.1, kurt_thresh: -3 } } } }, 'treated')['Depth']).not.toEqual(raw['Depth']);
  });
});

describe('faults of a method are told by path, all at once', () => {
  it('names, numbers and codes', () => {
    expect(told({ normalize: 'minMax', screen: { presnt: 0.9 }, impute: { method: 'guess' }, treat: { of: { Quay: 'none' } }, aggregate: { method: 'power' }, weigh: { method: 'given', weights: { Depth: -1 } } })).toEqual([
      expect.stringMatching(/^normalize: - → one of the parts structure, leaveOut/),
      expect.stringMatching(/^aggregate.exponent: - → this field is missing/),
      expect.stringMatching(/^weigh.weights.Depth: -1 → /),
      expect.stringMatching(/^impute.method: guess → .*"rowMean"/),
      expect.stringMatching(/^screen.presnt: .* → one of the fields by, present, nonZero/),
      expect.stringMatching(/^treat.of.Quay: Quay → the code of an indicator/)
    ]);
  });
  it.each<[object, RegExp]>([
    [{ normalise: { range: [100, 0] } }, /normalise.range: .* a range from low to high/],
    [{ normalise: { method: 'distanceToReference', unit: 'XX' } }, /normalise.unit: XX → a unit of the data/],
    [{ normalise: { method: 'goalposts' } }, /normalise: - → goalposts lo and hi for Berths/],
    [{ aggregate: ['arithmetic'] }, /aggregate: 1 entries → one entry for each of the 2 levels/],
    [{ aggregate: { limit: 2 } }, /aggregate.limit: 2 → /],
    [{ aggregate: { of: { Depth: 'geometric' } } }, /aggregate.of.Depth: Depth → the code of a node above/],
    [{ weigh: { method: 'ahp', matrix: [[1]] } }, /weigh.matrix: 1 columns → one column for each of Berths, Cranes, Depth/],
    [{ impute: { method: 'mean', group: 'Sea' } }, /impute.group: Sea → a column of groups: Coast/],
    [{ order: ['impute', 'impute'] }, /order.1: impute → each step once/],
    [{ Screen: { unit_screen: 'byNA' }, screen: 'none' }, /screen: - → either Screen or screen, not both/],
    [{ Treat: { global_specs: { f1: 'windsorise' } } }, /Treat.global_specs.f1: windsorise → winsorise or one of log_CT/],
    [{ Treat: { global_specs: { f2: 'boxcox' } } }, /Treat.global_specs.f2_para.lambda: - → a number/],
    [{ Normalise: { f_n: 'n_max' } }, /Normalise.global_specs.f_n: n_max → one of n_minmax/],
    [{ Aggregate: { f_ag: 'a_mean' } }, /Aggregate.f_ag: a_mean → one of a_amean/],
    [{ Aggregate: { w: 'none' }, weigh: 'equal' }, /weigh: - → weights either here or as w/],
    [{ leaveOut: ['Quay'] }, /leaveOut.0: Quay → the code of a node/],
    [{ structure: { id: 'x', children: ['Depth'] } }, /structure: - → no structure here/],
    [{ uncertainty: { factors: [{ kind: 'weights', level: 9, noise: 0.2 }] } }, /uncertainty.factors.0.level: 9 → a level from 1 to 2/],
    [{ uncertainty: { factors: [{ kind: 'aggregation', options: ['arithmetic', 'modal'] }] } }, /uncertainty.factors.0.options.1.method: modal → /]
  ])('%j', (method, fault) => {
    const { index, faults } = read(method);
    expect(index).toBeNull();
    expect(faults.map((f) => `${f.column ?? '-'}: ${f.value ?? '-'} → ${f.expected}`).join('\n')).toMatch(fault);
  });
  it('text that is no JSON, or no object', () => {
    const broken = readIndex({ data: { file: 'd', text: 'uCode,x\nA,1\n' }, method: { file: 'method.json', text: '{"screen": }' } });
    expect(broken.faults[0]).toMatchObject({ file: 'method.json', expected: expect.stringContaining('line 1, column 12') as string });
    expect(told([] as object)).toEqual(['-: [] → an object with the parts of a method']);
  });
});

describe('structure in the method file', () => {
  const data = { file: 'd.csv', text: 'uCode,speed,price,size\nA,1,10,2\nB,3,30,5\nC,2,15,9\n' };
  const go = (method: object) => readIndex({ data, method: { file: 'm.json', text: JSON.stringify(method) } });
  it('as a tree', () => {
    const { index, faults } = go({ structure: { id: 'all', children: [{ id: 'drive', weight: 2, children: ['speed', { id: 'price', direction: -1, denominator: 'size' }] }, { id: 'rest', children: ['size'] }] } });
    expect(faults).toEqual([]);
    expect(index!.input.structure.nodes.map((n) => [n.id, n.parent, n.level, n.weight])).toEqual([['all', null, 3, 1], ['drive', 'all', 2, 2], ['speed', 'drive', 1, 1], ['price', 'drive', 1, 1], ['rest', 'all', 2, 1], ['size', 'rest', 1, 1]]);
    expect([...runPipeline(index!.input, index!.method).stages.get('denominated')!.table.columns.get('price')!]).toEqual([5, 6, 15 / 9]);
  });
  it('a plain matrix needs only directions', () => {
    const { index } = go({ directions: { price: -1 }, normalise: { range: [0, 1] } });
    expect([...runPipeline(index!.input, index!.method).stages.get('normalised')!.table.columns.get('price')!]).toEqual([1, 0, 0.75]);
  });
  it('faults of a tree', () => {
    expect(go({ structure: { id: 'all', children: [{ id: 'p', children: ['speed'] }, 'price'] } }).faults[0]?.expected).toMatch(/price at level 1 has parent all at level 3/);
    expect(go({ structure: { id: 'all', children: [{ id: 'speed', wieght: 2 }] } }).faults[0]?.column).toBe('structure.children.0');
    expect(go({ structure: { id: 'all', children: ['speed', 'height'] } }).faults[0]).toMatchObject({ file: 'd.csv', column: 'height' });
  });
});
