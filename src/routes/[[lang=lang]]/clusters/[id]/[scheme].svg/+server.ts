/* A scheme as a file of its own: "scheme" for the whole chain, else the id of a stage. */
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { goodsInFull, type Speech } from '$lib/atlas';
import { SchemeSheet } from '$lib/charts/clusters';
import { clusterWords } from '$lib/i18n/pages/clusters';
import { clusterDrawings } from '$lib/server/clusterDrawings';
import { servedPack } from '$lib/server/pack';
import { fontFaces, withTokens } from '$lib/server/sheet';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => {
  const { clusters, stages } = servedPack();
  return clusters.flatMap(({ id }) => ['scheme', ...stages.map((s) => s.id)].flatMap((scheme) => [{ id, scheme }, { id, scheme, lang: 'ru' }]));
};

export const GET: RequestHandler = async ({ params }) => {
  const pack = servedPack();
  const language = params.lang ?? 'en';
  const words = clusterWords[language];
  const say: Speech = { words, text: (t) => t?.[language] ?? '' };
  const drawings = await clusterDrawings(pack, params.id, language, say);
  const drawing = params.scheme === 'scheme' ? drawings?.whole : drawings?.stages[params.scheme];
  const cluster = pack.clusters.find((c) => c.id === params.id);
  if (!drawing || !cluster) error(404, { message: 'Not Found' });
  const { title, attribution, licence } = pack.meta;
  const props = {
    drawing,
    title: `${cluster.name[language]}: ${words.scheme}`,
    subtitle: `${drawing.title}. ${words.schemeLead}`,
    legend: [
      { mark: 'documented' as const, text: words.legendSolid },
      { mark: 'plausible' as const, text: words.legendHollow },
      ...(drawing.edges.some((e) => e.certainty === 'proposed') ? [{ mark: 'proposed' as const, text: words.legendDashed }] : []),
      { mark: null, text: `${words.legendLabel}. ${words.legendThin}; ${words.legendGap}. ${words.legendBelow}` }
    ],
    carried: { title: words.carried, lead: words.carriedLead, arrows: drawing.edges.map((e) => `${e.headline}: ${goodsInFull(e.goods, pack.activities, say).join('; ')}`) },
    notes: [words.revealsLead, `${title[language]}. ${attribution[language]} ${licence[language]}`],
    css: fontFaces(),
    font: "'Golos Text Variable', system-ui, sans-serif"
  };
  const svg = withTokens(render(SchemeSheet, { props }).body.replace(/<!--.*?-->/gs, '')).trim();
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, { headers: { 'content-type': 'image/svg+xml; charset=utf-8' } });
};
