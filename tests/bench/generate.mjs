/**
 * A generated talk: the same for the same number of slides, on every machine.
 *
 *     node tests/bench/generate.mjs 1000 FOLDER
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const slidesPerOutline = 20;

/** What share of all slides each kind has; section openings and lists are the rest. */
const shares = { code: 0.2, table: 0.14, picture: 0.11, columns: 0.1, formula: 0.09, quote: 0.05 };

/** So many drawings are shown again and again. */
const pictureCount = 8;

const subjects = [
  ['The northern line', 'The night bus', 'The harbour ferry', 'The central library', 'The ring road'],
  ['The school kitchen', 'The river gauge', 'The weather desk', 'The market hall', 'The repair shop'],
  ['The town archive', 'The seed bank', 'The water tower', 'The signal box', 'The reading room'],
  ['The health centre', 'The old brewery', 'The tree nursery', 'The fire watch', 'The language school'],
  ['The post office', 'The bridge crew', 'The choir', 'The tool library', 'The survey team'],
].flat();

const verbs = [
  ['costs less than', 'serves more people than', 'opened years before', 'depends on', 'pays for', 'learns from'],
  ['has outgrown', 'needs the help of', 'runs beside', 'lends its rooms to', 'plans ahead with', 'takes over from'],
  ['borrows staff from', 'is older than', 'shares a budget with', 'sends its figures to'],
].flat();

const objects = [
  ['the old depot', 'the council office', 'the evening market', 'the ferry pier', 'the eastern suburb'],
  ['the summer school', 'the bicycle station', 'the public bath', 'the flood barrier', 'the news kiosk'],
  ['the museum', 'the power plant', 'the allotments', 'the sports ground', 'the youth club'],
  ['the railway yard', 'the city theatre', 'the hospital', 'the grain store', 'the recycling yard'],
  ['the observatory', 'the lighthouse', 'the printing house', 'the food bank', 'the dairy'],
].flat();

const reasons = [
  'because both were planned in the same spring',
  'which nobody had asked for at the time',
  'and the first year has shown why',
  'although the report had warned of it twice',
  'while the rest of the district waited',
  'as the figures of last winter make plain',
  'with a third of the staff it once had',
  'so the council will look at it again in autumn',
];

const people = ['Ada Lindqvist', 'Tomas Okafor', 'Mei Tanaka', 'Ruth Ferreira', 'Jonas Weber', 'Leila Haddad'];
const roles = ['head of planning', 'station keeper', 'member of the council', 'nurse', 'teacher', 'chief engineer'];
const keywords = ['budget', 'first', 'open', 'every week', 'by hand', 'trust', 'record', 'slow', 'shared'];
const identifiers = ['route', 'stop', 'ticket', 'reader', 'gauge', 'order', 'tree', 'shift', 'budget', 'visit'];

