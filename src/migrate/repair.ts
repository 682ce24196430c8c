import { type Block, type Inline, visitTree } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';
import { carriedOtherwise, notCarried } from './findings.ts';
import { codeOf } from './html.ts';
import { parsePart, spaceBefore } from './part.ts';
import { type Edit, editTraced, originAt, type TracedText } from './traced.ts';

interface Repair {
  readonly edits: readonly Edit[];
  readonly finding: Finding;
}
type Mend = (text: string, start: number, end: number, finding: Finding, outline: TracedText) => Repair | null;

/** A word in braces that an outline does not know goes; the braces too, when it was the only one. */
const withoutWord: Mend = (text, start, end, _finding, outline) => {
  const word = text.slice(start, end);
  const finding = notCarried(originAt(outline, start), `"${word}"`);
  const open = text.lastIndexOf('{', start);
  const close = text.indexOf('}', end);
  const isInBraces =
    open !== -1 && close !== -1 && !/[}\n]/.test(text.slice(open, start)) && !text.slice(end, close).includes('\n');
  if (!isInBraces)
    return word === '' || text.lastIndexOf(':::', start) === -1
      ? null
      : { edits: [{ start, end, text: 'plain' }], finding };
  const isOnly = `${text.slice(open + 1, start)}${text.slice(end, close)}`.trim() === '';
  if (!isOnly) return { edits: [{ start: text[start - 1] === ' ' ? start - 1 : start, end, text: '' }], finding };
  const isDivision = /^[ \t]*:{3,}[ \t]*$/.test(text.slice(text.lastIndexOf('\n', open) + 1, open));
  return {
    edits: [{ start: isDivision ? open : spaceBefore(text, open), end: close + 1, text: isDivision ? 'plain' : '' }],
    finding,
  };
};

/** A sign that means something in an outline is meant as text. */
function escaped(sign: string): Mend {
  return (text, start, _end, _finding, outline) => {
    const at = text.indexOf(sign, start);
    if (at === -1 || text[at - 1] === '\\') return null;
    const length = sign === '$' && text[at + 1] === '$' ? 2 : 1;
    const edits = Array.from({ length }, (_, index) => ({ start: at + index, end: at + index, text: '\\' }));
    return { edits, finding: carriedOtherwise(originAt(outline, at), `"${sign}" here`, 'is text in the talk') };
  };
}

/** What cannot be drawn as a formula is shown as it is written. */
const formulaAsCode: Mend = (text, start, _end, finding, outline) => {
  const formula = formulaAt(outline, start);
  if (!formula) return null;
  const written = text.slice(formula.start, formula.end);
  const tex = /^\$+([\s\S]*?)\$+/.exec(written) ?? /^```+ *math\n([\s\S]*?)```+$/.exec(written);
  if (!tex) return null;
  const how = `is shown as it is written, because ${finding.message.replace(/^this formula cannot be drawn: /, 'it cannot be drawn: ')}`;
  const code = codeOf((tex[1] ?? '').trim().replace(/\s+/g, ' '));
  return {
    edits: [{ start: formula.start, end: formula.start + tex[0].length, text: code }],
    finding: carriedOtherwise(originAt(outline, start), 'this formula', how),
  };
};

function formulaAt(outline: TracedText, offset: number): Span | null {
  let found: Span | null = null;
  const look = ({ kind, span }: Block | Inline): void => {
    if ((kind === 'math' || kind === 'math-block') && span.start <= offset && offset < span.end) found = span;
  };
  visitTree(parsePart(outline), { block: look, inline: look });
  return found;
}

/** A link that leads to no slide is its words. */
const withoutLink: Mend = (text, start, end, _finding, outline) => {
  const link = /^\[([\s\S]*)\]\(([^)]*)\)/.exec(text.slice(start, end));
  if (!link) return null;
  const finding = carriedOtherwise(
    originAt(outline, start),
    `the link to "${link[2]}", where the talk has no slide,`,
    'is text in the talk',
  );
  return { edits: [{ start, end: start + link[0].length, text: link[1] ?? '' }], finding };
};

const closed =
  (fence: string): Mend =>
  (text, _start, _end, finding, outline) => ({
    edits: [{ start: text.length, end: text.length, text: `\n${fence}\n` }],
    finding: carriedOtherwise(
      originAt(outline, finding.span?.start ?? 0),
      'what is never closed here',
      'is closed at the end of its part of the talk',
    ),
  });

const closedCode: Mend = (text, start, end, finding, outline) => {
  const fence = /[`~]{3,}/.exec(text.slice(start, end))?.[0] ?? '```';
  return closed(fence)(text, start, end, finding, outline);
};

/** Lines of code to point out that the code does not have. */
const withoutLines: Mend = (text, start, _end, finding, outline) => {
  const lineEnd = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
  const groups = /\{\s*(?:all|[\d,|-])+\s*/.exec(text.slice(start, lineEnd));
  if (!groups) return withoutWord(text, start, _end, finding, outline);
  const at = start + groups.index;
  const isOnly = text[at + groups[0].length] === '}';
  const edit = { start: at, end: at + groups[0].length + (isOnly ? 1 : 0), text: isOnly ? '' : '{' };
  return {
    edits: [edit],
    finding: notCarried(originAt(outline, start), 'a pointer to lines that this code does not have'),
  };
};

const MENDS: Readonly<Record<string, Mend>> = {
  'unknown-attribute': withoutWord,
  'unknown-layout': withoutWord,
  'two-layouts': withoutWord,
  'layout-needs': withoutWord,
  'reserved-class': withoutWord,
  'invalid-width': withoutWord,
  'invalid-direction': withoutWord,
  'invalid-background': withoutWord,
  'invalid-tone': withoutWord,
  'invalid-step': withoutWord,
  'invalid-id': withoutWord,
  'duplicate-id': withoutWord,
  'missing-picture': withoutWord,
  'unknown-variable': escaped('{'),
  'empty-variable': escaped('{'),
  'invalid-math': formulaAsCode,
  'unknown-slide': withoutLink,
  'unclosed-division': closed(':::'),
  'unclosed-code': closedCode,
  'unclosed-comment': closed('-->'),
  'duplicate-footnote': escaped('['),
  'invalid-number': withoutWord,
  'no-such-lines': withoutLines,
};

/** An outline in which what would keep the talk from being built is mended; the findings say what has changed, in the deck. */
export function repairOutline(
  outline: TracedText,
  errors: readonly Finding[],
): { readonly text: TracedText; readonly findings: readonly Finding[] } {
  const repairs = errors.flatMap((error) => {
    const mend = MENDS[error.rule];
    const repair = mend && error.span ? mend(outline.text, error.span.start, error.span.end, error, outline) : null;
    return repair ? [repair] : [];
  });
  return {
    text: editTraced(
      outline,
      repairs.flatMap(({ edits }) => edits),
    ),
    findings: repairs.map(({ finding }) => finding),
  };
}
