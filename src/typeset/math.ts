import type { KatexOptions, ParseError } from 'katex';
import type { InlineMath, MathBlock } from '../markdown/tree.ts';
import type { Checked, Finding } from '../text/finding.ts';
import { type Span, spanOf } from '../text/source.ts';
import { invalidMath, strangeSign } from './findings.ts';

/** A formula as HTML with KaTeX's classes and MathML for screen readers; `null` when KaTeX refused it. */
export type DrawMath = (tex: string, isDisplay: boolean) => string | null;

/** The formulas of a talk, drawn. */
export interface DrawnMath {
  readonly draw: DrawMath;
  /** Each distinct formula as HTML. */
  readonly html: readonly string[];
}

type Formula = InlineMath | MathBlock;
type Katex = Pick<typeof import('katex').default, 'renderToString'>;

/** So much TeX is no formula for a slide, and could keep KaTeX busy. */
const LONGEST = 5000;
/** In em; the slide is some 40 wide. */
const LARGEST_EM = 100;
const MOST_EXPANSIONS = 500;
/** No colour that TeX can name: what KaTeX draws in it is a command that it does not trust. */
const REFUSED = 'not-trusted';
const UNTRUSTED = /\\(?:href|url|includegraphics|html(?:Class|Id|Style|Data))(?![a-zA-Z])/;

/**
 * What draws the formulas of a talk, each distinct one once and apart from all others: what one defines, another has
 * not. KaTeX is loaded only when there are any. Links, pictures and HTML in a formula are refused. Findings of the
 * drawing: `invalid-math`, `math-character`.
 */
export async function loadMath(formulas: readonly Formula[]): Promise<() => Checked<DrawnMath>> {
  if (formulas.length === 0) return () => ({ value: { draw: () => null, html: [] }, findings: [] });
  const { default: katex } = await import('katex');
  return () => drawAll(katex, formulas);
}

function drawAll(katex: Katex, formulas: readonly Formula[]): Checked<DrawnMath> {
  const findings: Finding[] = [];
  const drawn = new Map<string, string | null>();
  for (const formula of formulas) {
    const key = keyOf(formula.tex, isDisplayed(formula));
    if (!drawn.has(key)) drawn.set(key, drawWith(katex, formula, findings));
  }
  const html = [...drawn.values()].filter((formula) => formula !== null);
  return { value: { draw: (tex, isDisplay) => drawn.get(keyOf(tex, isDisplay)) ?? null, html }, findings };
}

function isDisplayed(formula: Formula): boolean {
  return formula.kind === 'math-block' || formula.isDisplay;
}

function keyOf(tex: string, isDisplay: boolean): string {
  return (isDisplay ? '$$' : '$') + tex;
}

function drawWith(katex: Katex, formula: Formula, findings: Finding[]): string | null {
  const { tex, span } = formula;
  const refuse = (reason: string, at: Span): null => {
    findings.push(invalidMath(at, reason));
    return null;
  };
  if (tex.length > LONGEST) return refuse(`it is longer than ${LONGEST} characters`, span);
  try {
    const html = katex.renderToString(tex, optionsFor(formula, findings));
    if (!html.includes(REFUSED)) return html;
    const [command = ''] = UNTRUSTED.exec(tex) ?? [];
    return refuse(`${command} is not allowed in a formula`, placeIn(formula, tex.indexOf(command), command.length));
  } catch (error) {
    // KaTeX calls itself for each level of braces: some thousands fill the stack.
    if (error instanceof RangeError) return refuse('it is nested too deep', span);
    if (!isParseError(error)) throw error;
    const place = error.position === undefined ? span : placeIn(formula, error.position, error.length ?? 1);
    return refuse(inWords(error.rawMessage), place);
  }
}

function optionsFor(formula: Formula, findings: Finding[]): KatexOptions {
  return {
    displayMode: isDisplayed(formula),
    output: 'htmlAndMathml',
    trust: false,
    errorColor: REFUSED,
    maxSize: LARGEST_EM,
    maxExpand: MOST_EXPANSIONS,
    macros: {},
    strict: (code, _message, token) => {
      if (code === 'unknownSymbol' && token?.loc) {
        const { start, end } = token.loc;
        findings.push(strangeSign(placeIn(formula, start, end - start), token.text));
      }
      return 'ignore';
    },
  };
}

function isParseError(error: unknown): error is Pick<ParseError, 'rawMessage'> & Partial<ParseError> {
  return error instanceof Error && error.name === 'ParseError';
}

/** What KaTeX says, without the words of its parser. */
function inWords(message: string): string {
  const unknown = /^Undefined control sequence: (.*)$/.exec(message);
  if (unknown) return `KaTeX knows no command ${unknown[1]}`;
  const words = message.replace(/'EOF'/g, 'the end').replace(/\bgot the end$/, 'found the end');
  return words.charAt(0).toLowerCase() + words.slice(1).replace(/\.$/, '');
}

/**
 * The place in the outline of a part of a formula. Its lines have lost their indentation and their `>` in items and
 * quotations, so they are looked for one by one; the whole formula stands for what is not found.
 */
function placeIn({ tex, span }: Formula, position: number, length: number): Span {
  const { source } = span;
  let cursor = span.start;
  let before = 0;
  for (const line of tex.split('\n')) {
    const at = source.text.indexOf(line, cursor);
    if (at === -1 || at + line.length > span.end) return span;
    if (position <= before + line.length) {
      const start = Math.min(at + position - before, span.end - 1);
      return spanOf(source, start, Math.min(start + Math.max(1, length), at + line.length + 1, span.end));
    }
    cursor = at + line.length;
    before += line.length + 1;
  }
  return span;
}
