import mermaid, { type MermaidConfig } from 'mermaid';
import { standIn, type Token } from './colors.ts';
import { LOOKS } from './looks.ts';

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

const TEXT_PX = 22;
const SMALL_PX = 20;

const SERIES: readonly Token[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'];
const series = (index: number): string => standIn(SERIES[index % SERIES.length] ?? 'series-1');
const PAPER = standIn('paper');
const INK = standIn('ink');
const MUTED = standIn('muted');
const RULE = standIn('rule');
const WASH = standIn('wash');
const MARK = standIn('mark');
const ACCENT = standIn('accent');

/** A variable of mermaid's for each number from `first` to `last`. */
function numbered(name: string, first: number, last: number, color: (index: number) => string): Record<string, string> {
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => index + first);
  return Object.fromEntries(numbers.map((number) => [`${name}${number}`, color(number - first)]));
}

const themeVariables = {
  fontFamily: 'inherit',
  fontSize: `${TEXT_PX}px`,
  useGradient: false,
  dropShadow: 'none',
  strokeWidth: 2,
  radius: 8,
  background: PAPER,
  primaryColor: WASH,
  primaryTextColor: INK,
  primaryBorderColor: MUTED,
  secondaryColor: PAPER,
  secondaryTextColor: INK,
  secondaryBorderColor: MUTED,
  tertiaryColor: PAPER,
  tertiaryTextColor: INK,
  tertiaryBorderColor: RULE,
  lineColor: INK,
  arrowheadColor: INK,
  textColor: INK,
  mainBkg: WASH,
  nodeBkg: WASH,
  nodeBorder: MUTED,
  nodeTextColor: INK,
  clusterBkg: PAPER,
  clusterBorder: RULE,
  titleColor: INK,
  edgeLabelBackground: PAPER,
  noteBkgColor: MARK,
  noteBorderColor: MARK,
  noteTextColor: INK,
  actorBkg: WASH,
  actorBorder: MUTED,
  actorTextColor: INK,
  actorLineColor: RULE,
  labelBoxBkgColor: WASH,
  labelBoxBorderColor: RULE,
  labelTextColor: INK,
  loopTextColor: INK,
  signalColor: INK,
  signalTextColor: INK,
  activationBkgColor: RULE,
  activationBorderColor: MUTED,
  sequenceNumberColor: PAPER,
  sectionBkgColor: WASH,
  altSectionBkgColor: PAPER,
  sectionBkgColor2: WASH,
  excludeBkgColor: WASH,
  taskBkgColor: series(0),
  taskBorderColor: series(0),
  taskTextColor: PAPER,
  taskTextLightColor: PAPER,
  taskTextDarkColor: INK,
  taskTextOutsideColor: INK,
  taskTextClickableColor: PAPER,
  activeTaskBkgColor: series(2),
  activeTaskBorderColor: series(2),
  doneTaskBkgColor: MUTED,
  doneTaskBorderColor: MUTED,
  critBkgColor: ACCENT,
  critBorderColor: ACCENT,
  todayLineColor: ACCENT,
  vertLineColor: ACCENT,
  gridColor: RULE,
  rowOdd: PAPER,
  rowEven: WASH,
  attributeBackgroundColorOdd: PAPER,
  attributeBackgroundColorEven: WASH,
  transitionColor: INK,
  transitionLabelColor: INK,
  stateLabelColor: INK,
  stateBkg: WASH,
  labelBackgroundColor: PAPER,
  compositeBackground: PAPER,
  compositeTitleBackground: PAPER,
  compositeBorder: RULE,
  altBackground: PAPER,
  innerEndBackground: INK,
  specialStateColor: INK,
  errorBkgColor: WASH,
  errorTextColor: INK,
  scaleLabelColor: PAPER,
  ...numbered('cScale', 0, 11, series),
  ...numbered('cScalePeer', 0, 11, series),
  ...numbered('cScaleInv', 0, 11, series),
  ...numbered('cScaleLabel', 0, 11, () => PAPER),
  ...numbered('surface', 0, 4, () => WASH),
  ...numbered('surfacePeer', 0, 4, () => RULE),
  ...numbered('fillType', 0, 7, series),
  classText: INK,
  ...numbered('pie', 1, 12, series),
  pieTitleTextSize: `${TEXT_PX}px`,
  pieTitleTextColor: INK,
  pieSectionTextSize: `${SMALL_PX}px`,
  pieSectionTextColor: PAPER,
  pieLegendTextSize: `${TEXT_PX}px`,
  pieLegendTextColor: INK,
  pieStrokeColor: PAPER,
  pieStrokeWidth: '3px',
  pieOuterStrokeColor: PAPER,
  pieOuterStrokeWidth: '0px',
  pieOpacity: '1',
  ...numbered('venn', 1, 8, series),
  vennTitleTextColor: INK,
  vennSetTextColor: INK,
  quadrant1Fill: WASH,
  quadrant2Fill: PAPER,
  quadrant3Fill: WASH,
  quadrant4Fill: PAPER,
  ...Object.fromEntries([1, 2, 3, 4].map((number) => [`quadrant${number}TextFill`, MUTED])),
  quadrantPointFill: ACCENT,
  quadrantPointTextFill: INK,
  quadrantXAxisTextFill: MUTED,
  quadrantYAxisTextFill: MUTED,
  quadrantInternalBorderStrokeFill: RULE,
  quadrantExternalBorderStrokeFill: RULE,
  quadrantTitleFill: INK,
  xyChart: {
    backgroundColor: PAPER,
    titleColor: INK,
    dataLabelColor: INK,
    legendTextColor: INK,
    xAxisTitleColor: MUTED,
    xAxisLabelColor: MUTED,
    xAxisTickColor: MUTED,
    xAxisLineColor: MUTED,
    yAxisTitleColor: MUTED,
    yAxisLabelColor: MUTED,
    yAxisTickColor: MUTED,
    yAxisLineColor: MUTED,
    plotColorPalette: SERIES.map((_, index) => series(index)).join(','),
  },
  requirementBackground: WASH,
  requirementBorderColor: MUTED,
  requirementBorderSize: '2',
  requirementTextColor: INK,
  relationColor: INK,
  relationLabelBackground: PAPER,
  relationLabelColor: INK,
  ...numbered('git', 0, 7, series),
  ...numbered('gitInv', 0, 7, series),
  ...numbered('gitBranchLabel', 0, 7, () => PAPER),
  branchLabelColor: PAPER,
  tagLabelColor: INK,
  tagLabelBackground: MARK,
  tagLabelBorder: MARK,
  tagLabelFontSize: `${SMALL_PX}px`,
  commitLabelColor: INK,
  commitLabelBackground: PAPER,
  commitLabelFontSize: `${SMALL_PX}px`,
};

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
  themeVariables,
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
    sectionFills: [WASH],
    sectionColours: [INK],
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
