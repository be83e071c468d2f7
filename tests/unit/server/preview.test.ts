/* Preview pictures: letters opened, size kept, nothing cut, every region has one. */
import { readdirSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionsOf } from '../../../src/lib/composite';
import { i18n } from '../../../src/lib/i18n';
import { lightPaint, PREVIEW, PREVIEW_MODES, previewPng, previewSvg } from '../../../src/lib/server/preview';
import { openWoff } from '../../../src/lib/server/woff';
import { lagoon, vfd } from '../support';

const paint = lightPaint(readFileSync('src/lib/ui/tokens.css', 'utf8'), { likely: { step: 10, radius: 1.4 }, open: { step: 7, radius: 1.6 } });
const FONT = 'node_modules/@fontsource/golos-text/files/golos-text-cyrillic-600-normal.woff';

describe('a WOFF font', () => {
  it('opens to an OpenType font with the checksums it carries', () => {
    for (const file of readdirSync('node_modules/@fontsource/literata/files').filter((name) => /(latin|cyrillic)-(400|600)-normal\.woff$/.test(name))) {
      const font = openWoff(readFileSync(`node_modules/@fontsource/literata/files/${file}`));
      const view = new DataView(font.buffer);
      const count = view.getUint16(4);
      expect(count).toBeGreaterThan(8);
      for (let i = 0; i < count; i++) {
        const [tag, sum, offset, length] = [0, 4, 8, 12].map((k) => view.getUint32(12 + 16 * i + k)) as [number, number, number, number];
        // The sum of a table's words (OpenType specification); `head` holds a field that is left out of it.
        if (tag === 0x68656164) continue;
        let found = 0;
        for (let at = offset; at < offset + length; at += 4) found = (found + view.getUint32(at)) >>> 0;
        expect(found, `${file} ${i}`).toBe(sum);
      }
    }
  });

  it('that is broken is refused, never half read', () => {
    const whole = new Uint8Array(readFileSync(FONT));
    expect(() => openWoff(new TextEncoder().encode('OTTO'))).toThrow(/no WOFF/);
    fc.assert(fc.property(fc.integer({ min: 0, max: whole.length - 5 }), (length) => {
        expect(() => openWoff(whole.slice(0, length))).toThrow();
      }), { numRuns: 30 });
  });
});

describe('a preview picture', () => {
  it('of every mode and region, in both languages, has the size asked for and keeps its words inside', () => {
    const pack = vfd();
    for (const language of ['en', 'ru'] as const) {
      for (const of of [...PREVIEW_MODES, ...regionsOf(pack).map((r) => r.code)]) {
        const svg = previewSvg(pack, of, i18n(language), paint);
        for (const [, y, size] of svg.matchAll(/<text x="[\d.]+" y="([\d.]+)" font-size="([\d.]+)"/g)) {
          expect(Number(y), `${language} ${of}`).toBeLessThanOrEqual(PREVIEW.height);
          expect(Number(y) - Number(size) * 0.2, `${language} ${of}`).toBeGreaterThan(0);
        }
        // What is said ends above the source.
        const words = [...(svg.split('<g transform="translate(0 ').at(0) ?? '').matchAll(/<text x="644\.0" y="([\d.]+)"/g)].map(([, y]) => Number(y));
        const foot = Number(/<g transform="translate\(0 ([\d.]+)\)">/.exec(svg)![1]);
        expect(Math.max(...words), `${language} ${of}`).toBeLessThan(foot + 6);
      }
    }
  });

  it('is drawn with its letters: without them fewer pixels are dark', () => {
    const png = Buffer.from(previewPng(vfd(), 'RU-PNZ', i18n('ru'), paint));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([PREVIEW.width, PREVIEW.height]);
    const bare = new Resvg(previewSvg(vfd(), 'RU-PNZ', i18n('ru'), paint), { font: { loadSystemFonts: false } }).render().asPng();
    expect(png.equals(bare)).toBe(false);
    expect(png.length).toBeGreaterThan(bare.length);
  });

  it('of what the pack has not is refused', () => {
    expect(() => previewSvg(lagoon(), 'RU-PNZ', i18n('en'), paint)).toThrow(/no picture/);
  });
});
