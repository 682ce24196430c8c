import Papa from 'papaparse';
import { plainText } from '../markdown/render.ts';
import { attributeOf, attributeValue, type Block, type Division, type Inline, type Table } from '../markdown/tree.ts';
import type { Finding } from '../text/finding.ts';
import { nearestName } from '../text/nearest.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { readNumber } from './chart-numbers.ts';
import { chartNumber, emptyChart, largeChart, unknownChartType, unknownMark, unsuitableChart } from './findings.ts';

export const CHART_TYPES = ['bar', 'line', 'area', 'pie', 'dot'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** A chart as its outline says it. */
export interface Chart {
  readonly type: ChartType;
  readonly title: string;
  readonly credit: string;
  /** The name of the row or series that stands out; '' for none. */
  readonly mark: string;
  /** What the column of names is called. */
  readonly corner: string;
  readonly names: readonly string[];
  readonly series: readonly ChartSeries[];
}
export interface ChartSeries {
  readonly name: string;
  /** One for each name. */
  readonly values: readonly ChartValue[];
}
export interface ChartValue {
  /** `null` where there is none. */
  readonly number: number | null;
  /** As written. */
  readonly text: string;
}

/** More is no chart that can be read from the back of a room, or that is drawn at once. */
const MOST_ROWS = 200;
const MOST_SERIES = 6;
const MOST_SLICES = 12;

interface Cell {
  readonly text: string;
  readonly span: Span;
}
type Row = readonly Cell[];

/** How a chart gets the file that it names: `null`, with a finding, when it cannot be had. */
export type ReadChartFile = (path: string, span: Span, findings: Finding[]) => Source | null;

/** The chart that a division says; `null`, with findings, when it says none. */
export function readChart(
  division: Division,
  lang: string,
  readFile: ReadChartFile,
  findings: Finding[],
): Chart | null {
  const type = readType(division, findings);
  const rows = readRows(division, readFile, findings);
  if (type === null || rows === null) return null;
  const [header = [], ...body] = rows;
  if (body.length === 0 || header.length < 2) return refuse(emptyChart(opening(division)), findings);
  if (body.length > MOST_ROWS || header.length - 1 > MOST_SERIES) {
    return refuse(largeChart(opening(division), MOST_ROWS, MOST_SERIES), findings);
  }
  const series = header.slice(1).map(
    (cell, index): ChartSeries => ({
      name: cell.text,
      values: body.map((row) => readValue(row[index + 1], lang, findings)),
    }),
  );
  const { attributes } = division;
  const chart: Chart = {
    type,
    title: attributeValue(attributes, 'title') || plainText(captionOf(division)),
    credit: attributeValue(attributes, 'credit'),
    mark: attributeValue(attributes, 'mark'),
    corner: header[0]?.text ?? '',
    names: body.map(([name]) => name?.text ?? ''),
    series,
  };
  const unsuitable = whyUnsuitable(chart);
  if (unsuitable !== '') return refuse(unsuitableChart(opening(division), type, unsuitable), findings);
  findings.push(...unknownMarks(chart, division));
  return chart;
}

function refuse(finding: Finding, findings: Finding[]): null {
  findings.push(finding);
  return null;
}

function opening({ span }: Division): Span {
  return spanOf(span.source, span.start);
}

function readType(division: Division, findings: Finding[]): ChartType | null {
  const written = attributeOf(division.attributes, 'type');
  const type = CHART_TYPES.find((known) => known === written?.value);
  return (
    type ?? refuse(unknownChartType(written?.span ?? opening(division), written?.value ?? '', CHART_TYPES), findings)
  );
}

function readRows(division: Division, readFile: ReadChartFile, findings: Finding[]): readonly Row[] | null {
  const src = attributeOf(division.attributes, 'src');
  if (src) {
    const file = readFile(src.value, src.span, findings);
    return file === null ? null : rowsOfCsv(file);
  }
  const table = tableOf(division.blocks);
  return table ? rowsOfTable(table) : refuse(emptyChart(opening(division)), findings);
}

/** What the table of a chart is called; empty where its data come from a file. */
function captionOf({ attributes, blocks }: Division): readonly Inline[] {
  return attributeOf(attributes, 'src') ? [] : (tableOf(blocks)?.caption ?? []);
}

/** The table whose data a chart without a file shows. */
export function tableOf(blocks: readonly Block[]): Table | undefined {
  return blocks.find((block) => block.kind === 'table');
}

function rowsOfTable({ header, rows, span }: Table): readonly Row[] {
  const cell = (inlines: readonly Inline[]): Cell => ({ text: plainText(inlines), span: inlines[0]?.span ?? span });
  return [header, ...rows].map((row) => row.map(cell));
}

/** The rows of a file with values between commas, semicolons or tabs (RFC 4180), each cell with its place. */
function rowsOfCsv(source: Source): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  Papa.parse<readonly string[]>(source.text, {
    skipEmptyLines: 'greedy',
    step: ({ data, meta }) => {
      let at = start;
      rows.push(
        data.map((text) => {
          const found = source.text.indexOf(text, at);
          at = found === -1 || found > meta.cursor ? at : found + text.length;
          return { text: text.trim(), span: spanOf(source, Math.max(at - text.length, start), at) };
        }),
      );
      start = meta.cursor;
    },
  });
  return rows;
}

function readValue(cell: Cell | undefined, lang: string, findings: Finding[]): ChartValue {
  if (cell === undefined) return { number: null, text: '' };
  const number = readNumber(cell.text, lang);
  if (number === undefined) findings.push(chartNumber(cell.span, cell.text));
  return { number: number ?? null, text: cell.text };
}

/** Why data cannot be drawn as a chart of its type; '' when it can. */
function whyUnsuitable({ type, names, series }: Chart): string {
  if (type !== 'pie') return '';
  if (series.length > 1) return 'it shows the parts of one whole, so it takes one column of numbers';
  if (names.length > MOST_SLICES) return `more than ${MOST_SLICES} parts cannot be told apart`;
  const isPart = series.every(({ values }) => values.every(({ number }) => number !== null && number >= 0));
  return isPart ? '' : 'a part of a whole is a number that is not below zero';
}

function unknownMarks({ mark, names, series }: Chart, { attributes }: Division): readonly Finding[] {
  const known = [...names, ...series.map(({ name }) => name)];
  const written = attributeOf(attributes, 'mark');
  if (!written || known.includes(mark)) return [];
  return [unknownMark(written.span, mark, nearestName(mark, known) ?? known[0] ?? '')];
}
