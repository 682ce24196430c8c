/** Plain text tables of measured runs. */

import { spread } from './measure.mjs';

/** How each quantity of a run is shown: its title with the unit, what one unit is, and the decimals. */
const quantities = {
  wallMs: { title: 'wall s', unit: 1000, digits: 2 },
  cpuMs: { title: 'CPU s', unit: 1000, digits: 2 },
  peakBytes: { title: 'memory MB', unit: 2 ** 20, digits: 0 },
  outBytes: { title: 'file MB', unit: 1e6, digits: 2 },
  treeBytes: { title: 'of all processes MB', unit: 2 ** 20, digits: 0 },
};

/**
 * Rows of cells as lines: columns as wide as their widest cell, the first `leftCount` of them to the left, others right.
 * @param {readonly (readonly string[])[]} rows
 * @param {number} [leftCount]
 */
export function alignedTable(rows, leftCount = 1) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (cell, column) => (column < leftCount ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}

/** `1000` as `1,000`. */
export function grouped(count) {
  return count.toLocaleString('en');
}

/** `median (min-max)` of one quantity. */
function spreadCell(runs, { unit, digits }, quantity) {
  const { median, min, max } = spread(runs.map((run) => run[quantity] / unit));
  const middle = median.toFixed(digits);
  return min === max ? middle : `${middle} (${min.toFixed(digits)}-${max.toFixed(digits)})`;
}

function ratioCell(floorRuns, runs, quantity, bar) {
  const ratio = spread(runs.map((run) => run[quantity])).median / spread(floorRuns.map((run) => run[quantity])).median;
  return bar ? `${ratio.toFixed(2)} [${bar}]` : ratio.toFixed(2);
}

/**
 * The three rows of one comparison: the floor, the program, and the ratio of their medians with the stated bar.
 * @param {string} label
 * @param {readonly { name: string }[]} contenders the floor, then the program
 * @param {readonly (readonly import('./measure.mjs').Run[])[]} runs of each contender
 * @param {readonly string[]} shown which quantities, in order: `wallMs`, `cpuMs`, `peakBytes`, `treeBytes`, `outBytes`
 * @param {Record<string, string>} bars the stated bar of a quantity, where it has one
 */
export function comparisonRows(label, contenders, runs, shown, bars) {
  const rows = contenders.map(({ name }, index) => [
    index === 0 ? label : '',
    name,
    ...shown.map((quantity) => spreadCell(runs[index], quantities[quantity], quantity)),
  ]);
  return [...rows, ['', 'ratio', ...shown.map((quantity) => ratioCell(runs[0], runs[1], quantity, bars[quantity]))]];
}

/** The head of a table of `comparisonRows`. */
export function comparisonHead(first, shown) {
  return [first, '', ...shown.map((quantity) => quantities[quantity].title)];
}

/**
 * The parts that the program itself reports, by size of the talk: medians in ms, in the order it names them.
 * @param {readonly { label: string, parts: readonly Record<string, number>[] }[]} sizes
 * @returns {string} '' when no part was reported
 */
export function partsTable(sizes) {
  const names = [...new Set(sizes.flatMap(({ parts }) => parts.flatMap((part) => Object.keys(part))))];
  if (names.length === 0) return '';
  const cell = (parts, name) => {
    const values = parts.filter((part) => name in part).map((part) => part[name]);
    return values.length === 0 ? '' : spread(values).median.toFixed(1);
  };
  const rows = sizes.map(({ label, parts }) => [label, ...names.map((name) => cell(parts, name))]);
  return alignedTable([['ms', ...names], ...rows]);
}

/** The head of a table of `deckRows`. */
export const deckHead = ['slides', '', 'step ms, median', 'step ms, 95 %', 'ready ms'];

/** The number below which so large a share of some numbers lie. */
function quantile(values, share) {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/**
 * The three rows that compare two decks of one size: the floor, the program, and the ratios of what stands above.
 * @param {string} label
 * @param {readonly import('./deck.mjs').DeckRun[]} floor
 * @param {readonly import('./deck.mjs').DeckRun[]} runs
 * @param {{ step?: string, stepMs?: string, ready?: string }} bars what is stated, as ratio or in ms
 */
export function deckRows(label, floor, runs, bars) {
  const measured = [floor, runs].map((list) => {
    const steps = list.flatMap(({ stepsMs }) => stepsMs);
    return { steps: [quantile(steps, 0.5), quantile(steps, 0.95)], ready: spread(list.map(({ readyMs }) => readyMs)) };
  });
  const cell = ({ median, min, max }) => `${median.toFixed(0)} (${min.toFixed(0)}-${max.toFixed(0)})`;
  const row = ({ steps, ready }) => [...steps.map((ms) => ms.toFixed(1)), cell(ready)];
  const [one, other] = measured;
  const withBar = (text, bar) => (bar ? `${text} [${bar}]` : text);
  const ratio = (floorMs, ms, bar) => withBar((ms / floorMs).toFixed(2), bar);
  const [median, high] = row(other);
  return [
    [label, 'stock', ...row(one)],
    ['', 'rostrum', median, withBar(high, bars.stepMs), cell(other.ready)],
    [
      '',
      'ratio',
      ratio(one.steps[0], other.steps[0], bars.step),
      ratio(one.steps[1], other.steps[1], bars.step),
      ratio(one.ready.median, other.ready.median, bars.ready),
    ],
  ];
}
