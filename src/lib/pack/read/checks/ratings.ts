/** Can the ratings be set beside the index: ranks of regions, blocks the method has, texts where they are promised, no circle of parts. */
import type { Pack } from '../../types';
import type { Reporter } from '../reporter';
import type { Row } from '../table';

const [file, ranksFile] = ['ratings.csv', 'rating_ranks.csv'];

export function checkRatings(pack: Pack, blocks: readonly string[], rows: (table: string) => readonly Row[], report: Reporter): void {
  const kinds = new Map(pack.areas.map((a) => [a.code, a.kind]));
  const parent = new Map(pack.ratings.map((r) => [r.id, r.containedIn]));
  const ranks = rows('rating_ranks').filter((r) => !r.ragged);
  for (const row of rows('ratings')) {
    if (row.ragged) continue;
    const at = (column: string) => ({ file, row: row.row, column, value: row.text(column) || null });
    const block = row.text('block');
    if (block !== '' && !blocks.includes(block)) report.error(at('block'), `a block of the potential: ${blocks.join(', ')}`);
    const shares = row.text('shares_inputs') === 'true';
    for (const column of ['inputs_en', 'inputs_ru']) {
      if (shares && row.text(column) === '') report.error(at(column), 'which inputs are shared, as shares_inputs is true');
      if (!shares && row.text(column) !== '') report.error(at(column), 'nothing, as shares_inputs is false');
    }
    if (row.number('edition') < row.number('TIME_PERIOD')) report.error(at('edition'), `a year not before that of the data, ${row.text('TIME_PERIOD')}`);
    if (inCircle(row.text('rating'), parent)) report.error(at('contained_in'), 'a rating that is not itself a part of this one');
    const own = ranks.filter((r) => r.text('RATING') === row.text('rating')).length;
    if (own < 2) report.error({ ...at('rating') }, `a rating with at least two ranks in ${ranksFile}; this has ${own}`);
  }
  for (const row of ranks) {
    const at = (column: string) => ({ file: ranksFile, row: row.row, column, value: row.text(column) || null });
    // A code that is not there at all is told as a foreign key.
    if ((kinds.get(row.text('REF_AREA')) ?? 'region') !== 'region') report.error(at('REF_AREA'), 'a region, not a total');
    const [en, ru] = [row.text('note_en'), row.text('note_ru')];
    if ((en === '') !== (ru === '')) report.error(at(en === '' ? 'note_en' : 'note_ru'), 'the note in both languages, or in none');
  }
}

/** True where the way up from a rating comes back to it. */
function inCircle(id: string, parent: ReadonlyMap<string, string | null>): boolean {
  let above = parent.get(id) ?? null;
  for (let steps = 0; above !== null && steps <= parent.size; steps++) {
    if (above === id) return true;
    above = parent.get(above) ?? null;
  }
  return false;
}
