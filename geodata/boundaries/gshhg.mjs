import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { BOX } from './box.mjs';

/**
 * Reads GSHHG 2.3.7 (high resolution, LGPL-3+) through GMT, which ships and indexes it.
 * Debian/Ubuntu: `apt install gmt gmt-gshhg-high`.
 *
 * @typedef {[number, number]} Position  lon, lat in degrees
 * @typedef {{level: number, line: Position[]}} Piece
 */

/** Lakes lie in pieces cut at the window's edge; a margin, degrees, keeps that edge out of the map. */
const MARGIN = 2;

/** Upper bound for a dump (under 1 MB), bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

const WINDOW = `-R${BOX.west - MARGIN}/${BOX.east + MARGIN}/${BOX.south - MARGIN}/${BOX.north + MARGIN}`;

/**
 * Rivers of GMT's classes 1–3: permanent major, additional major and additional rivers. Class 0
 * holds the outlines of rivers wide enough to be areas, which come with the lakes.
 *
 * @returns {Piece[]}
 */
export function readRivers() {
  return readPieces(['-I1', '-I2', '-I3']);
}

/**
 * Shorelines of lakes and reservoirs (level 2), islands in them (3) and ponds on those (4).
 *
 * @returns {Piece[]}
 */
export function readShores() {
  return readPieces(['-W', '-A0/2/4']);
}

/**
 * GMT also writes pieces of no length where a line only touches the edge of a bin; they are dropped.
 *
 * @param {string[]} options
 * @returns {Piece[]}
 */
function readPieces(options) {
  const dump = runGmt(['coast', WINDOW, '-Dh', ...options, '-M']);
  return dump
    .split(/^> /m)
    .slice(1)
    .map((block) => {
      const [header, ...rows] = block.trim().split('\n');
      return {
        level: Number(/Level (\d+)/.exec(header)?.[1]),
        line: rows.map((row) => /** @type {Position} */ (row.split('\t').map(Number)))
      };
    })
    .filter(({ line }) => line.some((point) => String(point) !== String(line[0])));
}

/** @param {string[]} args @returns {string} */
function runGmt(args) {
  try {
    // GMT leaves its gmt.history where it runs.
    return execFileSync('gmt', args, { encoding: 'utf8', maxBuffer: MAX_BYTES, cwd: tmpdir() });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error('GMT is not installed: the water needs it (Debian/Ubuntu: apt install gmt gmt-gshhg-high)', { cause: error });
  }
}
