/**
 * GMT cuts lines where its storage bins meet. Joining them again wherever just two ends meet gives
 * closed shores, and rivers that run from fork to fork. The cut ends agree exactly; a few rivers
 * have gaps of their own, up to 0.003° (300 m), which `closeGaps` pulls together first.
 *
 * @typedef {import('./gshhg.mjs').Piece} Piece
 * @typedef {import('./gshhg.mjs').Position} Position
 *
 * @param {Piece[]} pieces  joined only with pieces of the same level
 * @returns {Piece[]}
 */
export function stitch(pieces) {
  /** @type {Map<string, Piece[]>} pieces by end point; a closed piece is there twice */
  const meeting = new Map();
  for (const piece of pieces) {
    for (const end of [piece.line[0], piece.line.at(-1)]) {
      meeting.set(String(end), [...(meeting.get(String(end)) ?? []), piece]);
    }
  }

  const used = new Set();
  /** Goes on from the end of a line until a fork, a change of level or a loose end. */
  const extend = (/** @type {Position[]} */ line) => {
    for (;;) {
      const end = line.at(-1);
      const here = meeting.get(String(end)) ?? [];
      const next = here.find((piece) => !used.has(piece));
      if (!next || here.length !== 2 || here[0].level !== here[1].level) return line;
      used.add(next);
      const onward = String(next.line[0]) === String(end) ? next.line : next.line.toReversed();
      line = [...line, ...onward.slice(1)];
    }
  };

  /** @type {Piece[]} */
  const stitched = [];
  for (const piece of pieces) {
    if (used.has(piece)) continue;
    used.add(piece);
    const forward = extend(piece.line);
    stitched.push({ level: piece.level, line: extend(forward.toReversed()).toReversed() });
  }
  return stitched;
}

/** Widest gap closed, degrees of latitude or longitude. */
const GAP = 0.005;

/**
 * Moves the ends of lines that lie within a gap of each other onto one point.
 *
 * @param {Piece[]} pieces
 * @returns {Piece[]}
 */
export function closeGaps(pieces) {
  /** @type {Position[]} */
  const nodes = [];
  const settle = (/** @type {Position} */ end) => {
    const near = nodes.find((node) => Math.abs(node[0] - end[0]) < GAP && Math.abs(node[1] - end[1]) < GAP);
    if (!near) nodes.push(end);
    return near ?? end;
  };
  return pieces.map(({ level, line }) => ({
    level,
    line: [settle(line[0]), ...line.slice(1, -1), settle(/** @type {Position} */ (line.at(-1)))]
  }));
}
