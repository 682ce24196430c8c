import mermaid, { type MermaidConfig } from 'mermaid';
import { standIn } from './colors.ts';
import { LOOKS } from './looks.ts';
import { SERIES, SMALL_PX, series, TEXT_PX, THEME_VARIABLES } from './theme-variables.ts';

/** The types of diagram that are drawn, by mermaid's own names. */
export const TYPES: ReadonlySet<string> = new Set([
  'flowchart',
  'flowchart-v2',
  'sequence',
  'class',
  'classDiagram',
  'state',
  'stateDiagram',
  'er',
  'gantt',
  'pie',
  'mindmap',
  'timeline',
  'gitGraph',
  'quadrantChart',
  'xychart',
  'journey',
]);

/** More lines between the nodes of a flowchart are a knot. */
export const MOST_LINES = 200;

/** What no text may set, wherever in its settings it stands: fonts, colours, sizes of text, and all that could load or run something. */
function secureKeys(): string[] {
  const keys = new Set<string>();
  const collect = (settings: object): void => {
    for (const [key, value] of Object.entries(settings)) {
      if (DECIDED.test(key)) keys.add(key);
      if (typeof value === 'object' && value !== null) collect(value);
    }
  };
  collect({ ...mermaid.mermaidAPI.defaultConfig, themeCSS: '', dompurifyConfig: '', deterministicIDSeed: '' });
  return [...keys];
}
const DECIDED =
  /font|colou?r|fill|stroke|theme|css|html|^look|^layout|secur|max|width$|purify|icon|seed|determin|legacy|marker|textplacement|startonload|loglevel|suppress|renderer|url|darkmode|elk/i;

/** In px: what numbers at both ends of a line between classes need beside its name. */
const CLASS_GAP_PX = 100;

/** What mermaid draws a text with. */
export function configFor(text: string): MermaidConfig {
  // The renderer of class diagrams reads the settings of states.
  const isClass = /^\s*classDiagram/m.test(text);
  const state = isClass ? { ...CONFIG.state, rankSpacing: CLASS_GAP_PX } : CONFIG.state;
  // Names of sections stand to the left of a Gantt chart, in a room that does not grow with them.
  const names = [...text.matchAll(/^[ \t]*section[ \t]+(.+)$/gm)].map(([, name = '']) => name.length);
  const leftPadding = Math.min(320, Math.max(40, ...names.map((length) => length * 11 + 28)));
  return { ...CONFIG, state, gantt: { ...CONFIG.gantt, leftPadding } };
}

/** What is the same for all. */
const CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  deterministicIds: true,
  fontFamily: 'inherit',
  fontSize: TEXT_PX,
  logLevel: 'fatal',
  maxTextSize: 20_000,
  maxEdges: MOST_LINES,
  secure: secureKeys(),
  theme: 'base',
  themeVariables: THEME_VARIABLES,
  themeCSS: LOOKS,
  look: 'classic',
  layout: 'dagre',
  flowchart: {
    useMaxWidth: false,
    wrappingWidth: 260,
    padding: 20,
    nodeSpacing: 40,
    rankSpacing: 56,
    subGraphTitleMargin: { top: 8, bottom: 10 },
  },
  sequence: {
    useMaxWidth: false,
    actorFontSize: TEXT_PX,
    messageFontSize: SMALL_PX,
    noteFontSize: SMALL_PX,
    actorFontFamily: 'inherit',
    messageFontFamily: 'inherit',
    noteFontFamily: 'inherit',
    height: 48,
    boxMargin: 8,
    noteMargin: 8,
    messageMargin: 16,
    labelBoxWidth: 90,
    labelBoxHeight: 28,
    mirrorActors: false,
  },
  class: { useMaxWidth: false, hideEmptyMembersBox: true, padding: 12 },
  state: { useMaxWidth: false, padding: 16, radius: 8 },
  er: { useMaxWidth: false, fontSize: TEXT_PX, nodeSpacing: 80, rankSpacing: 90, entityPadding: 18 },
  gantt: {
    useMaxWidth: false,
    useWidth: 1080,
    fontSize: SMALL_PX,
    sectionFontSize: SMALL_PX,
    barHeight: 36,
    barGap: 8,
    topPadding: 56,
    rightPadding: 20,
    gridLineStartPadding: 40,
  },
  journey: {
    useMaxWidth: false,
    textPlacement: 'tspan',
    taskFontSize: SMALL_PX,
    taskFontFamily: 'inherit',
    titleFontFamily: 'inherit',
    titleFontSize: '24px',
    width: 190,
    height: 66,
    taskMargin: 20,
    diagramMarginX: 20,
    leftMargin: 150,
    actorColours: SERIES.map((_, index) => series(index)),
    sectionFills: [standIn('wash')],
    sectionColours: [standIn('ink')],
  },
  timeline: { useMaxWidth: false, disableMulticolor: true, leftMargin: 50 },
  mindmap: { useMaxWidth: false, maxNodeWidth: 240, padding: 14 },
  gitGraph: { useMaxWidth: false, rotateCommitLabel: true },
  pie: { useMaxWidth: false, textPosition: 0.7 },
  quadrantChart: {
    useMaxWidth: false,
    chartWidth: 860,
    chartHeight: 450,
    titleFontSize: 24,
    xAxisLabelFontSize: SMALL_PX,
    yAxisLabelFontSize: SMALL_PX,
    quadrantLabelFontSize: SMALL_PX,
    pointLabelFontSize: SMALL_PX,
    quadrantTextTopPadding: 10,
    pointTextPadding: 10,
    pointRadius: 8,
    quadrantInternalBorderStrokeWidth: 2,
  },
  xyChart: {
    useMaxWidth: false,
    width: 960,
    height: 440,
    titleFontSize: 24,
    legendFontSize: SMALL_PX,
    xAxis: { labelFontSize: SMALL_PX, titleFontSize: SMALL_PX, labelPadding: 8 },
    yAxis: { labelFontSize: SMALL_PX, titleFontSize: SMALL_PX, labelPadding: 8 },
  },
} satisfies MermaidConfig;
