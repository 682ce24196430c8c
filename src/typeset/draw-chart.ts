import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, setPlatformAPI, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from './chart-data.ts';
import { formatFor } from './chart-numbers.ts';
import { type ChartRoom, chartOptions } from './chart-options.ts';
import { cleanSvg } from './chart-svg.ts';
import { widthOf } from './text-width.ts';

use([BarChart, LineChart, PieChart, ScatterChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

// ECharts' own guess is narrower than the faces that themes use.
setPlatformAPI({
  measureText: (text, font = '') => ({ width: widthOf(text, Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '12')) }),
});

/** A chart as SVG, in the colours of the theme and the fonts of what is around it. */
export function drawChart(chart: Chart, room: ChartRoom, lang: string): string {
  const format = formatFor(lang);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...room });
  try {
    drawing.setOption(chartOptions(chart, room, (value) => format.format(value)));
    return cleanSvg(drawing.renderToSVGString());
  } finally {
    // Else its timer keeps the process alive.
    drawing.dispose();
  }
}
