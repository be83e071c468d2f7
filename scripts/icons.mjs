/**
 * `node scripts/icons.mjs`: static/icon-*.png from static/favicon.svg, for the web manifest. To be run again when the
 * picture changes. The corners are filled, so that a system may cut any shape out of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { at } from './lib/paths.mjs';

const svg = readFileSync(at('static/favicon.svg'), 'utf8').replace(/ rx="\d+"/, '');
for (const size of [192, 512]) writeFileSync(at(`static/icon-${size}.png`), new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
