import type { Finding } from '../text/finding.ts';
import { nearestHint } from '../text/nearest.ts';
import type { Span } from '../text/source.ts';

export function longCode(span: Span, most: number): Finding {
  return {
    rule: 'long-code',
    severity: 'warning',
    message: `this code is longer than ${most} characters, so it is shown without colours`,
    hint: 'show the lines that matter, as with lines=3-9',
    span,
  };
}

export function unknownLanguage(span: Span, language: string): Finding {
  return {
    rule: 'unknown-language',
    severity: 'warning',
    message: `"${language}" is not a language that can be highlighted, so this code is shown without colours`,
    hint: 'write the name that highlight.js has for it, or "text"',
    span,
  };
}

export function invalidMath(span: Span, reason: string): Finding {
  return {
    rule: 'invalid-math',
    severity: 'error',
    message: `this formula cannot be drawn: ${reason}`,
    hint: 'https://katex.org/docs/supported has all that it may hold; a dollar sign that is no formula is written \\$',
    span,
  };
}

export function strangeSign(span: Span, sign: string): Finding {
  return {
    rule: 'math-character',
    severity: 'warning',
    message: `the fonts for formulas have no "${sign}": another machine may show it differently, or as a box`,
    hint: 'write a TeX command, or put it outside the formula',
    span,
  };
}

export function unknownChartType(span: Span, type: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-chart-type',
    severity: 'error',
    message: type === '' ? 'this chart does not say its type' : `there is no chart of the type "${type}"`,
    hint: type === '' ? `write type=${known.join(', type=')}` : nearestHint(type, known),
    span,
  };
}

export function emptyChart(span: Span): Finding {
  return {
    rule: 'empty-chart',
    severity: 'error',
    message: 'this chart has no data: it takes a row of names above, and under it a name and a number in each row',
    hint: 'name a file by src=media/data.csv, or put a table between its lines',
    span,
  };
}

export function largeChart(span: Span, mostRows: number, mostSeries: number): Finding {
  return {
    rule: 'large-chart',
    severity: 'error',
    message: `this chart has more than ${mostRows} rows or ${mostSeries} columns of numbers, which nobody can read`,
    hint: 'show the part of the data that matters, or divide it into several charts',
    span,
  };
}

export function unsuitableChart(span: Span, type: string, reason: string): Finding {
  return {
    rule: 'unsuitable-chart',
    severity: 'error',
    message: `this data is none for a ${type} chart: ${reason}`,
    hint: 'show it as bars',
    span,
  };
}

export function chartNumber(span: Span, text: string): Finding {
  return {
    rule: 'chart-number',
    severity: 'error',
    message: `"${text}" is no number`,
    hint: 'leave the cell empty where there is none',
    span,
  };
}

export function unknownMark(span: Span, mark: string, like: string): Finding {
  return {
    rule: 'unknown-mark',
    severity: 'warning',
    message: `nothing in this chart is called "${mark}", so nothing stands out`,
    hint: `write the name of a row or a column, such as "${like}"`,
    span,
  };
}

const DIAGRAM_TYPES = [
  'flowchart',
  'sequenceDiagram',
  'classDiagram',
  'stateDiagram-v2',
  'erDiagram',
  'gantt',
  'pie',
  'mindmap',
  'timeline',
  'gitGraph',
  'quadrantChart',
  'xychart-beta',
  'journey',
];

export function emptyDiagram(span: Span): Finding {
  return {
    rule: 'empty-diagram',
    severity: 'error',
    message: 'this diagram is empty',
    hint: 'write it between the fences, as "flowchart LR" and under it "A --> B", or name a file by src=media/name.mmd',
    span,
  };
}

export function unknownDiagramType(span: Span, word: string): Finding {
  return {
    rule: 'unknown-diagram-type',
    severity: 'error',
    message: `"${word}" is no type of diagram that is drawn`,
    hint: nearestHint(word, DIAGRAM_TYPES),
    span,
  };
}

export function invalidDiagram(span: Span, reason: string): Finding {
  return {
    rule: 'invalid-diagram',
    severity: 'error',
    message: `this diagram cannot be drawn: ${reason}`,
    hint: 'https://mermaid.js.org/intro/ has what each type of diagram may hold; words with signs in them stand in quotation marks',
    span,
  };
}

export function largeDiagram(span: Span, most: string): Finding {
  return {
    rule: 'large-diagram',
    severity: 'error',
    message: `this diagram has more than ${most}, which nobody can read`,
    hint: 'show the part that matters, or divide it into several diagrams',
    span,
  };
}

export function slowDiagram(span: Span): Finding {
  return {
    rule: 'large-diagram',
    severity: 'error',
    message: 'this diagram takes too long to draw',
    hint: 'show the part that matters, or divide it into several diagrams',
    span,
  };
}

export function diagramLink(span: Span): Finding {
  return {
    rule: 'diagram-link',
    severity: 'warning',
    message: 'what is drawn cannot be clicked, so this line is left out',
    hint: 'write the link beside the diagram',
    span,
  };
}

export function diagramSetting(span: Span, name: string): Finding {
  return {
    rule: 'diagram-setting',
    severity: 'warning',
    message: `"${name}" is decided by the theme of the talk, not by a diagram, so this setting is left out`,
    hint: 'leave it out here; colours of single parts can be set by "style" and "classDef"',
    span,
  };
}

export function undescribedDiagram(span: Span): Finding {
  return {
    rule: 'missing-alt',
    severity: 'warning',
    message: 'this diagram has no description, so who cannot see it is told its words alone',
    hint: 'say after the fence what it shows: ```mermaid {alt="Ships report to the harbour"}',
    span,
  };
}
