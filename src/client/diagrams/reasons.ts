/** Why a text cannot be drawn, in words, and where; line and column from 1. */
export interface Reason {
  readonly reason: string;
  readonly place: { readonly line: number; readonly column: number } | null;
}

/** What jison says of an error: lines from 1, columns from 0. `line` alone counts from 0. */
interface JisonHash {
  readonly text?: string;
  readonly token?: string | number | null;
  readonly line?: number;
  readonly loc?: { readonly first_line: number; readonly first_column: number };
}
/** What Langium says of one: lines and columns from 1, and no number at the end of a text. */
interface LangiumResult {
  readonly lexerErrors?: readonly { readonly line?: number; readonly column?: number }[];
  readonly parserErrors?: readonly {
    readonly token: { readonly image: string; readonly startLine?: number; readonly startColumn?: number };
  }[];
}

/** What an error of mermaid's says, without the names that only its parsers know. */
export function whyInvalid(error: Error & { readonly hash?: JisonHash; readonly result?: LangiumResult }): Reason {
  const { hash, result } = error;
  // Some errors only look like those of a parser, with a place that is none; what they say is for people.
  if (typeof hash === 'object' && hash.token !== hash.text) return fromJison(hash);
  if (typeof result === 'object') return fromLangium(result);
  return { reason: inWords(error), place: null };
}

function inWords({ name, message }: Error): string {
  const [first = ''] = message.split('\n');
  // A fault of mermaid's own, at something that it did not see coming.
  if (name !== 'Error' && name !== 'YAMLException') return 'mermaid does not understand it';
  const words = first.slice(0, 160).replace(/\.$/, '');
  return words === '' ? 'mermaid does not say why' : words.charAt(0).toLowerCase() + words.slice(1);
}

function fromJison({ text = '', line = 0, loc }: JisonHash): Reason {
  const place = loc ? { line: loc.first_line, column: loc.first_column + 1 } : { line: line + 1, column: 1 };
  return { reason: unexpected(text), place };
}

function fromLangium({ lexerErrors = [], parserErrors = [] }: LangiumResult): Reason {
  const [lexer] = lexerErrors;
  const [parser] = parserErrors;
  if (lexer) return { reason: 'mermaid does not understand this', place: placeOf(lexer.line, lexer.column) };
  const { image = '', startLine, startColumn } = parser?.token ?? {};
  return { reason: unexpected(image), place: placeOf(startLine, startColumn) };
}

function placeOf(line?: number, column?: number): Reason['place'] {
  // Behind the last line stands nothing that could be pointed at: the end of the text is meant.
  return line === undefined || column === undefined || Number.isNaN(line)
    ? { line: Number.MAX_SAFE_INTEGER, column: 1 }
    : { line, column };
}

function unexpected(written: string): string {
  const words = written.trim();
  if (words === '') return 'something is missing here, or on the line before';
  return `mermaid does not expect "${words.slice(0, 40)}" here`;
}
