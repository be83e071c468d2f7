/* Every kind of fault, each made by one edit of the fictitious pack: it is told at its place, alone, and stops the pack. */
import { describe, expect, it } from 'vitest';
import { formatFaults, type Fault } from '../../../src/lib/pack';
import { readPack } from '../../../src/lib/pack/read';
import { broken, edit, faultsOf, lagoon, place, without, type Edit } from './packs';

/** [what is wrong, the edit, where it is told as file:row:column:value, words of what is expected at the first of them] */
const KINDS: readonly (readonly [string, Edit, string | readonly string[], RegExp])[] = [
  ['a key that stands twice', edit('observations.csv', /$/, 'XX-AL,boats,2030,120,t2,\n'), 'observations.csv:112:REF_AREA, INDICATOR, TIME_PERIOD:XX-AL, boats, 2030', /not stand in row 2 already/],
  ['an area nobody knows', edit('observations.csv', 'XX-AL,boats,2030,', 'XX-ZZ,boats,2030,'), 'observations.csv:2:REF_AREA:XX-ZZ', /a code of regions\.csv/],
  ['an indicator nobody knows', edit('observations.csv', 'XX-AL,boats,2030,', 'XX-AL,boots,2030,'), 'observations.csv:2:INDICATOR:boots', /of indicators\.csv/],
  ['a source nobody knows', edit('observations.csv', 'XX-AL,boats,2030,120,t2', 'XX-AL,boats,2030,120,t9'), 'observations.csv:2:SOURCE:t9', /of sources\.csv/],
  ['a remark nobody knows', edit('observations.csv', 'XX-AL,boats,2030,120,t2,', 'XX-AL,boats,2030,120,t2,why'), 'observations.csv:2:COMMENT:why', /of comments\.csv/],
  ['a value that is no number', edit('observations.csv', 'XX-AL,boats,2030,120,', 'XX-AL,boats,2030,"1 200",'), 'observations.csv:2:OBS_VALUE:1 200', /^a number$/],
  ['a number with a comma', edit('observations.csv', 'XX-AL,boats,2030,120,', 'XX-AL,boats,2030,"120,5",'), 'observations.csv:2:OBS_VALUE:120,5', /^a number$/],
  ['an infinite number', edit('observations.csv', 'XX-AL,boats,2030,120,', 'XX-AL,boats,2030,1e999,'), 'observations.csv:2:OBS_VALUE:1e999', /^a number$/],
  ['an empty value', edit('observations.csv', 'XX-AL,boats,2030,120,', 'XX-AL,boats,2030,,'), 'observations.csv:2:OBS_VALUE:', /required/],
  ['an impossible year', edit('observations.csv', 'XX-AL,boats,2030,', 'XX-AL,boats,20300,'), 'observations.csv:2:TIME_PERIOD:20300', /1900 to 2100/],
  ['a year in words', edit('observations.csv', 'XX-AL,boats,2030,', 'XX-AL,boats,now,'), 'observations.csv:2:TIME_PERIOD:now', /a year/],
  ['a cell too many', edit('stages.csv', 'Сбор', 'Сбор,,'), 'stages.csv:2::gather,0,raw,Gathering,Сбор,,', /5 cells, not 7/],
  ['a column that is missing', edit('comments.csv', 'text_ru', 'text_fr'), ['comments.csv:1:text_ru:', 'comments.csv:1:text_fr:'], /missing/],
  ['a column that stands twice', edit('comments.csv', /text_ru\n(.*)\n/, 'text_ru,comment\nrecount,Recounted.,Пересчитано.,recount\n'), 'comments.csv:1:comment:', /once/],
  ['a table without anything', edit('clusters.csv', /[\s\S]*/, ''), 'clusters.csv:1::', /a header row/],
  ['a choice that is none', edit('links.csv', ',documented,', ',certain,'), 'links.csv:2:evidence:certain', /documented, plausible, proposed/],
  ['a period of another form', edit('links.csv', 'past:2032,', '2032,'), 'links.csv:6:period:2032', /a value like/],
  ['a flag that is none', edit('indicators.csv', '1,true', '1,yes'), 'indicators.csv:2:additive:yes', /true or false/],
  ['a whole number that is not', edit('indicators.csv', 'boats,0,true', 'boats,0.5,true'), 'indicators.csv:3:decimals:0.5', /whole number/],
  ['a latitude beyond the pole', edit('sites.csv', '-32,11,', '-32,110,'), 'sites.csv:7:lat:110', /at most 90/],
  ['a unit nobody knows', edit('indicators.csv', ',boats,0,true', ',barges,0,true'), 'indicators.csv:3:unit:barges', /of units\.csv/],
  ['a dimension that is none', edit('units.csv', 'boat,1\n', 'boat?,1\n'), 'units.csv:6:dimension:boat?', /a dimension like/],
  ['a derivation of another dimension', edit('method.json', 'craft_output / workers"', 'craft_output"'), 'method.json::derived.output_pw.expression:craft_output', /shell\/person.*this gives shell/],
  ['roubles and people in one sum', edit('method.json', '1 - workers / residents', '1 - workers'), 'method.json::derived.idle.expression:1 - workers', /1 - person cannot be reckoned/],
  ['a derived indicator of no unit', edit('method.json', '"unit": "thousand shells per person"', '"unit": "pearls"'), 'method.json::derived.output_pw.unit:pearls', /of units\.csv/],
  ['a derivation of nobody knows what', edit('method.json', 'craft_output / workers"', 'kraft / workers"'), 'method.json::derived.output_pw.expression:kraft / workers', /no published series “kraft”/],
  ['a derivation that is no expression', edit('method.json', 'craft_output / workers"', 'craft_output / "'), 'method.json::derived.output_pw.expression:craft_output / ', /at character 16/],
  ['a division by nought', edit('observations.csv', 'XX-BR,workers,2031,22150', 'XX-BR,workers,2031,0'), ['method.json::derived.output_pw.expression:craft_output / workers', 'method.json::derived.cagr_output.expression:cagr(chain(volume_index) / workers)'], /in XX-BR 2031 it is nought/],
  ['a growth from nought', edit('observations.csv', 'XX-DU,boats,2030,22', 'XX-DU,boats,2030,0'), 'method.json::derived.boats_growth.expression:growth(boats)', /in XX-DU 2031 it is nought/],
  ['a method with an indicator nobody knows', edit('method.json', '"id": "schooled"', '"id": "skooled"'), 'method.json::potential.1.indicators.1.id:skooled', /an indicator of/],
  ['a method with an indicator without data for the year', edit('observations.csv', /.*,schooled,203[23],.*\n/g, ''), ['method.json::potential.1.indicators.1.id:schooled', 'method.json::partners.readiness.0.id:schooled'], /2033 or 1 years before/],
  ['an indicator counted twice', edit('method.json', '"id": "schooled"', '"id": "workers"'), 'method.json::potential.1.indicators.1.id:workers', /not count already/],
  ['a target year without data', edit('method.json', '"targetYear": 2033', '"targetYear": 2040'), 'method.json::targetYear:2040', /a year of observations\.csv: 2030, 2031/],
  ['an impossible target year', edit('method.json', '"targetYear": 2033', '"targetYear": 99'), 'method.json::targetYear:99', />=1900/],
  ['a base year after the target year', edit('method.json', '"baseYear": 2030', '"baseYear": 2033'), 'method.json::baseYear:2033', /before the target year/],
  ['a base year without data', edit('observations.csv', /.*,workers,2030,.*\n/g, ''), ['method.json::derived.cagr_output.expression:cagr(chain(volume_index) / workers)', 'method.json::derived.cagr_workers.expression:cagr(workers)'], /base year 2030; there are none for chain\(volume_index\) \/ workers/],
  ['an id of two things', edit('method.json', '"id": "boats_growth"', '"id": "workers"'), 'method.json::derived:workers', /not a published series already/],
  ['an id the atlas needs itself', edit('method.json', '"id": "boats_growth"', '"id": "dynamics"'), 'method.json::derived:dynamics', /a word of the atlas/],
  ['a theme nobody knows', edit('indicators.csv', 'boats,works,', 'boats,docks,'), 'indicators.csv:3:theme:docks', /works, people, context/],
  ['a group that is missing', edit('method.json', '"id": "catch-up"', '"id": "leaders"'), 'method.json::matrix.groups:leaders, leaders, stable, problem', /“leaders” exactly once/],
  ['a method without a part', edit('method.json', /"coverage": \{[^}]*\},/, ''), 'method.json::coverage:', /missing/],
  ['a weight of nought', edit('method.json', '"weight": 2', '"weight": 0'), 'method.json::potential.0.weight:0', />0/],
  ['a noise that could turn a weight to nought', edit('method.json', '"noise": 0.4', '"noise": 1'), 'method.json::robustness.factors.0.noise:1', /<1/],
  ['a factor of no known kind', edit('method.json', '"kind": "omit"', '"kind": "forget"'), 'method.json::robustness.factors.1.kind:forget', /"weights"/],
  ['a factor with one option', edit('method.json', '["arithmetic", "geometric"]', '["geometric"]'), 'method.json::robustness.factors.3.options:1', />=2/],
  ['an option that is there twice', edit('method.json', '["arithmetic", "geometric"]', '["geometric", "geometric"]'), 'method.json::robustness.factors.3.options.1:"geometric"', /not there already/],
  ['two factors of one id', edit('method.json', '"id": "drop"', '"id": "isles"'), 'method.json::robustness.factors.1.id:isles', /no factor has already/],
  ['two factors that vary one choice', edit('method.json', '{ "id": "drop", "kind": "omit",', '{ "id": "drop", "kind": "weights", "of": "blocks", "noise": 0.1,'), 'method.json::robustness.factors.1.kind:weights of blocks', /no other factor varies/],
  ['a range turned round', edit('method.json', '"minMax", "range": [0.1, 1]', '"minMax", "range": [1, 0.1]'), 'method.json::robustness.factors.2.options.0.range:1, 0.1', /from low to high/],
  ['nought where a geometric mean may meet it', edit('method.json', '"minMax", "range": [0.1, 1]', '"minMax", "range": [0, 1]'), 'method.json::robustness.factors.2.options.0.range:0, 1', /above nought/],
  ['a z-score about nought where a geometric mean may meet it', edit('method.json', '{ "method": "minMax", "range": [0.1, 1] }', '{ "method": "zScore", "mean": 0, "sd": 1 }'), 'method.json::robustness.factors.2.options.0.mean:0', /above nought/],
  ['geometric means of the nominal normalisation', edit('method.json', /\{\s*"id": "scale",[\s\S]*?процентильный ранг" \}\s*\},/, ''), 'method.json::robustness.factors:', /positive ranges/],
  ['tier limits below the mean', edit('method.json', '"lo": -0.2', '"lo": -0.7'), 'method.json::robustness.factors.4.lo:-0.7', /nought or more/],
  ['tier limits turned round', edit('method.json', '"lo": -0.2', '"lo": 0.4'), 'method.json::robustness.factors.4.lo:0.4', /below 0.3/],
  ['a finding on nobody knows what', edit('findings.json', '"expression": "craft_output"', '"expression": "craft"'), 'findings.json::findings.first-isle.quantity.expression:craft', /no published series/],
  ['a finding of a year without data', edit('findings.json', '"year": 2033', '"year": 2020'), 'findings.json::findings.first-isle.quantity.year:2020', /a year of observations/],
  ['JSON that breaks off', edit('findings.json', /\]\s*\}\s*$/, ''), 'findings.json:::the end of the file', /line 75, column 3 “,” or “\]”/],
  ['JSON with a comma too many', edit('method.json', '"baseYear": 2030,', '"baseYear": 2030,,'), 'method.json:::,\n  "targetYear": 2033,'.slice(0, 34), /line 10, column 20 a name in quotes/],
  ['a region without polygon', edit('boundaries.topo.json', /\{"type": "Polygon", "properties": \{"iso": "XX-AL"\}[^}]*\}, /, ''), 'boundaries.topo.json::regions:XX-AL', /this one has none/],
  ['two polygons of one region', edit('boundaries.topo.json', /\{"type": "Polygon", "properties": \{"iso": "XX-BR"\}/, '{"type": "Polygon", "properties": {"iso": "XX-AL"}, "arcs": [[-1, -3, -2]]}, {"type": "Polygon", "properties": {"iso": "XX-BR"}'), 'boundaries.topo.json::regions:XX-AL', /this has two/],
  ['a boundary that is none', edit('boundaries.topo.json', '"type": "Topology"', '"type": "Topography"'), 'boundaries.topo.json:::', /TopoJSON/],
  ['an arc that is not there', edit('boundaries.topo.json', '[[[-5, -8, 6]], [[8]]]}]', '[[[-5, -8, 6]], [[88]]]}]'), 'boundaries.topo.json:::', /geometry that can be read/],
  ['a label outside its region', edit('regions.csv', '-29.6,11.4', '-28.6,11.4'), 'regions.csv:2:label_lon, label_lat:-28.6, 11.4', /largest polygon of XX-AL/],
  ['a label on the smaller island', edit('regions.csv', '-28.4,10.4', '-27.5,10.5'), 'regions.csv:5:label_lon, label_lat:-27.5, 10.5', /largest polygon of XX-DU/],
  ['a region without label', edit('regions.csv', '-29.6,11.4', ','), 'regions.csv:2:label_lon, label_lat:', /label position/],
  ['a capital outside its region', edit('regions.csv', '-29.5,11.5', '-29.5,10.5'), 'regions.csv:2:capital_lon, capital_lat:-29.5, 10.5', /a point inside XX-AL/],
  ['a site outside its region', edit('sites.csv', 'Рифов,-29.5,10.5', 'Рифов,-29.5,11.5'), 'sites.csv:4:lon, lat:-29.5, 11.5', /a point inside XX-CO/],
  ['a site outside that lies inside', edit('sites.csv', '-32,11,', '-28.5,11.5,'), 'sites.csv:7:lon, lat:-28.5, 11.5', /this lies in XX-BR/],
  ['a site in a total', edit('sites.csv', ',XX-CO,', ',XX-LF,'), 'sites.csv:4:region:XX-LF', /not a total/],
  ['a site in no region', edit('sites.csv', '-32,11,,outside,Far Shore,Дальний берег', '-32,11,,firm,,'), 'sites.csv:7:region:', /“outside”/],
  ['a site without role', edit('site_roles.csv', /^L3.*\n/m, ''), 'sites.csv:4:site_id:L3', /at least one role/],
  ['a link to a site nobody knows', edit('links.csv', 's3,skiffs,L1,L6', 's3,skiffs,L1,L7'), 'links.csv:6:to_site:L7', /of sites\.csv/],
  ['a link to itself', edit('links.csv', 's3,skiffs,L1,L6', 's3,skiffs,L1,L1'), 'links.csv:6:to_site:L1', /another site/],
  ['a documented link without source', edit('links.csv', 'https://example.org/yard', ''), 'links.csv:4:source:', /documented link names/],
  ['a partner outside of nobody knows where', edit('sites.csv', 'outside,Far Shore,', 'outside,,'), 'sites.csv:7:outside_area_en:', /region or country/],
  ['a site that is inside and outside', edit('sites.csv', 'XX-BR,firm,,', 'XX-BR,firm,Far Shore,Дальний берег'), ['sites.csv:3:outside_area_en:Far Shore', 'sites.csv:3:outside_area_ru:Дальний берег'], /in a region of the pack/],
  ['a product of a class nobody knows', edit('site_roles.csv', 'L3,kelp,gather,02.30', 'L3,kelp,gather,02.99'), 'site_roles.csv:5:okved2:02.99', /a code of okved2\.csv/],
  ['a product without a class', edit('site_roles.csv', 'L3,kelp,gather,02.30', 'L3,kelp,gather,'), 'site_roles.csv:5:okved2:', /required/],
  ['a class that is none', edit('okved2.csv', '30.12,', '3012,'), ['okved2.csv:7:code:3012', 'site_roles.csv:2:okved2:30.12', 'site_roles.csv:8:okved2:30.12', 'links.csv:6:okved2:30.12', 'links.csv:7:okved2:30.12'], /a value like/],
  ['a class without its class of two digits', edit('okved2.csv', /^13,.*\n/m, ''), 'okved2.csv:5:code:13.94', /two digits, 13/],
  ['a product of a class too wide', edit('site_roles.csv', 'L3,kelp,gather,02.30', 'L3,kelp,gather,02'), 'site_roles.csv:5:okved2:02', /a value like/],
  ['a flow of a class too wide', edit('links.csv', 'k1,kelp,L3,L5,02.30', 'k1,kelp,L3,L5,02'), 'links.csv:2:okved2:02', /a value like/],
  ['a flow of a class nobody knows', edit('links.csv', 'k1,kelp,L3,L5,02.30', 'k1,kelp,L3,L5,99.99'), 'links.csv:2:okved2:99.99', /a code of okved2\.csv/],
  ['a documented link without goods', edit('links.csv', 'k1,kelp,L3,L5,02.30', 'k1,kelp,L3,L5,'), 'links.csv:2:okved2:', /class of the goods/],
  ['a site that ends before it begins', edit('site_roles.csv', '2031,2032,2032', '2031,2030,2032'), 'site_roles.csv:4:until:2030', /from 2031/],
  ['a status before the beginning', edit('site_roles.csv', '2030,,2033', '2030,,2029'), 'site_roles.csv:2:status_year:2029', /from 2030/],
  ['a status year of a past link', edit('links.csv', 'past:2032,', 'past:2032,2033'), 'links.csv:6:status_year:2033', /period of a past relation/],
  ['a link backwards that does not say why', edit('links.csv', '"A tool of the loggers, not a part of their timber.","Орудие лесорубов, а не часть их леса."', ','), ['links.csv:7:order_note_en:', 'links.csv:7:order_note_ru:'], /from a later stage to an earlier/],
  ['a link backwards that says why in one language', edit('links.csv', '"Орудие лесорубов, а не часть их леса."', ''), 'links.csv:7:order_note_ru:', /from a later stage to an earlier/],
  ['a link that excuses itself for nothing', edit('links.csv', 'current,,,,https://example.org/yard', 'current,,sorry,жаль,https://example.org/yard'), ['links.csv:4:order_note_en:sorry', 'links.csv:4:order_note_ru:жаль'], /follows the order/],
  ['a role in a stage nobody knows', edit('site_roles.csv', 'L3,kelp,gather', 'L3,kelp,gathering'), 'site_roles.csv:5:stage:gathering', /of stages\.csv/],
  ['a stage of a kind that is none', edit('stages.csv', 'craft,1,final', 'craft,1,end'), 'stages.csv:3:kind:end', /knowledge, raw, intermediate/],
  ['a control of a stage nobody knows', edit('controls.csv', 'kelp,craft', 'kelp,crafts'), 'controls.csv:3:stage:crafts', /of stages\.csv/],
  ['a control of a kind that is none', edit('controls.csv', ',standard,', ',habit,'), 'controls.csv:2:kind:habit', /standard, programme/],
  ['an import without source', edit('imports.csv', 'https://example.org/yard', ''), 'imports.csv:2:source:', /required/],
  ['masses from an indicator nobody knows', edit('method.json', '"indicator": "residents"', '"indicator": "resident"'), 'method.json::intensity.masses.0.indicator:resident', /an indicator of/],
  ['masses of a stage nobody knows', edit('method.json', '["gather", "craft"]', '["gather", "crafts"]'), 'method.json::intensity.masses.1.stages:crafts', /a stage of stages\.csv/],
  ['masses in a cluster nobody knows', edit('method.json', '"clusters": ["kelp"]', '"clusters": ["kelps"]'), 'method.json::intensity.masses.0.clusters:kelps', /a cluster of clusters\.csv/],
  ['readiness from a series that ends before', edit('method.json', '[{ "id": "schooled", "direction": 1, "weight": 1, "maxLag": 1 }]', '[{ "id": "cagr_none", "direction": 1, "weight": 1 }]'), 'method.json::partners.readiness.0.id:cagr_none', /an indicator of/],
  ['weights of which none counts', edit('method.json', '"specialisation": 1, "gap": 2, "nearness": 1, "relatedness": 1', '"specialisation": 0, "gap": 0, "nearness": 0, "relatedness": 0'), 'method.json::partners.weights:', /above nought/],
  ['a rank of a rating nobody knows', edit('rating_ranks.csv', 'moles,XX-BR', 'mole,XX-BR'), 'rating_ranks.csv:6:RATING:mole', /a rating of ratings\.csv/],
  ['a rank of an area nobody knows', edit('rating_ranks.csv', 'moles,XX-BR', 'moles,XX-ZZ'), 'rating_ranks.csv:6:REF_AREA:XX-ZZ', /a code of regions\.csv/],
  ['a rank of a total', edit('rating_ranks.csv', 'moles,XX-BR', 'moles,XX-LF'), 'rating_ranks.csv:6:REF_AREA:XX-LF', /a region, not a total/],
  ['a region ranked twice', edit('rating_ranks.csv', 'moles,XX-BR', 'moles,XX-AL'), 'rating_ranks.csv:7:RATING, REF_AREA:moles, XX-AL', /not stand in row 6 already/],
  ['a rank below the first', edit('rating_ranks.csv', 'moles,XX-BR,1', 'moles,XX-BR,0'), 'rating_ranks.csv:6:RANK:0', /at least 1/],
  ['a rank of halves', edit('rating_ranks.csv', 'moles,XX-BR,1', 'moles,XX-BR,1.5'), 'rating_ranks.csv:6:RANK:1.5', /a whole number/],
  ['a rank of uncertain standing', edit('rating_ranks.csv', '9,derived', '9,heard'), 'rating_ranks.csv:4:STATUS:heard', /verified, derived/],
  ['a rank without source', edit('rating_ranks.csv', ',verified,https://example.org/moles', ',verified,'), 'rating_ranks.csv:6:SOURCE:', /required/],
  ['a note in one language', edit('rating_ranks.csv', 'Снято с графика.', ''), 'rating_ranks.csv:4:note_ru:', /both languages/],
  ['a rating of a kind that is none', edit('ratings.csv', ',effort,', ',rumour,'), 'ratings.csv:3:kind:rumour', /potential, welfare, effort/],
  ['a rating near a block nobody knows', edit('ratings.csv', 'effort,works', 'effort,docks'), 'ratings.csv:3:block:docks', /works, people/],
  ['shared inputs without a word on them', edit('ratings.csv', 'It counts boats too.', ''), 'ratings.csv:2:inputs_en:', /which inputs are shared/],
  ['words on shared inputs that are not', edit('ratings.csv', 'works,false,,', 'works,false,boats,'), 'ratings.csv:3:inputs_en:boats', /shares_inputs is false/],
  ['an edition before its data', edit('ratings.csv', ',2033,2034,', ',2033,2032,'), 'ratings.csv:2:edition:2032', /not before that of the data, 2033/],
  ['a rating contained in nobody knows what', edit('ratings.csv', ',,,tide', ',,,tides'), 'ratings.csv:3:contained_in:tides', /a rating of ratings\.csv/],
  ['ratings contained in one another', edit('ratings.csv', 'и он.,', 'и он.,moles'), ['ratings.csv:2:contained_in:moles', 'ratings.csv:3:contained_in:tide'], /not itself a part/],
  ['a rating without ranks', edit('rating_ranks.csv', /^moles.*\n/gm, ''), 'ratings.csv:3:rating:moles', /at least two ranks.*this has 0/],
  ['a pack with a name no address can have', edit('datapackage.json', '"name": "lagoon"', '"name": "The Lagoon"'), 'datapackage.json::name:The Lagoon', /lower-case/],
  ['a schema with a pattern that is none', edit('datapackage.json', '"pattern": "https://.+"', '"pattern": "("'), 'datapackage.json::url:(', /regular expression/],
  ['a resource that is not described', edit('datapackage.json', '"name": "comments"', '"name": "remarks"'), 'datapackage.json::resources:comments', /of this name/]
];

