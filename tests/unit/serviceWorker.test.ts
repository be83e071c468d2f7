/* Which kept file answers a request of an atlas without a network. */
import { describe, expect, it } from 'vitest';
import { answer, dataOf, isPage, type Kept } from '../../src/service-worker/answer';

const paths = ['/', '/ru', '/method', '/regions/RU-TA', '/method/__data.json', '/packs/vfd/core.json', '/_app/immutable/entry/start.abc.js', '/offline.html'];
const kept: Kept = { paths: new Set(paths), pack: 'p1' };
const of = (address: string, base = '', among = kept) => answer(new URL(address, 'https://atlas.example'), among, base);

describe('the kept file that answers', () => {
  it('is the page of the same address, whatever its query', () => {
    expect(of('/?mode=matrix&regions=RU-TA')).toBe('/');
    expect(of('/ru?v=2')).toBe('/ru');
    expect(of('/regions/RU-TA?theme=dark')).toBe('/regions/RU-TA');
    expect(of('/method/__data.json?x-sveltekit-invalidated=01')).toBe('/method/__data.json');
  });

  it('knows the other spellings of a page', () => {
    expect(of('/method/')).toBe('/method');
    expect(of('/method.html')).toBe('/method');
    expect(of('/index.html')).toBe('/');
    expect(of('/ru/')).toBe('/ru');
  });

  it('is none for what was not kept', () => {
    expect(of('/data/scores.csv')).toBeNull();
    expect(of('/methods')).toBeNull();
    expect(of('/_app/immutable/entry/start.def.js')).toBeNull();
  });

  it('is never a part of a pack in another version than the one asked for', () => {
    expect(of('/packs/vfd/core.json')).toBe('/packs/vfd/core.json');
    expect(of('/packs/vfd/core.json?v=p1')).toBe('/packs/vfd/core.json');
    expect(of('/packs/vfd/core.json?v=p2')).toBeNull();
    expect(of('/packs/vfd/core.json?v=p1', '', { ...kept, pack: null })).toBeNull();
  });

  it('is found under a path of the host too', () => {
    const below: Kept = { paths: new Set(paths.map((path) => `/atlas${path}`)), pack: 'p1' };
    expect(of('/atlas', '/atlas', below)).toBe('/atlas/');
    expect(of('/atlas/?mode=matrix', '/atlas', below)).toBe('/atlas/');
    expect(of('/atlas/packs/vfd/core.json?v=p2', '/atlas', below)).toBeNull();
    expect(of('/method', '/atlas', below)).toBeNull();
  });
});

it('pages are told from files to take away', () => {
  expect(['/', '/ru', '/regions/RU-TA', '/data', '/data/scores.csv', '/data/index.json', '/clusters/automotive/links.svg'].filter(isPage)).toEqual(['/', '/ru', '/regions/RU-TA', '/data']);
  expect([dataOf('/'), dataOf('/ru/method')]).toEqual(['/__data.json', '/ru/method/__data.json']);
});
