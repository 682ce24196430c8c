import type { DrawnDiagram } from '../markdown/render-context.ts';
import { attributeOf, attributeValue, type Diagram } from '../markdown/tree.ts';
import type { Checked, Finding } from '../text/finding.ts';
import { type Span, spanOf } from '../text/source.ts';
import { checkSvg } from './check-svg.ts';
import { diagramPlace } from './diagram-place.ts';
import {
  diagramLink,
  diagramSetting,
  emptyDiagram,
  invalidDiagram,
  largeDiagram,
  slowDiagram,
  undescribedDiagram,
  unknownDiagramType,
} from './findings.ts';

/** What came of a text that was to be drawn. */
export type Drawing =
  | {
      readonly kind: 'drawn';
      readonly svg: string;
      readonly widthPx: number;
      readonly heightPx: number;
      /** Its words, in the order in which they are drawn. */
      readonly words: readonly string[];
      /** What its text says of it by `accTitle` and `accDescr`; '' for nothing. */
      readonly description: string;
    }
  | { readonly kind: 'unknown-type' }
  | { readonly kind: 'too-many-lines'; readonly most: number }
  | {
      readonly kind: 'invalid';
      readonly reason: string;
      /** Where, in what mermaid reads, both counted from 1; `null` when it does not say. */
      readonly place: { readonly line: number; readonly column: number } | null;
    };

/** A text to draw. The ids in its drawing begin with `prefix`. */
export interface DiagramText {
  readonly text: string;
  readonly prefix: string;
}
/** Draws texts, each apart from all others; `null` for one that takes too long. */
export type DrawTexts = (texts: readonly DiagramText[]) => Promise<readonly (Drawing | null)[]>;

/** In characters: some hundreds of lines, of which a slide shows ten. */
const LONGEST = 20_000;
/** Lines that lead out of a diagram or to a program, as flowcharts, class diagrams, Gantt charts and sequences have them. */
const LINK =
  /^[ \t]*(?:click[ \t]+[\w-]+[ \t]+["\w]|callback[ \t]+[\w-]+[ \t]+"|links?[ \t]+[\w-]+[ \t]*(?::.*[@{]|[ \t]")).*$/m;
/** Settings of what the theme decides. */
const SETTING = /%%\{\s*init[\s\S]*?\}%%|^---\n[\s\S]*?\n---/;
const SETTINGS = /\b(?:theme\w*|font\w*|look|layout|htmlLabels|securityLevel|themeCSS)\b(?=["']?\s*:)/;

/**
 * Diagrams as SVG, each with a description. Findings: `empty-diagram`, `large-diagram`, `unknown-diagram-type`,
 * `invalid-diagram`, `diagram-link`, `diagram-setting`, `missing-alt`.
 */
export async function drawDiagrams(
  all: readonly Diagram[],
  draw: DrawTexts,
): Promise<Checked<ReadonlyMap<Diagram, DrawnDiagram>>> {
  const findings: Finding[] = [];
  const drawable = all.filter((diagram) => isDrawable(diagram, findings));
  // No id of a slide has a "/" in it.
  const texts = drawable.map((diagram, index) => ({ text: diagram.text, prefix: `diagram/${index + 1}/` }));
  const drawings = await draw(texts);
  const drawn = new Map<Diagram, DrawnDiagram>();
  for (const [index, diagram] of drawable.entries()) {
    const drawing = drawings[index] ?? null;
    if (drawing?.kind !== 'drawn') {
      findings.push(whyNotDrawn(diagram, drawing));
      continue;
    }
    findings.push(...remarks(diagram, drawing));
    const description = describe(diagram, drawing.description) || drawing.words.join(', ');
    const { widthPx, heightPx } = drawing;
    drawn.set(diagram, { svg: checkSvg(drawing.svg), description, widthPx, heightPx });
  }
  return { value: drawn, findings };
}

/** Where a diagram begins: its fence. */
function opening({ span }: Diagram): Span {
  return spanOf(span.source, span.start);
}

function isDrawable(diagram: Diagram, findings: Finding[]): boolean {
  const isMissing = diagram.file === null && attributeOf(diagram.attributes, 'src') !== undefined;
  // Why its file cannot be had is found already.
  if (isMissing) return false;
  if (diagram.text.trim() === '') findings.push(emptyDiagram(opening(diagram)));
  else if (diagram.text.length > LONGEST) findings.push(largeDiagram(opening(diagram), `${LONGEST} characters`));
  else return true;
  return false;
}

function whyNotDrawn(diagram: Diagram, drawing: Exclude<Drawing, { kind: 'drawn' }> | null): Finding {
  if (drawing === null) return slowDiagram(opening(diagram));
  switch (drawing.kind) {
    case 'unknown-type':
      return unknownDiagramType(diagramPlace(diagram, { line: 1, column: 1 }), firstWord(diagram));
    case 'too-many-lines':
      return largeDiagram(opening(diagram), `${drawing.most} lines between its parts`);
    case 'invalid':
      return invalidDiagram(drawing.place ? diagramPlace(diagram, drawing.place) : opening(diagram), drawing.reason);
  }
}

function firstWord(diagram: Diagram): string {
  const { source, start, end } = diagramPlace(diagram, { line: 1, column: 1 });
  return /^\s*(\S*)/.exec(source.text.slice(start, end))?.[1] ?? '';
}

/** What can be said of a diagram that was drawn. */
function remarks(diagram: Diagram, drawing: Extract<Drawing, { kind: 'drawn' }>): readonly Finding[] {
  const findings: Finding[] = [];
  if (describe(diagram, drawing.description) === '') findings.push(undescribedDiagram(opening(diagram)));
  const link = LINK.exec(diagram.text);
  if (link) findings.push(diagramLink(diagramPlace(diagram, link.index)));
  const setting = SETTING.exec(diagram.text);
  const name = SETTINGS.exec(setting?.[0] ?? '');
  if (setting && name) findings.push(diagramSetting(diagramPlace(diagram, setting.index + name.index), name[0]));
  return findings;
}

/** What the author says that a diagram shows; '' for nothing. */
function describe({ attributes }: Diagram, said: string): string {
  return attributeValue(attributes, 'alt').trim() || said;
}