describe('each kind of fault is told at its place', () => {
  it.each(KINDS)('%s', (_, change, where, expected) => {
    const { pack, faults } = readPack(broken(change));
    expect(pack).toBeNull();
    const places = typeof where === 'string' ? [where] : where;
    expect([...new Set(faults.map(place))]).toEqual(places);
    expect(faults.filter((f) => place(f) === places[0]).map((f) => f.expected)).toContainEqual(expect.stringMatching(expected));
  });

  it.each(['datapackage.json', 'observations.csv', 'links.csv', 'method.json', 'findings.json', 'boundaries.topo.json'])('%s is missing', (name) => {
    const faults = faultsOf(without(name));
    expect(faults.map(place)).toEqual([`${name}:::`]);
    expect(faults[0]?.expected).toMatch(/this file is missing; /);
  });
});

describe('all faults at once', () => {
  it('finds ten where ten are', () => {
    const faults = faultsOf(
      broken(
        edit('observations.csv', 'XX-AL,boats,2030,120', 'XX-AL,boats,2030,many'),
        edit('observations.csv', 'XX-AL,boats,2031,', 'XX-QQ,boats,2031,'),
        edit('regions.csv', '-29.6,11.4', '-28.6,11.4'),
        edit('indicators.csv', '1,true', '1,yes'),
        edit('method.json', 'craft_output / workers"', 'craft_output"'),
        edit('method.json', '"id": "schooled"', '"id": "skooled"'),
        edit('sites.csv', 'Рифов,-29.5,10.5', 'Рифов,-29.5,11.5'),
        edit('site_roles.csv', 'L5,kelp,craft', 'L5,kelp,crafts'),
        edit('links.csv', 's3,skiffs,L1,L6', 's3,skiffs,L1,L7'),
        edit('findings.json', '"expression": "craft_output"', '"expression": "craft"')
      )
    );
    expect(faults.map(place).sort()).toEqual(
      [
        'observations.csv:2:OBS_VALUE:many',
        'observations.csv:3:REF_AREA:XX-QQ',
        'regions.csv:2:label_lon, label_lat:-28.6, 11.4',
        'indicators.csv:2:additive:yes',
        'method.json::derived.output_pw.expression:craft_output',
        'method.json::potential.1.indicators.1.id:skooled',
        'sites.csv:4:lon, lat:-29.5, 11.5',
        'site_roles.csv:7:stage:crafts',
        'links.csv:6:to_site:L7',
        'findings.json::findings.first-isle.quantity.expression:craft'
      ].sort()
    );
  });

  it('does not echo a missing column in every row', () => {
    expect(faultsOf(broken(edit('observations.csv', 'OBS_VALUE', 'VALUE'))).map(place)).toEqual(['observations.csv:1:OBS_VALUE:', 'observations.csv:1:VALUE:']);
  });
});

