/* A reader of RFC 4180 that forgives nothing, written apart from what writes the files. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  if (at === text.length) return rows;
  for (;;) {
    let field = '';
    if (text[at] === '"') {
      for (at++; ; at++) {
        if (at >= text.length) throw new Error('quote never closed');
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') field += text[at++];
        else break;
      }
      at++;
      if (at < text.length && text[at] !== ',' && text[at] !== '\r') throw new Error(`text after a closing quote at ${at}`);
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`stray ${JSON.stringify(text[at])} at ${at}`);
        field += text[at];
      }
    }
    row.push(field);
    if (text[at] === ',') {
      at++;
      continue;
    }
    if (text[at] !== '\r' || text[at + 1] !== '\n') throw new Error(`row does not end in CRLF at ${at}`);
    rows.push(row);
    row = [];
    at += 2;
    if (at === text.length) break;
  }
  const width = rows[0]?.length;
  rows.forEach((r, i) => {
    if (r.length !== width) throw new Error(`row ${i + 1} has ${r.length} cells, the heading ${width}`);
  });
  return rows;
}
