/** What a file that is looked at elsewhere must carry with it: the values of colours and the letters. */
import { readFileSync } from 'node:fs';

const TOKENS = 'src/lib/ui/tokens.css';
const FONT = 'node_modules/@fontsource-variable/golos-text/files/golos-text-';
/** Unicode ranges as the package's own style sheet states them. */
const SUBSETS = { latin: 'U+0000-00FF,U+2000-206F,U+20AC,U+2191,U+2193', cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' };

let faces: string | null = null;

/** Golos Text (OFL-1.1), Latin and Cyrillic, as part of a style sheet. */
export function fontFaces(): string {
  faces ??= Object.entries(SUBSETS)
    .map(([subset, range]) => `@font-face{font-family:'Golos Text Variable';font-weight:400 900;src:url(data:font/woff2;base64,${readFileSync(`${FONT}${subset}-wght-normal.woff2`).toString('base64')}) format('woff2');unicode-range:${range}}`)
    .join('');
  return faces;
}

/** Each `var(--name)` replaced by its value in the light theme. @throws where a token is unknown */
export function withTokens(text: string): string {
  const light = /:root\s*\{([^}]*)\}/.exec(readFileSync(TOKENS, 'utf8'))?.[1] ?? '';
  const values = new Map([...light.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${TOKENS} has no ${name}`);
    return value;
  });
}
