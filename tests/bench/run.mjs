/**
 * Measures Rostrum against stated floors and prints tables. It passes and fails nothing; README.md says how to read it.
 *
 *     node tests/bench/run.mjs [start] [build] [print] [deck] [--kinds slides] [--runs N] [--sizes 20,50] [--all]
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateTalk, writeTalk } from './generate.mjs';
import { CommandFailed, runInTurn, runNode, spread } from './measure.mjs';
import { alignedTable, comparisonHead, comparisonRows, deckHead, deckRows, grouped, partsTable } from './table.mjs';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const rostrum = pathOf('../../dist/rostrum/cli.js');
const partNames = ['start', 'build', 'print', 'deck'];
const buildSizes = [20, 50, 200, 1000, 5000];
const printSizes = {
  slides: [20, 50, 200, 1000],
  notes: [20, 200, 1000],
  handout: [20, 200, 1000],
  article: [20, 200, 1000],
};
const deckSizes = [50, 200, 1000];

/** What the program promises to stay under, by number of slides. */
const buildBars = {
  50: { wallMs: 'at most 2.0', peakBytes: 'at most 1.5' },
  1000: { cpuMs: 'at most 1.8, aim 1.4', peakBytes: 'at most 1.5' },
  5000: { cpuMs: 'at most 1.8, aim 1.4', peakBytes: 'at most 1.5' },
};
const printBars = {
  50: { wallMs: 'at most 1.35' },
  200: { wallMs: 'at most 1.35' },
  1000: { wallMs: 'at most 0.95, aim 0.8', outBytes: 'at most 1.1' },
};
const startBar = 'at most 1.6';
const deckBars = { 200: { stepMs: 'at most 16 ms' }, 1000: { step: 'at most 0.5', ready: 'at most 0.6' } };
const codeBar = 'at most 150';

/** How often a deck is opened, and so many of its slides are stepped to each time. */
const deckRuns = 5;
const deckSteps = 60;

/** How many counted runs a talk of this size gets, where nobody asked for another number. */
function buildRuns(slideCount) {
  return slideCount >= 1000 ? 5 : 7;
}

function printRuns(slideCount) {
  if (slideCount >= 5000) return 1;
  return slideCount >= 1000 ? 3 : 5;
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kinds: { type: 'string' },
      runs: { type: 'string' },
      sizes: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.find((name) => !partNames.includes(name));
  if (unknown) throw new RangeError(`There is no part "${unknown}"; the parts are ${partNames.join(', ')}.`);
  const sizes = values.sizes?.split(',').map(Number);
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  const isCount = (value) => Number.isInteger(value) && value > 0;
  if (runs !== undefined && !isCount(runs)) throw new RangeError('--runs takes a whole number from 1.');
  if (sizes && !sizes.every(isCount)) throw new RangeError('--sizes takes whole numbers from 1: 20,50');
  const kinds = values.kinds?.split(',') ?? Object.keys(printSizes);
  const none = kinds.find((kind) => !Object.hasOwn(printSizes, kind));
  if (none) throw new RangeError(`There is no print "${none}"; the kinds are ${Object.keys(printSizes).join(', ')}.`);
  return { kinds, parts: positionals.length > 0 ? positionals : partNames, sizes, runs, isAll: values.all };
}

/** What Rostrum printed with `--json` in each run. */
function reports(runs) {
  return runs.map((run) => JSON.parse(run.stdout));
}

/** What would make a comparison unfair, if there is any of it: another number of slides, or findings to report. */
function remarks(slideCount, report) {
  const made =
    report.slides === slideCount ? [] : [`Rostrum counts ${report.slides} slides where ${slideCount} were made.`];
  const count = report.findings.length;
  const found =
    count === 0 ? [] : [`Rostrum has ${count} findings on ${slideCount} slides: ${report.findings[0].message}`];
  return [...made, ...found];
}