/** A small seeded generator of numbers in [0, 1): mulberry32 by Tommy Ettinger, public domain. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws from one seeded sequence: a whole number in [from, to], an entry of a list, a chance, a sentence. */
function drawing(seed) {
  const random = randomFrom(seed);
  const whole = (from, to) => from + Math.floor(random() * (to - from + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  const chance = (share) => random() < share;
  const clause = () => `${pick(subjects)} ${pick(verbs)} ${pick(objects)}`;
  const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  return { whole, pick, chance, clause, times };
}

/** The heading of slide `index`: another one for every index up to 10,000, in an order that looks mixed. */
function heading(index) {
  const total = subjects.length * verbs.length * objects.length;
  if (index >= total) throw new RangeError(`A generated talk has at most ${total} slides.`);
  const place = (index * 4217) % total;
  const subject = subjects[place % subjects.length];
  const verb = verbs[Math.floor(place / subjects.length) % verbs.length];
  return `${subject} ${verb} ${objects[Math.floor(place / (subjects.length * verbs.length))]}`;
}

/** One point of a list: a sentence, with bold, emphasis, inline code or a link in about two of three. */
function point(draw) {
  const kind = draw.whole(0, 11);
  const sentence = `${draw.clause()} ${draw.pick(reasons)}`;
  if (kind < 3) return `**${draw.clause()}** ${draw.pick(reasons)}`;
  if (kind < 5) return `${draw.clause()}, *${draw.pick(keywords)}*, ${draw.pick(reasons)}`;
  if (kind < 6) return `${draw.clause()}: see \`${draw.pick(identifiers)}.${draw.pick(identifiers)}\` in the records`;
  if (kind < 8)
    return `${draw.clause()} ([report ${draw.whole(2, 99)}](https://example.org/reports/${draw.whole(100, 999)}))`;
  return sentence;
}

function list(draw, count) {
  const isOrdered = draw.chance(0.15);
  return draw.times(count, (index) => `${isOrdered ? `${index + 1}.` : '-'} ${point(draw)}`).join('\n');
}

function table(draw) {
  const unit = draw.pick(['Visits', 'Trips', 'Loans', 'Hours']);
  const rows = draw.times(draw.whole(4, 6), () => {
    const share = draw.whole(2, 98);
    return `| ${draw.pick(subjects)} | ${draw.pick(people)} | ${draw.whole(1000, 99_999)} | ${share} % | ${draw.pick(keywords)} |`;
  });
  return [`| Place | Kept by | ${unit} | Share | Remark |`, '| :--- | :--- | ---: | ---: | :--- |', ...rows].join('\n');
}

function columns(draw) {
  const column = () => `### ${draw.pick(subjects)}\n\n${draw.times(3, () => `- ${draw.clause()}`).join('\n')}`;
  return `${column()}\n\n${column()}`;
}

function quote(draw, index) {
  const words = `${draw.clause()} ${draw.pick(reasons)}; in case ${index + 1} ${draw.clause().replace('The', 'the')}.`;
  return `> "${words}"\n> — ${draw.pick(people)}, ${draw.pick(roles)}`;
}

function typescript(draw) {
  const name = draw.pick(identifiers);
  const type = `${name[0].toUpperCase()}${name.slice(1)}`;
  return `interface ${type} {
  readonly id: string;
  readonly ${draw.pick(identifiers)}Count: number;
}

// Counts each ${name} once, even when it is listed twice.
export function count${type}s(list: readonly ${type}[], limit = ${draw.whole(10, 900)}): number {
  const seen = new Set(list.map((${name}) => ${name}.id));
  return seen.size > limit ? limit : seen.size;
}`;
}

function python(draw) {
  const name = draw.pick(identifiers);
  return `from collections import Counter

def busiest_${name}(rows, limit=${draw.whole(3, 30)}):
    """The ${name} with the most visits, or None."""
    visits = Counter(row["${name}"] for row in rows if row["hours"] > ${draw.whole(0, 9)})
    for key, total in visits.most_common(limit):
        if total >= ${draw.whole(100, 900)}:
            return f"{key}: {total} visits"
    return None`;
}

function json(draw) {
  const entries = draw.times(3, () => {
    return `    { "id": "${draw.pick(identifiers)}-${draw.whole(10, 99)}", "hours": ${draw.whole(1, 40)}, "open": ${draw.chance(0.5)} }`;
  });
  return `{
  "name": "${draw.pick(subjects)}",
  "since": ${draw.whole(1850, 2020)},
  "share": 0.${draw.whole(10, 99)},
  "visits": [
${entries.join(',\n')}
  ],
  "closed": null
}`;
}

function code(draw) {
  const [language, make] = draw.pick([
    ['ts', typescript],
    ['python', python],
    ['json', json],
  ]);
  return `\`\`\`${language}\n${make(draw)}\n\`\`\``;
}

/** A point and a formula, every other one on a line of its own; few are the same. */
function formula(draw, index) {
  const [a, b, c] = [draw.whole(2, 99), draw.whole(2, 99), draw.whole(2, 9)];
  const tex = draw.pick([
    `c_{${a}} = \\frac{${b}}{${c}} \\sum_{i=1}^{n} x_i^2`,
    `\\int_{0}^{${a}} e^{-${c} t} \\, dt = \\frac{1 - e^{-${a * c}}}{${c}}`,
    `\\sqrt{${a} x^2 + ${b} y^2} \\leq ${c} \\cdot \\lVert v \\rVert`,
    `p(k) = \\binom{${a}}{k} q^k (1 - q)^{${a} - k}`,
    `\\begin{pmatrix} ${a} & ${b} \\\\ ${c} & 1 \\end{pmatrix} \\vec{x} = \\vec{b}`,
    `t_{${b}} = ${c} + ${a} \\log_2 n`,
  ]);
  return index % 2 === 0 ? `- ${point(draw)}\n\n$$${tex}$$` : `- ${draw.clause()} as $${tex}$ has it\n- ${point(draw)}`;
}

function picture(draw) {
  return `![${draw.clause()}](media/drawing-${draw.whole(1, pictureCount)}.svg)`;
}

function drawingFile(index) {
  const bars = [3, 5, 8, 6].map((height, place) => {
    const tall = ((height + index) % 9) + 1;
    return `<rect x="${place * 24 + 4}" y="${60 - 6 * tall}" width="18" height="${6 * tall}" fill="#17406d"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 64">${bars.join('')}</svg>\n`;
}

function notes(draw) {
  const sentences = draw.times(3, () => `${draw.clause()} ${draw.pick(reasons)}.`);
  return `\n\nNote:\n${sentences.join(' ')}`;
}

/** The kind that is furthest behind its share before slide `index`; `list` when none is behind. */
function nextKind(made, index) {
  const behind = Object.entries(shares).map(([kind, share]) => [kind, share * (index + 1) - made[kind]]);
  const [kind, most] = behind.reduce((first, second) => (second[1] > first[1] ? second : first));
  return most >= 0.5 ? kind : 'list';
}

function body(kind, draw, index) {
  if (kind === 'code') return code(draw);
  if (kind === 'table') return table(draw);
  if (kind === 'columns') return columns(draw);
  if (kind === 'quote') return quote(draw, index);
  if (kind === 'formula') return formula(draw, index);
  if (kind === 'picture') return picture(draw);
  return list(draw, draw.whole(3, 5));
}

/** Every second quotation opens its slide with a ruler in place of a heading. */
function opening(kind, index, made) {
  return kind === 'quote' && made.quote % 2 === 0 ? '---' : `## ${heading(index)}`;
}

/**
 * The files of a talk of `slideCount` slides (section openings among them), by their path in the talk's folder.
 * About 420 bytes of Markdown a slide: 20 % code, 14 % tables, 11 % pictures, 10 % two columns, 9 % formulas, 5 %
 * quotations, else lists of three to five points and an opening of a section every twenty slides; a third has notes.
 * @param {number} slideCount from 1 to 10,000
 * @returns {Map<string, string>}
 */
export function generateTalk(slideCount) {
  const files = new Map([['slides/talk.yaml', 'title: The town and its services\nlang: en\ntheme: horizon\n']]);
  const draw = drawing(slideCount);
  const made = Object.fromEntries([...Object.keys(shares), 'list'].map((kind) => [kind, 0]));
  for (let index = 1; index <= pictureCount; index += 1) {
    files.set(`slides/media/drawing-${index}.svg`, drawingFile(index));
  }
  const outlineCount = Math.ceil(slideCount / slidesPerOutline);
  for (let outline = 0; outline < outlineCount; outline += 1) {
    const first = outline * slidesPerOutline;
    const slides = [`# Chapter ${outline + 1}: ${draw.pick(objects)}`];
    for (let index = first + 1; index < Math.min(first + slidesPerOutline, slideCount); index += 1) {
      const kind = nextKind(made, index);
      made[kind] += 1;
      const note = index % 3 === 0 ? notes(draw) : '';
      slides.push(`${opening(kind, index, made)}\n\n${body(kind, draw, index)}${note}`);
    }
    const number = String(outline + 1).padStart(Math.max(2, String(outlineCount).length), '0');
    files.set(`slides/${number}-chapter.md`, `${slides.join('\n\n')}\n`);
  }
  return files;
}

/**
 * Writes a generated talk into a folder, which is made where it is missing.
 * @param {string} folder
 * @param {number} slideCount
 * @returns {number} the bytes of all outlines together
 */
export function writeTalk(folder, slideCount) {
  let bytes = 0;
  for (const [path, text] of generateTalk(slideCount)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    if (path.endsWith('.md')) bytes += Buffer.byteLength(text);
  }
  return bytes;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [slideCount, folder] = process.argv.slice(2);
  writeTalk(folder, Number(slideCount));
}
