/** A text and where it came from. `text` has LF line ends and no byte order mark. */
export interface Source {
  /** The path as the person knows it: relative to the folder they stand in where that is shorter. */
  readonly path: string;
  readonly text: string;
}

/** The range [start, end) of a source, in UTF-16 units from 0. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A place for people: line and column from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A source from raw text: CRLF and CR become LF, a leading byte order mark goes. */
export function createSource(path: string, raw: string): Source {
  const text = (raw.startsWith('\uFEFF') ? raw.slice(1) : raw).replace(/\r\n?/g, '\n');
  return { path, text };
}

/** The span from `start` to `end` of a source; to the end of that line when `end` is left out. */
export function spanOf(source: Source, start: number, end?: number): Span {
  if (end !== undefined) return { source, start, end };
  const lineEnd = source.text.indexOf('\n', start);
  return { source, start, end: lineEnd === -1 ? source.text.length : lineEnd };
}

/** The offset at which a line begins; lines count from 1, and one past the end is the last. */
export function lineStart(source: Source, line: number): number {
  let start = 0;
  for (let count = 1; count < line; count += 1) {
    const next = source.text.indexOf('\n', start);
    if (next === -1) return start;
    start = next + 1;
  }
  return start;
}

/** Line and column of an offset. An offset past the end is the place after the last character. */
export function positionAt(source: Source, offset: number): Position {
  const before = source.text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: before.length - lastBreak };
}