function printSection(title, lines) {
  console.log(`\n${[title, ...lines].filter(Boolean).join('\n\n')}`);
}

async function measureStart(options) {
  const contenders = [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: 'rostrum --version', args: [rostrum, '--version'] },
  ];
  const runs = await runInTurn(contenders, options.runs ?? 15);
  const [empty, version] = runs.map((list) => spread(list.map((run) => run.wallMs)));
  const cell = ({ median, min, max }) => `${median.toFixed(0)} (${min.toFixed(0)}-${max.toFixed(0)})`;
  const rows = [
    ['', 'wall ms'],
    [contenders[0].name, cell(empty)],
    [contenders[1].name, cell(version)],
    ['ratio', `${(version.median / empty.median).toFixed(2)} [${startBar}]`],
  ];
  printSection(`Start, ${runs[0].length} runs`, [alignedTable(rows)]);
}

/**
 * Compares the floor with Rostrum on talks of several sizes and prints the tables.
 * @param {object} plan
 * @param {string} plan.title
 * @param {readonly number[]} plan.sizes
 * @param {readonly string[]} plan.shown quantities, as for `comparisonRows`
 * @param {Record<number, Record<string, string>>} plan.bars by number of slides
 * @param {(slideCount: number) => number} plan.runsOf
 * @param {(slideCount: number) => Promise<object[]>} plan.prepare writes the talk; the floor, then Rostrum
 * @param {object} plan.runOptions as for `runNode`
 */
async function compareSizes({ title, sizes, shown, bars, runsOf, prepare, runOptions }) {
  const rows = [comparisonHead('slides', shown)];
  const parts = [];
  const notes = [];
  for (const slideCount of sizes) {
    const contenders = await prepare(slideCount);
    const runs = await runInTurn(contenders, runsOf(slideCount), runOptions);
    const label = `${grouped(slideCount)} (${runs[0].length} ${runs[0].length === 1 ? 'run' : 'runs'})`;
    rows.push(...comparisonRows(label, contenders, runs, shown, bars[slideCount] ?? {}));
    const reported = reports(runs[1]);
    parts.push({ label: grouped(slideCount), parts: reported.map((report) => report.milliseconds) });
    notes.push(...remarks(slideCount, reported[0]));
  }
  const partLines = partsTable(parts);
  const partTitle = partLines && `${title}: its parts, as Rostrum reports them, medians\n\n${partLines}`;
  printSection(`${title}, median (min-max)`, [alignedTable(rows, 2), notes.join('\n'), partTitle]);
}

function measureBuild(options, temporary) {
  return compareSizes({
    title: 'Build',
    sizes: options.sizes ?? buildSizes,
    shown: ['wallMs', 'cpuMs', 'peakBytes'],
    bars: buildBars,
    runsOf: (slideCount) => options.runs ?? buildRuns(slideCount),
    runOptions: { usageFile: join(temporary, 'usage.json') },
    prepare: async (slideCount) => {
      const talk = join(temporary, `talk-${slideCount}`);
      writeTalk(talk, slideCount);
      const floorOut = join(temporary, 'floor');
      const out = join(temporary, 'deck');
      return [
        { name: 'floor', args: [pathOf('floor.mjs'), talk, floorOut], out: floorOut },
        { name: 'rostrum', args: [rostrum, 'build', talk, '-o', out, '--json'], out },
      ];
    },
  });
}

async function measurePrint(options, temporary) {
  const { findBrowser } = await import('./browser.mjs');
  const browser = await findBrowser();
  if (!browser) return printSection('Print', ['No browser was found: set ROSTRUM_BROWSER to one.']);
  for (const kind of options.kinds) await measureKind(options, temporary, browser, kind);
}

