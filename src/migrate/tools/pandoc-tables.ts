import type { TakenLines } from './lines.ts';

type Alignment = 'left' | 'right' | 'center' | 'none';
interface Column {
  readonly start: number;
  readonly end: number;
}

const RUNS = /^[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$/;
const FULL = /^[ \t]*-{6,}[ \t]*$/;
const GRID = /^\+(?:[-=:]+\+)+[ \t]*$/;

/** Pandoc's tables without bars (`simple_tables`, `multiline_tables`) and with boxes (`grid_tables`), as tables with bars. */
export function takeTable(lines: readonly string[], index: number): TakenLines | null {
  const line = lines[index] ?? '';
  if (GRID.test(line)) return takeGrid(lines, index);
  if (FULL.test(line) && !FULL.test(lines[index - 1] ?? '')) return takeMultiline(lines, index);
  if (RUNS.test(line)) return takeSimple(lines, index, null);
  const next = lines[index + 1] ?? '';
  const isHeader =
    RUNS.test(next) && line.trim() !== '' && (lines[index - 1] ?? '').trim() === '' && !/^[ \t]*[-*+#>|]/.test(line);
  return isHeader ? takeSimple(lines, index + 1, line) : null;
}

function columnsOf(runs: string): readonly Column[] {
  return [...runs.matchAll(/-+/g)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

function cellsOf(line: string, columns: readonly Column[]): readonly string[] {
  return columns.map(({ start }, index) => line.slice(index === 0 ? 0 : start, columns[index + 1]?.start).trim());
}

function takeSimple(lines: readonly string[], runsAt: number, header: string | null): TakenLines | null {
  const columns = columnsOf(lines[runsAt] ?? '');
  let end = runsAt + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !RUNS.test(lines[end] ?? '')) end += 1;
  const isClosed = RUNS.test(lines[end] ?? '');
  if (header === null && !isClosed) return null;
  const rows = lines.slice(runsAt + 1, end).filter((line) => !FULL.test(line));
  const first = header ?? rows[0] ?? '';
  const body = header === null ? rows.slice(1) : rows;
  const text = pipeTable(
    cellsOf(first, columns),
    body.map((row) => cellsOf(row, columns)),
    columns.map((column) => alignmentOf(first, column)),
  );
  const start = header === null ? runsAt : runsAt - 1;
  return { count: end + (isClosed ? 1 : 0) - start, text };
}

/** A line of dashes, the header, runs of dashes, rows with empty lines between them, and a line of dashes. */
function takeMultiline(lines: readonly string[], index: number): TakenLines | null {
  let runsAt = index + 1;
  while (runsAt < lines.length && (lines[runsAt] ?? '').trim() !== '' && !RUNS.test(lines[runsAt] ?? '')) runsAt += 1;
  if (!RUNS.test(lines[runsAt] ?? '') || runsAt === index + 1) return null;
  let end = runsAt + 1;
  while (end < lines.length && !FULL.test(lines[end] ?? '')) end += 1;
  if (end === lines.length) return null;
  const columns = columnsOf(lines[runsAt] ?? '');
  const header = lines.slice(index + 1, runsAt);
  const text = pipeTable(
    joined(header, columns),
    groups(lines.slice(runsAt + 1, end)).map((group) => joined(group, columns)),
    columns.map((column) => alignmentOf(header.at(-1) ?? '', column)),
  );
  return { count: end + 1 - index, text };
}

function joined(lines: readonly string[], columns: readonly Column[]): readonly string[] {
  const cells = lines.map((line) => cellsOf(line, columns));
  return columns.map((_, column) => joinCell(cells.map((row) => row[column] ?? '')));
}

function groups(lines: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') all.push([]);
    else all.at(-1)?.push(line);
  }
  return all.filter((group) => group.length > 0);
}

function takeGrid(lines: readonly string[], index: number): TakenLines | null {
  let end = index;
  while (end < lines.length && /^[+|]/.test(lines[end] ?? '')) end += 1;
  const block = lines.slice(index, end).map((line) => line.trimEnd());
  const borders = [...(block[0] ?? '').matchAll(/\+/g)].map((match) => match.index);
  const columns = borders
    .slice(0, -1)
    .map((start, column): Column => ({ start: start + 1, end: borders[column + 1] ?? start }));
  const isRegular = block.every((line) =>
    line.startsWith('+') ? GRID.test(line) : borders.every((border) => line[border] === '|'),
  );
  const separators = block.flatMap((line, row) => (line.startsWith('+') ? [row] : []));
  if (!isRegular || separators.length < 2) return null;
  const rows = separators.slice(0, -1).map((separator, place) => {
    const own = block.slice(separator + 1, separators[place + 1]);
    return columns.map(({ start, end: to }) => joinCell(own.map((line) => line.slice(start, to).trim())));
  });
  const ruled = block.find((line) => /=/.test(line)) ?? block[0] ?? '';
  const [header = [], ...body] = rows;
  return {
    count: end - index,
    text: pipeTable(
      header,
      body,
      columns.map(({ start, end: to }) => gridAlignment(ruled.slice(start, to))),
    ),
  };
}

/** What stands on several lines of a cell: items on lines of their own, words one after another. */
function joinCell(lines: readonly string[]): string {
  const words = lines.filter((line) => line !== '');
  return words.join(words.some((line) => /^[-*+] /.test(line)) ? '<br>' : ' ');
}

function alignmentOf(header: string, { start, end }: Column): Alignment {
  const text = header.slice(Math.max(0, start), end);
  if (text.trim() === '') return 'none';
  const isLeft = !/^\s/.test(text);
  const isRight = text.length === end - start && !/\s$/.test(text);
  if (isLeft && isRight) return 'none';
  return isLeft ? 'left' : isRight ? 'right' : 'center';
}

function gridAlignment(rule: string): Alignment {
  const [isLeft, isRight] = [rule.startsWith(':'), rule.endsWith(':')];
  if (isLeft && isRight) return 'center';
  return isLeft ? 'left' : isRight ? 'right' : 'none';
}

const DASHES: Readonly<Record<Alignment, string>> = { left: ':---', right: '---:', center: ':---:', none: '---' };

function pipeTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return ['', line(header), line(alignments.map((alignment) => DASHES[alignment])), ...rows.map(line), ''].join('\n');
}
