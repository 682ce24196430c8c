import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the outlines of a talk say, read line by line and without any of Rostrum's own code. */
export interface OutlineWords {
  /** The `#` and `##` of the slides that are shown, in order. */
  readonly headings: readonly OutlineHeading[];
  /** Text of the items of lists, in order, tables and notes left out. */
  readonly items: readonly string[];
  /** What pictures show, in order. */
  readonly pictures: readonly string[];
  /** The addresses of links, in order. */
  readonly links: readonly string[];
  /** Sentences that nobody but the speaker may see: notes, and slides that are hidden. */
  readonly secrets: readonly string[];
  /** Sentences of the notes for the handout, which the reading view shows, and slides on paper do not. */
  readonly handouts: readonly string[];
}

export interface OutlineHeading {
  readonly text: string;
  /** 1 for `#`, 2 for `##`. */
  readonly level: number;
}

const HANDOUT = /^::: (?:handout|\{\.handout\})\n([\s\S]*?)^:::$/gm;

/** Reads all outlines of a talk. */
export function readOutlines(talk: string): OutlineWords {
  const folder = join(talk, 'slides');
  const files = readdirSync(folder)
    .filter((name) => /^\d.*\.md$/.test(name))
    .sort();
  const slides = files.flatMap((name) => splitSlides(readFileSync(join(folder, name), 'utf8')));
  const isHidden = (slide: string): boolean => /^#.*\{[^}]*\.hidden/.test(slide);
  const shown = slides.filter((slide) => !isHidden(slide)).map(splitNotes);
  const notes = shown.map(([, own]) => own);
  const lines = shown.flatMap(([slide]) => slide.split('\n'));
  return {
    headings: lines.flatMap(headingsIn),
    items: lines.flatMap((line) => matchOf(/^ *- (.*)$/, line)).map(plain),
    pictures: lines.flatMap((line) => matchOf(/!\[([^\]]*)\]/, line)),
    links: lines.flatMap((line) =>
      [...line.matchAll(/(?<!!)\[[^\]]*\]\(([^)]*)\)/g)].map(([, address = '']) => address),
    ),
    secrets: [...notes.map((text) => text.replace(HANDOUT, '')), ...slides.filter(isHidden)].flatMap(sentencesOf),
    handouts: notes.flatMap((text) => [...text.matchAll(HANDOUT)].flatMap(([, handout = '']) => sentencesOf(handout))),
  };
}

function headingsIn(line: string): readonly OutlineHeading[] {
  const [, marks = '', text = ''] = /^(##?) (.*)$/.exec(line) ?? [];
  return marks === '' ? [] : [{ text: plain(text), level: marks.length }];
}

function splitSlides(markdown: string): readonly string[] {
  const body = markdown.replace(/^---\n.*?\n---\n/s, '');
  return body.split(/^(?=##? )|^---$/m);
}

/** What is shown of a slide, and its notes of every kind. */
function splitNotes(slide: string): readonly [string, string] {
  const at = slide.search(/^(?:Note:|::: )/m);
  return at === -1 ? [slide, ''] : [slide.slice(0, at), slide.slice(at)];
}

function sentencesOf(text: string): readonly string[] {
  const words = text.replace(/^(?:Note:|:::.*|#.*)$/gm, '').replace(/^- /gm, '');
  return words
    .split(/(?<=[.?!])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 20);
}

function matchOf(pattern: RegExp, line: string): readonly string[] {
  return pattern.exec(line)?.slice(1, 2) ?? [];
}

/** Markdown of one line as it is read. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\{[^}]*\}/g, '$1')
    .replace(/\{[^}]*\}/g, '')
    .replace(/<br>/g, ' ')
    .replace(/\*+|`/g, '')
    .trim();
}
