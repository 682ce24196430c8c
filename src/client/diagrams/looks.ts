import { standIn } from './colors.ts';

const PAPER = standIn('paper');
const INK = standIn('ink');
const MUTED = standIn('muted');
const RULE = standIn('rule');
const WASH = standIn('wash');
const MARK = standIn('mark');
const series = (number: number): string => standIn(SERIES[number % SERIES.length] ?? 'series-1');
const SERIES = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;

const sections = Array.from({ length: 13 }, (_, index) => index - 1);

/**
 * What mermaid's variables do not reach, as CSS of its own classes: rounded corners, even lines, no text below 20 px.
 * What an author writes with `style` and `classDef` is stronger.
 */
export const LOOKS = `
.edge-thickness-normal, .flowchart-link, .relation, .transition, .relationshipLine, .messageLine0, .messageLine1 { stroke-width: 2px; }
.edge-thickness-thick { stroke-width: 4px; }
.edge-pattern-dotted { stroke-dasharray: 2 6; stroke-linecap: round; }
.edge-pattern-dashed { stroke-dasharray: 8 6; }
.edgeLabel rect, .edgeLabel .label rect, .relationshipLabelBox { fill: ${PAPER}; opacity: 1; }
.edgeLabel text, .edgeLabel tspan, .edgeTerminals text, .edgeTerminals tspan, .edgeTerminals { font-size: 20px; fill: ${INK}; }
.edgeTerminals text, .messageText { stroke: ${PAPER}; stroke-width: 6px; paint-order: stroke; }
.node rect.label-container, .node rect.basic { rx: 8px; ry: 8px; stroke-width: 2px; }
.node path, .node polygon, .node circle, .node ellipse { stroke-width: 2px; }
.cluster rect { rx: 12px; ry: 12px; stroke-width: 2px; fill: ${PAPER}; stroke: ${RULE}; }
.cluster-label text, .cluster-label tspan { fill: ${MUTED}; font-size: 20px; }
.flowchartTitleText, .classDiagramTitleText, .statediagramTitleText, .erDiagramTitleText, .gitTitleText, .titleText {
  font-size: 24px; font-weight: 600; fill: ${INK};
}
marker circle { fill: ${PAPER}; }
marker[id*="circle"] circle, marker[id*="sequencenumber"] circle { fill: ${INK}; stroke: none; }
.sequenceNumber { font-size: 18px; font-weight: 600; fill: ${PAPER}; }
.marker.er path, .marker.er circle { stroke-width: 2px; }

.statediagram-state rect.outer { fill: ${PAPER}; stroke: ${MUTED}; rx: 12px; ry: 12px; }
.statediagram-cluster .cluster-label text { fill: ${INK}; }
.statediagram-note rect { rx: 6px; ry: 6px; }
.note-edge { stroke-dasharray: 2 6; }
.state-end { stroke: ${INK}; fill: ${PAPER}; }

.classGroup line, .divider { stroke: ${MUTED}; stroke-width: 2px; }

.actor, .note, .labelBox { stroke-width: 2px; }
rect.actor { rx: 8px; ry: 8px; }
rect.note { rx: 6px; ry: 6px; }
.actor-line { stroke: ${RULE}; stroke-width: 2px; }
.actor-man line, .actor-man circle { stroke-width: 2px; }
.loopLine { stroke: ${MUTED}; stroke-width: 2px; stroke-dasharray: 4 4; }
.loopText, .loopText tspan, .sectionTitle { fill: ${MUTED}; stroke: none; font-size: 20px !important; }
.labelText, .labelText tspan { fill: ${INK}; font-weight: 600; font-size: 20px !important; }

.grid .tick { opacity: 1; }
.grid .tick line { stroke: ${RULE}; }
.grid .tick text { font-size: 20px; fill: ${MUTED}; }
.section { opacity: 1; }
.section0, .section2 { fill: ${WASH}; opacity: 1; }
.section1, .section3 { fill: none; }
.taskText, .taskTextOutsideRight, .taskTextOutsideLeft, .sectionTitle { font-size: 20px; }
.taskText0, .taskText1, .taskText2, .taskText3 { fill: ${PAPER}; }
.activeText0, .activeText1, .activeText2, .activeText3, .doneText0, .doneText1, .doneText2, .doneText3,
.critText0, .critText1, .critText2, .critText3, .activeCritText0, .activeCritText1, .activeCritText2, .activeCritText3,
.doneCritText0, .doneCritText1, .doneCritText2, .doneCritText3 { fill: ${PAPER} !important; }
.taskTextOutsideRight, .taskTextOutsideLeft { fill: ${INK} !important; }

.pieTitleText { font-weight: 600; }

${sections
  .map(
    (section) => `
