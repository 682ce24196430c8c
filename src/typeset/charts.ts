import { attributeValue, type Division } from '../markdown/tree.ts';
import type { Checked, Finding } from '../text/finding.ts';
import { escapeHtml } from '../text/html.ts';
import type { SlideSize } from '../text/slide-size.ts';
import type { Chart, ReadChartFile } from './chart-data.ts';
import type { ChartRoom } from './chart-options.ts';

/** A chart as HTML, without the figure around it; `null` when it could not be drawn. */
export type DrawChart = (division: Division) => string | null;

/** A division that is a chart, and where it stands. */
export interface PlacedChart {
  readonly division: Division;
  readonly place: ChartPlace;
}

/** Where a chart is on its slide. */
export type ChartPlace = 'alone' | 'beside-text' | 'under-text' | 'column';

/**
 * The room of a chart at each place: its share of the width, and what is above and below it, in px. It is less than most layouts
 * leave, so that a chart grows where it is shown, and its words with it.
 */
const ROOMS: Readonly<Record<ChartPlace, { readonly widthShare: number; readonly aroundPx: number }>> = {
  alone: { widthShare: 0.9, aroundPx: 310 },
  'beside-text': { widthShare: 0.6, aroundPx: 305 },
  'under-text': { widthShare: 0.84, aroundPx: 420 },
  column: { widthShare: 0.4, aroundPx: 400 },
};

/**
 * What draws the charts of a talk, by ECharts, as SVG with the data in a table for who cannot see it. ECharts and the
 * reader of CSV are loaded only when there are any. Findings of the drawing: `unknown-chart-type`, `empty-chart`,
 * `large-chart`, `unsuitable-chart`, `chart-number`, `unknown-mark`, and those of `readFile`.
 */
export async function loadCharts(
  charts: readonly PlacedChart[],
  size: SlideSize,
  lang: string,
  readFile: ReadChartFile,
): Promise<() => Checked<DrawChart>> {
  if (charts.length === 0) return () => ({ value: () => null, findings: [] });
  const [{ drawChart }, { readChart }] = await Promise.all([import('./draw-chart.ts'), import('./chart-data.ts')]);
  return () => {
    const findings: Finding[] = [];
    const drawn = new Map<Division, string>();
    for (const { division, place } of charts) {
      const chart = readChart(division, lang, readFile, findings);
      if (chart === null) continue;
      const svg = drawChart(chart, roomFor(place, size), attributeValue(division.attributes, 'lang') || lang);
      drawn.set(division, captionHtml(chart) + svg + tableHtml(chart) + creditHtml(chart));
    }
    return { value: (division) => drawn.get(division) ?? null, findings };
  };
}

function roomFor(place: ChartPlace, { widthPx, heightPx }: SlideSize): ChartRoom {
  const { widthShare, aroundPx } = ROOMS[place];
  return { width: Math.round(widthPx * widthShare), height: heightPx - aroundPx };
}

function captionHtml({ title }: Chart): string {
  return title === '' ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
}

function creditHtml({ credit }: Chart): string {
  return credit === '' ? '' : `<p class="credit">${escapeHtml(credit)}</p>`;
}

/** The data, for who is read to. */
function tableHtml({ title, corner, names, series }: Chart): string {
  const caption = title === '' ? '' : `<caption>${escapeHtml(title)}</caption>`;
  const heads = [corner, ...series.map(({ name }) => name)].map((name) => `<th scope="col">${escapeHtml(name)}</th>`);
  const rows = names.map((name, row) => {
    const cells = series.map(({ values }) => `<td>${escapeHtml(values[row]?.text ?? '')}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join('')}</tr>`;
  });
  return `<table class="visually-hidden">${caption}<thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
