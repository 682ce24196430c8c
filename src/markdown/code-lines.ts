const PIECE = /<[^>]*>|\n|[^<\n]+/g;

/** Highlighted code cut into lines: an element that goes over a line break is closed before it and opened again after. */
export function splitCodeLines(html: string): readonly string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  for (const [piece] of html.matchAll(PIECE)) {
    if (piece === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
      continue;
    }
    if (piece.startsWith('</')) open.pop();
    else if (piece.startsWith('<')) open.push(piece);
    line += piece;
  }
  return [...lines, line];
}