.mindmap-node.section-${section} rect, .mindmap-node.section-${section} path, .mindmap-node.section-${section} circle, .mindmap-node.section-${section} polygon {
  fill: ${WASH}; stroke: ${series(section + 1)}; stroke-width: 2px;
}
.mindmap-node.section-${section} text, .mindmap-node.section-${section} tspan { fill: ${INK}; }
.section-edge-${section} { stroke: ${series(section + 1)}; stroke-width: 3px; }
.timeline-node.section-${section} path, .timeline-node.section-${section} rect { fill: ${series(section + 1)}; stroke: none; }
.timeline-node.section-${section} .node-line-${section} { stroke: ${series(section + 1)}; stroke-width: 4px; }
.timeline-node.section-${section} text { fill: ${PAPER}; font-size: 22px; font-weight: 600; }
.taskWrapper .section-${section} path { fill: none; }
.taskWrapper .section-${section} text { fill: ${INK}; }
.eventWrapper .section-${section} path { fill: ${WASH}; }
.eventWrapper .section-${section} text { fill: ${INK}; font-size: 20px; font-weight: 400; }`,
  )
  .join('')}
.mindmap-node.section-root rect, .mindmap-node.section-root path, .mindmap-node.section-root circle, .mindmap-node.section-root polygon {
  fill: ${series(0)}; stroke: ${series(0)};
}
.mindmap-node.section-root text, .mindmap-node.section-root tspan { fill: ${PAPER}; font-weight: 600; }
.lineWrapper line, line[stroke-width="4"] { stroke: ${MUTED}; stroke-width: 2px; }
text[font-size="4ex"] { font-size: 24px; font-weight: 600; fill: ${INK}; }

.journey-section, rect.journey-section { fill: ${WASH}; stroke: none; rx: 8px; ry: 8px; }
rect[class*="task-type"] { fill: ${PAPER}; stroke: ${MUTED}; stroke-width: 2px; rx: 8px; ry: 8px; }
text.journey-section, text.journey-section tspan { fill: ${INK}; font-weight: 600; font-size: 20px; }
text.task, text.task tspan { fill: ${INK}; font-size: 20px; }
.task-line { stroke: ${RULE}; stroke-width: 2px; stroke-dasharray: 4 4; }
.face { fill: ${MARK}; stroke: ${INK}; }
circle[r="1.5"] { fill: ${INK}; stroke: none; }
.mouth { fill: ${INK}; stroke: ${INK}; }
.legend, .legend tspan { font-size: 20px; fill: ${INK}; }
${SERIES.map((_, index) => `.actor-${index} { fill: ${series(index)}; stroke: ${PAPER}; stroke-width: 2px; }`).join('\n')}

.commit-label { font-size: 20px; }
circle[fill="#fff"] { fill: ${PAPER}; }
line[stroke="#fff"] { stroke: ${PAPER}; }
.commit-label-bkg { opacity: 1; fill: ${PAPER}; }
.tag-label { font-size: 20px; }
.branch { stroke: ${RULE}; stroke-width: 2px; stroke-dasharray: 4 4; }
.arrow { stroke-width: 6px; }

.line-plot-0 path, .line-plot-1 path, .line-plot-2 path, .line-plot-3 path, .line-plot-4 path, .line-plot-5 path { stroke-width: 4px; }
`;
