import { findFrontMatter } from '../markdown/front-matter.ts';
import { readAnyFields } from '../text/fields.ts';
import { type Checked, type Finding, hasErrors } from '../text/finding.ts';
import { type Source, spanOf } from '../text/source.ts';
import { toolOf } from './detect.ts';
import { escapeSigns } from './escapes.ts';
import { carryFields, fieldsYaml, type TalkFields } from './fields.ts';
import { emptyDeck } from './findings.ts';
import { type FootnoteTexts, takeFootnotes } from './footnotes.ts';
import { carryInnerLinks } from './inner-links.ts';
import { takeDefinitions } from './links.ts';
import { type WrittenOutline, writeOneOutline, writeOutlines } from './outlines.ts';
import { carrySlide, carryText, type TalkSlide } from './slides.ts';
import { readMarp } from './tools/marp.ts';
import { readPandoc } from './tools/pandoc.ts';
import { readReveal } from './tools/reveal.ts';
import { joinTraced, type TracedText, tracedTo, traceText } from './traced.ts';
import type { DeckFields, Migration, ReadDeck, Tool } from './types.ts';

/** A deck of another tool as a talk. */
export interface MigratedTalk {
  readonly tool: Tool;
  readonly fields: TalkFields;
  readonly outlines: readonly WrittenOutline[];
  readonly slideCount: number;
}

/** What a migration is given beside the deck. */
export interface MigrationOptions extends Pick<Migration, 'carryPicture' | 'addPicture'> {
  /** Reads a file of the deck's folder that another one includes; `null` when it is not there. */
  readonly readText: Migration['readText'];
  /** Whether the talk is to be one file. */
  readonly isOneFile: boolean;
}

const READERS: Readonly<Record<Tool, (deck: TracedText, fields: DeckFields, migration: Migration) => ReadDeck>> = {
  reveal: readReveal,
  marp: readMarp,
  pandoc: readPandoc,
  quarto: readPandoc,
};

/**
 * A deck written for reveal-md, reveal.js's Markdown, Marp, Pandoc or Quarto, as a talk in the language of outlines:
 * `null` when it cannot be read. What has no counterpart is a finding at its line: `not-carried`, `carried-otherwise`,
 * `empty-deck`, `yaml-syntax`.
 */
export function migrateDeck(source: Source, options: MigrationOptions): Checked<MigratedTalk | null> {
  const findings: Finding[] = [];
  const { start, end, bodyStart } = findFrontMatter(source, findings);
  const read = readAnyFields(source, start, end);
  findings.push(...read.findings);
  if (read.value === null || hasErrors(findings)) return { value: null, findings };
  const body = traceText(source, bodyStart, source.text.length);
  const tool = toolOf(source, body.text, read.value);
  const migration: Migration = { ...options, tool, findings };
  const { text: defined, definitions } = takeDefinitions(escapeSigns(body, tool));
  const { text, footnotes } = takeFootnotes(defined);
  const deck = READERS[tool](text, read.value, migration);
  const slides = deck.slides.map((slide) => ({
    slide: carrySlide(slide, migration, definitions),
    addresses: slide.addresses,
  }));
  const talk = carryInnerLinks(slides).filter((slide, index) => index > 0 || !isNothing(slide));
  if (talk.length === 0 || talk.every(isNothing))
    return { value: null, findings: [...findings, emptyDeck(source.path)] };
  const title = talk.find(({ heading }) => heading.text.trim() !== '')?.heading.text ?? '';
  const fields = carryFields(deck.fields, plainTitle(title), migration);
  const notes = new Map([...footnotes].map(([name, note]) => [name, carryText(note, migration, definitions)]));
  const outlines = options.isOneFile ? oneFile(source, talk, fields, notes) : writeOutlines(talk, notes);
  return { value: { tool, fields, outlines, slideCount: talk.length }, findings };
}

/** What comes before the first separator may be nothing. */
function isNothing({ opens, words, body, notes }: TalkSlide): boolean {
  return opens === 'ruler' && body.text.trim() === '' && notes.length === 0 && words.join(' ') === '.blank';
}

function oneFile(
  source: Source,
  talk: readonly TalkSlide[],
  fields: TalkFields,
  notes: FootnoteTexts,
): readonly WrittenOutline[] {
  const text = writeOneOutline(talk, notes);
  const head = tracedTo(spanOf(source, 0), `---\n${fieldsYaml(fields)}---`);
  const whole = joinTraced([head, text], '\n\n');
  return whole ? [{ name: '', text: whole }] : [];
}

/** A heading as a field has it. */
function plainTitle(heading: string): string {
  return heading
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+|<[^>]*>/g, '')
    .trim();
}