describe('what is forgiven', () => {
  it('a pack without ratings', () => {
    const described = edit('datapackage.json', /\{\s*"name": "ratings",[\s\S]*(?=\]\s*\}\s*$)/, '');
    const comma = edit('datapackage.json', /,(\s*\]\s*\}\s*)$/, ']}');
    const files = new Map([...broken(described, comma)].filter(([name]) => !name.startsWith('rating')));
    const { pack, faults } = readPack(files);
    expect(faults).toEqual([]);
    expect(pack?.ratings).toEqual([]);
  });

  it('a point a little over a simplified border', () => {
    expect(faultsOf(broken(edit('sites.csv', 'Рифов,-29.5,10.5', 'Рифов,-29.5,11.02')))).toEqual([]);
    expect(faultsOf(broken(edit('sites.csv', '-32,11,', '-30.0,11.5,')))).toEqual([]);
  });

  it('byte-order marks, Windows line ends, a last line without end', () => {
    const files = new Map([...lagoon].map(([name, text]) => [name, name.endsWith('.csv') ? `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}` : `\ufeff${text}`]));
    expect(faultsOf(files)).toEqual([]);
  });
});

describe('hostile text is text', () => {
  it('is kept to the letter and named in a warning', () => {
    const { pack, faults } = readPack(broken(edit('sites.csv', 'Alder Skiffyard', '"=HYPERLINK(""http://x"",""y"")"'), edit('sites.csv', 'Bracken Ropewalk', '<img src=x onerror=alert(1)>'), edit('links.csv', 'dried kelp', "+1+cmd|' /C calc'!A0")));
    expect(pack?.chains.sites.slice(0, 2).map((s) => s.name.en)).toEqual(['=HYPERLINK("http://x","y")', '<img src=x onerror=alert(1)>']);
    expect(pack?.chains.links[0]?.flow.en).toBe("+1+cmd|' /C calc'!A0");
    expect(faults.map((f) => [f.severity, f.file, f.row, f.column])).toEqual([
      ['warning', 'sites.csv', 2, 'name_en'],
      ['warning', 'sites.csv', 3, 'name_en'],
      ['warning', 'links.csv', 2, 'flow_en']
    ]);
  });

  it.each(['-x', '@x', '+x', '\tx', '\rx'])('warns of %j', (text) => {
    const { pack, faults } = readPack(broken(edit('sites.csv', 'Alder Skiffyard', `"${text}"`)));
    expect(pack?.chains.sites[0]?.name.en).toBe(text);
    expect(faults.map((f) => f.severity)).toEqual(['warning']);
  });
});

describe('the list of faults', () => {
  const fault = (more: Partial<Fault>): Fault => ({ severity: 'error', file: 'a.csv', row: 2, column: 'x', value: '1', expected: 'a number', ...more });

  it('goes file by file and ends with the count', () => {
    expect(formatFaults([fault({}), fault({ file: 'b.json', row: null, column: 'k', value: null }), fault({ severity: 'warning', row: 3 })])).toBe(
      ['a.csv', '  error at row 2, column x: "1": a number', '  warning at row 3, column x: "1": a number', 'b.json', '  error at column k: a number', '2 errors, 1 warning'].join('\n')
    );
  });

  it('clips long values and lets no control character through', () => {
    const text = formatFaults([fault({ value: `\u001b[31m\u0007\u202e\n${'x'.repeat(200)}` })]);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    expect(text.length).toBeLessThan(200);
    expect(text).toContain('\\u001b');
  });
});
