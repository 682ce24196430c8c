import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, ChartSeries, ChartValue } from './chart-data.ts';
import { widthOf } from './text-width.ts';

/** The room that a chart is drawn for, in pixels of the slide. */
export interface ChartRoom {
  readonly width: number;
  readonly height: number;
}

const INK = 'var(--color-ink)';
const MUTED = 'var(--color-muted)';
const RULE = 'var(--color-rule)';
const ACCENT = 'var(--color-accent)';
const PAPER = 'var(--color-paper)';
const SERIES_COLORS = 6;

const LABEL_PX = 27;
const AXIS_PX = 26;
/** Bars of more than this are too thin for a value on each. */
const MOST_LABELLED = 12;
const MOST_LYING_BARS = 18;

/** ECharts' options for a chart: few lines, each series named beside it, values as they are written. */
export function chartOptions(chart: Chart, room: ChartRoom, format: (value: number) => string): EChartsCoreOption {
  const base = { animation: false, textStyle: { color: INK, fontSize: LABEL_PX } };
  switch (chart.type) {
    case 'bar':
      return { ...base, ...barOptions(chart, room, format) };
    case 'line':
    case 'area':
      return { ...base, ...lineOptions(chart, room, format) };
    case 'pie':
      return { ...base, ...pieOptions(chart) };
    case 'dot':
      return { ...base, ...dotOptions(chart, room, format) };
  }
}

function barOptions(chart: Chart, room: ChartRoom, format: (value: number) => string): EChartsCoreOption {
  const { names, series } = chart;
  const bars = names.length * series.length;
  const fitsUpright = names.every((name) => widthOf(name, AXIS_PX) < (1.8 * room.width) / names.length);
  if (names.length > MOST_LABELLED || bars > MOST_LYING_BARS) return denseBars(chart, room, format);
  return series.length === 1 && fitsUpright ? uprightBars(chart, room) : lyingBars(chart, room);
}

/** One series, each value over its bar. */
function uprightBars(chart: Chart, room: ChartRoom): EChartsCoreOption {
  const { names, series } = chart;
  const isNegative = (value: ChartValue): boolean => (value.number ?? 0) < 0;
  return {
    grid: { ...NO_MARGINS, top: 36, bottom: series.some(({ values }) => values.some(isNegative)) ? 36 : 0 },
    xAxis: {
      ...categoryAxis(names),
      axisLabel: { ...AXIS_LABEL, interval: 0, width: room.width / names.length - 10, overflow: 'break' },
    },
    yAxis: { type: 'value', show: false },
    series: series.map((one, index) => ({
      type: 'bar',
      name: one.name,
      barCategoryGap: '36%',
      data: one.values.map((value, row) => ({
        value: value.number,
        itemStyle: { color: colorOf(chart, index, row) },
        label: {
          ...label(value.text, INK),
          position: isNegative(value) ? 'bottom' : 'top',
          fontWeight: weightOf(chart, row),
        },
      })),
    })),
  };
}

/** Names to the left, values at the ends; where there are several series, the bars of the first name say which is which. */
function lyingBars(chart: Chart, room: ChartRoom): EChartsCoreOption {
  const { names, series } = chart;
  const text = (one: ChartSeries, value: ChartValue, row: number): string =>
    series.length > 1 && row === 0 ? `${one.name}: ${value.text}` : value.text;
  const longest = Math.max(
    ...series.flatMap((one) => one.values.map((value, row) => widthOf(text(one, value, row), LABEL_PX))),
  );
  return {
    grid: { ...NO_MARGINS, right: Math.min(longest + 16, room.width / 2) },
    xAxis: { type: 'value', show: false },
    yAxis: {
      ...categoryAxis(names),
      inverse: true,
      axisLabel: { ...AXIS_LABEL, interval: 0, width: room.width * 0.3, overflow: 'break' },
    },
    series: series.map((one, index) => ({
      type: 'bar',
      name: one.name,
      barCategoryGap: series.length > 1 ? '28%' : '36%',
      barGap: '8%',
      data: one.values.map((value, row) => ({
        value: value.number,
        itemStyle: { color: colorOf(chart, index, row) },
        label: { ...label(text(one, value, row), INK), position: 'right', fontWeight: weightOf(chart, row) },
      })),
    })),
  };
}