/** One kind of print against a script that prints the same boxes in one call. */
function measureKind(options, temporary, browser, kind) {
  const isSlides = kind === 'slides';
  const environment = { ROSTRUM_BROWSER: browser };
  const usual = options.isAll && isSlides ? [...printSizes[kind], 5000] : printSizes[kind];
  return compareSizes({
    title: `Print ${kind} with ${browser}`,
    sizes: options.sizes ?? usual,
    shown: ['wallMs', 'cpuMs', 'peakBytes', 'treeBytes', 'outBytes'],
    bars: isSlides ? printBars : {},
    runsOf: (slideCount) => options.runs ?? printRuns(slideCount),
    runOptions: { environment, usageFile: join(temporary, 'usage.json'), isTreeWatched: true },
    prepare: async (slideCount) => {
      const talk = join(temporary, `talk-${slideCount}`);
      writeTalk(talk, slideCount);
      const page = join(temporary, `${kind}-${slideCount}`);
      await runNode([pathOf('print-page.mjs'), talk, page, kind]);
      const floorOut = join(temporary, 'floor.pdf');
      const out = join(temporary, `${kind}.pdf`);
      return [
        { name: 'floor', args: [pathOf('print-floor.mjs'), page, floorOut], out: floorOut },
        { name: 'rostrum', args: [rostrum, 'print', kind, '--talk', talk, '-o', out, '--force', '--json'], out },
      ];
    },
  });
}

async function measureDeck(options, temporary) {
  const { findBrowser } = await import('./browser.mjs');
  const browser = await findBrowser();
  if (!browser) return printSection('Deck', ['No browser was found: set ROSTRUM_BROWSER to one.']);
  const { codeBytes, runDecks } = await import('./deck.mjs');
  const { writeStockDeck } = await import('./stock.mjs');
  const rows = [deckHead];
  let code;
  for (const slideCount of options.sizes ?? deckSizes) {
    const [talk, deck, stock] = ['talk', 'deck', 'stock'].map((name) => join(temporary, `${name}-${slideCount}`));
    writeTalk(talk, slideCount);
    await runNode([rostrum, 'build', talk, '-o', deck]);
    writeStockDeck(deck, stock);
    const steps = Math.min(slideCount - 1, deckSteps);
    const [floor, runs] = await runDecks(browser, [stock, deck], options.runs ?? deckRuns, steps);
    rows.push(...deckRows(grouped(slideCount), floor, runs, deckBars[slideCount] ?? {}));
    code ??= codeBytes(deck);
  }
  const kilobytes = (bytes) => (bytes / 1000).toFixed(0);
  const size = `Script and style, KB: ${kilobytes(code.plain)}; gzip ${kilobytes(code.gzip)} [${codeBar}], brotli ${kilobytes(code.brotli)}`;
  printSection(`Deck in ${browser}`, [alignedTable(rows, 2), size]);
}

/** The machine and the talk, for whoever reads the tables elsewhere. */
function printHead() {
  const markdown = [...generateTalk(1000)].filter(([path]) => path.endsWith('.md')).map(([, text]) => text);
  const bytes = Buffer.byteLength(markdown.join(''));
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} x ${cpus()[0]?.model}`,
  );
  console.log(`The generated talk: ${Math.round(bytes / 1000)} bytes of Markdown a slide`);
  console.log(
    'Whole processes, in turn, after one warm-up (a single run has none); ratio of medians [what is stated for it]',
  );
  console.log('Wall time is the whole process with all it starts; CPU and memory are the Node process alone');
}

async function main() {
  const options = readArguments();
  const temporary = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
    process.once(signal, () => process.exit(code));
  printHead();
  if (options.parts.includes('start')) await measureStart(options);
  if (options.parts.includes('build')) await measureBuild(options, temporary);
  if (options.parts.includes('print')) await measurePrint(options, temporary);
  if (options.parts.includes('deck')) await measureDeck(options, temporary);
}

try {
  await main();
} catch (error) {
  const isExpected = error instanceof CommandFailed || error instanceof RangeError;
  if (!isExpected && !error.code?.startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