/** Too many bars for a value on each: an axis says how high they are, and a key which is which. */
function denseBars(chart: Chart, { width }: ChartRoom, format: (value: number) => string): EChartsCoreOption {
  const { names, series } = chart;
  return {
    ...(series.length > 1 ? { legend: KEY } : {}),
    grid: { ...NO_MARGINS, top: series.length > 1 ? 56 : 36 },
    xAxis: { ...categoryAxis(names), axisLabel: { ...AXIS_LABEL, width: width / 4, overflow: 'truncate' } },
    yAxis: valueAxis(format),
    series: series.map((one, index) => ({
      type: 'bar',
      name: one.name,
      barCategoryGap: '24%',
      barGap: '0%',
      itemStyle: { color: colorOf({ ...chart, names: [] }, index, 0) },
      data: one.values.map((value, row) => ({
        value: value.number,
        itemStyle: { color: colorOf(chart, index, row) },
        ...(names[row] === chart.mark ? { label: { ...label(value.text, ACCENT), position: 'top' } } : {}),
      })),
    })),
  };
}

/** Each line is named at its end; one alone has its last value there. */
function lineOptions(chart: Chart, room: ChartRoom, format: (value: number) => string): EChartsCoreOption {
  const { type, names, series } = chart;
  const endText = (one: ChartSeries): string =>
    series.length > 1 ? one.name : (one.values.findLast(({ number }) => number !== null)?.text ?? '');
  const longest = Math.max(...series.map((one) => widthOf(endText(one), LABEL_PX)));
  const isStacked = type === 'area' && series.length > 1;
  const hasDots = names.length <= MOST_LABELLED && !isStacked;
  return {
    grid: { ...NO_MARGINS, top: 24, right: Math.min(longest + 20, room.width / 2) },
    xAxis: { ...categoryAxis(names), boundaryGap: false, axisLabel: { ...AXIS_LABEL, hideOverlap: true } },
    yAxis: { ...valueAxis(format), scale: type === 'line' },
    series: series.map((one, index) => {
      const color = colorOf({ ...chart, names: [] }, index, 0);
      return {
        type: 'line',
        name: one.name,
        ...(isStacked ? { stack: 'all' } : {}),
        symbol: 'circle',
        symbolSize: hasDots ? 10 : 0,
        showAllSymbol: true,
        lineStyle: { width: isStacked ? 0 : one.name === chart.mark ? 6 : 4, color },
        itemStyle: { color },
        ...(type === 'area' ? { areaStyle: { color, opacity: isStacked ? 0.88 : 0.2 } } : {}),
        endLabel: { ...label(endText(one), color), fontWeight: 600, distance: 12 },
        labelLayout: { moveOverlap: 'shiftY' },
        data: one.values.map((value, row) => (names[row] === chart.mark ? markedPoint(value) : value.number)),
      };
    }),
  };
}

function markedPoint(value: ChartValue): object {
  return {
    value: value.number,
    symbolSize: 18,
    itemStyle: { color: ACCENT, borderColor: PAPER, borderWidth: 3 },
    label: { ...label(value.text, ACCENT), position: 'top', fontWeight: 600 },
  };
}

/** Each part has its name and its value beside it. */
function pieOptions(chart: Chart): EChartsCoreOption {
  const [one] = chart.series;
  return {
    series: [
      {
        type: 'pie',
        radius: '82%',
        center: ['50%', '50%'],
        startAngle: 90,
        itemStyle: { borderColor: PAPER, borderWidth: 3 },
        labelLine: { lineStyle: { color: MUTED, width: 2 }, length: 18, length2: 18 },
        label: { color: INK, fontSize: LABEL_PX, lineHeight: LABEL_PX * 1.25 },
        data: chart.names.map((name, row) => ({
          name,
          value: one?.values[row]?.number ?? 0,
          itemStyle: { color: chart.mark === '' ? seriesColor(row) : colorOf(chart, 0, row) },
          label: { ...label(`${name}\n${one?.values[row]?.text ?? ''}`, INK), fontWeight: weightOf(chart, row) },
        })),
      },
    ],
  };
}

/** A dot for each value on the line of its name; where there are several series, those of the first name are named. */
function dotOptions(chart: Chart, room: ChartRoom, format: (value: number) => string): EChartsCoreOption {
  const { names, series } = chart;
  const longest = Math.max(...series.flatMap(({ values }) => values.map(({ text }) => widthOf(text, LABEL_PX))));
  const several = series.length > 1;
  const text = (one: ChartSeries, value: ChartValue, row: number): string => {
    if (!several) return value.text;
    return row === 0 ? one.name : '';
  };
  return {
    grid: { ...NO_MARGINS, top: several ? 36 : 0, right: Math.min((several ? 40 : longest) + 24, room.width / 2) },
    xAxis: { ...valueAxis(format), scale: several },
    yAxis: {
      ...categoryAxis(names),
      inverse: true,
      axisLine: { show: false },
      axisLabel: { ...AXIS_LABEL, width: room.width * 0.3, overflow: 'break' },
    },
    series: series.map((one, index) => ({
      type: 'scatter',
      name: one.name,
      symbolSize: names.length > 16 ? 12 : 18,
      itemStyle: { opacity: 1 },
      data: one.values.map((value, row) => ({
        value: [value.number, row],
        itemStyle: { color: colorOf(chart, index, row) },
        label: {
          ...label(text(one, value, row), several ? colorOf(chart, index, row) : INK),
          show: text(one, value, row) !== '',
          position: several ? 'top' : 'right',
          fontWeight: several ? 600 : weightOf(chart, row),
        },
      })),
    })),
  };
}

const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0, outerBounds: { top: 0, right: 0, bottom: 0, left: 0 } };
const AXIS_LABEL = { color: MUTED, fontSize: AXIS_PX, margin: 12 };
/** So that a label can be read where it crosses a line. */
const HALO = { textBorderColor: PAPER, textBorderWidth: 6 };
const KEY = {
  top: 0,
  left: 0,
  icon: 'rect',
  itemWidth: 20,
  itemHeight: 20,
  itemGap: 28,
  textStyle: { color: INK, fontSize: LABEL_PX },
};

function categoryAxis(names: readonly string[]): object {
  return {
    type: 'category',
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: MUTED, width: 2 } },
  };
}

function valueAxis(format: (value: number) => string): object {
  return {
    type: 'value',
    splitNumber: 4,
    axisLabel: { ...AXIS_LABEL, formatter: format },
    splitLine: { lineStyle: { color: RULE, width: 1 } },
  };
}

function label(text: string, color: string): object {
  // A function, so that nothing in the text is taken for a pattern of ECharts.
  return { show: text !== '', color, fontSize: LABEL_PX, ...HALO, formatter: () => text };
}

function seriesColor(index: number): string {
  return `var(--color-series-${(index % SERIES_COLORS) + 1})`;
}

/** What is marked has the accent, and all else steps back. */
function colorOf({ mark, names, series }: Chart, index: number, row: number): string {
  const isMarked = names[row] === mark || series[index]?.name === mark;
  const marksOne = mark !== '' && (names.includes(mark) || series.some(({ name }) => name === mark));
  if (!marksOne) return seriesColor(index);
  return isMarked ? ACCENT : MUTED;
}

function weightOf({ mark, names }: Chart, row: number): number {
  return mark !== '' && names[row] === mark ? 600 : 400;
}
