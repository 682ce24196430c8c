import { findFrontMatter } from '../markdown/front-matter.ts';
import type { References } from '../markdown/references.ts';
import { parseOutline } from '../outline/outline.ts';
import type { Outline } from '../outline/types.ts';
import { dayInWords } from '../text/day.ts';
import { type DeclaredLayouts, NONE_DECLARED } from '../text/declared-layouts.ts';
import { type ReadFields, readFields } from '../text/fields.ts';
import { type Checked, type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Source } from '../text/source.ts';
import { assembleTalk } from './assemble.ts';
import { defaultFields, singleFileSchema, talkFieldsOf, talkSchema } from './fields.ts';
import { missingArticle, noTalk, tooLarge } from './findings.ts';
import type { LanguageParts } from './language.ts';
import { readSource, textReader } from './texts.ts';
import type { Talk, TalkFields, TalkFiles, TalkPaths } from './types.ts';

const DEFAULT_ARTICLE = 'article.md';
/** In bytes of all outlines. */
const LARGEST_TALK = 6_000_000;

/**
 * Reads the files of the talk at `path`: a folder that holds `slides/`, or one Markdown file. Findings:
 * `unreadable-file`, `too-large`, `not-utf-8`, and those of the fields. Throws `Stop` (`no-talk`) when no talk is there.
 */
export function readTalk(host: Host, path: string): Checked<TalkFiles> {
  const findings: Finding[] = [];
  const place = host.resolve(path);
  if (host.kindOf(place) === 'file') return { value: readSingleFile(host, place, findings), findings };
  const slides = host.resolve(place, 'slides');
  if (host.kindOf(slides) !== 'folder') throw new Stop([noTalk(host.display(place))]);
  return { value: readFolder(host, place, slides, findings), findings };
}

/** What is not in the talk and decides what it means. */
export interface ParseOptions {
  readonly isHtmlTrusted?: boolean;
  /** What the layouts of the talk and its theme ask for by themselves. */
  readonly declared?: DeclaredLayouts;
}

/**
 * The outlines of a talk parsed and put together, with the findings of both. `files` comes from `readTalk`. Trusted
 * HTML goes into the deck as it is written.
 */
export function parseTalk(
  host: Host,
  files: TalkFiles,
  language: LanguageParts,
  { isHtmlTrusted = false, declared = NONE_DECLARED }: ParseOptions = {},
): Checked<Talk> {
  const findings: Finding[] = [];
  const { fields } = files.fields;
  const references: References = {
    variables: variablesOf(fields),
    emoji: language.emoji,
    readTag: language.readTag,
    isHtmlTrusted,
    readText: textReader(host, files.paths.slides),
  };
  const outlines = files.outlines.map((source, index): Outline => {
    const parsed = parseOutline(source, {
      isFirst: index === 0,
      fields: files.outlineFields,
      references,
      declared,
    });
    for (const finding of parsed.findings) findings.push(finding);
    return parsed.value;
  });
  return { value: assembleTalk(host, files, outlines, language, findings), findings };
}

/** What `{{name}}` can name: the fields of the talk that are words, a day written out. */
function variablesOf(fields: TalkFields): ReadonlyMap<string, string> {
  const { title, subtitle, speaker, event, date, lang, description, address } = fields;
  const values = { title, subtitle, speaker, event, date: dayInWords(date, lang), lang, description, address };
  return new Map(Object.entries(values));
}

function readFolder(host: Host, folder: string, slides: string, findings: Finding[]): TalkFiles {
  const yaml =
    host.kindOf(host.resolve(slides, 'talk.yaml')) === null
      ? null
      : readSource(host, host.resolve(slides, 'talk.yaml'), findings);
  const read = yaml && readFields(yaml, 0, yaml.text.length, talkSchema);
  findings.push(...(read?.findings ?? []));
  const fields = toTalkFields(read?.value ?? null);
  checkArticle(host, slides, fields, findings);
  const article = host.resolve(slides, fields.fields.article || DEFAULT_ARTICLE);
  const names = host.list(slides).filter((name) => isOutline(name) && host.resolve(slides, name) !== article);
  const outlines = readOutlines(host, slides, names, findings);
  const dist = host.resolve(folder, 'dist');
  const paths: TalkPaths = {
    slides,
    templates: host.resolve(folder, 'templates'),
    deck: host.resolve(dist, 'deck'),
    speaker: host.resolve(dist, 'speaker'),
    singleFile: host.resolve(dist, 'deck.html'),
    pictures: host.resolve(dist, 'slides'),
    gallery: host.resolve(dist, 'gallery'),
    prints: {
      slides: host.resolve(dist, 'slides.pdf'),
      notes: host.resolve(dist, 'notes.pdf'),
      handout: host.resolve(dist, 'handout.pdf'),
      article: host.resolve(dist, 'article.pdf'),
    },
  };
  return {
    paths,
    fields,
    outlines,
    outlineFields: null,
    isSingleFile: false,
    isWhole: outlines.length === names.length,
  };
}

/** The outlines that can be read. Finding: `too-large`, when they are so together; then none is. */
function readOutlines(host: Host, slides: string, names: readonly string[], findings: Finding[]): readonly Source[] {
  const paths = names.map((name) => host.resolve(slides, name));
  const bytes = paths.reduce((sum, path) => sum + (host.sizeOf(path) ?? 0), 0);
  if (bytes > LARGEST_TALK) {
    findings.push(tooLarge(`all outlines of ${host.display(slides)} together`, LARGEST_TALK));
    return [];
  }
  return paths.flatMap((path) => readSource(host, path, findings) ?? []);
}

/** A name that begins with `_` is that of a file to be included. */
function isOutline(name: string): boolean {
  return name.endsWith('.md') && !/^[._]/.test(name) && name !== DEFAULT_ARTICLE;
}

function readSingleFile(host: Host, file: string, findings: Finding[]): TalkFiles {
  const source = readSource(host, file, findings);
  const folder = host.resolve(file, '..');
  const stem = file.replace(/\.[^./\\]+$/, '');
  const paths: TalkPaths = {
    slides: folder,
    templates: host.resolve(folder, 'templates'),
    deck: `${stem}-deck`,
    speaker: `${stem}-speaker`,
    singleFile: `${stem}.html`,
    pictures: `${stem}-slides`,
    gallery: `${stem}-gallery`,
    prints: {
      slides: `${stem}.pdf`,
      notes: `${stem}-notes.pdf`,
      handout: `${stem}-handout.pdf`,
      article: `${stem}-article.pdf`,
    },
  };
  const none = { section: '', time: 0, layout: '' };
  if (!source) {
    const fields = toTalkFields(null);
    return { paths, fields, outlines: [], outlineFields: none, isSingleFile: true, isWhole: false };
  }
  // What is wrong with the front matter's own lines is found when the outline is parsed.
  const { start, end } = findFrontMatter(source, []);
  const read = readFields(source, start, end, singleFileSchema);
  findings.push(...read.findings);
  const outlineFields = { ...none, layout: read.value?.fields.layout ?? '' };
  return {
    paths,
    fields: toTalkFields(read.value),
    outlines: [source],
    outlineFields,
    isSingleFile: true,
    isWhole: true,
  };
}

function toTalkFields(read: ReadFields<Parameters<typeof talkFieldsOf>[0]> | null): ReadFields<TalkFields> {
  if (read === null) return { fields: defaultFields, places: new Map() };
  return { fields: talkFieldsOf(read.fields), places: read.places };
}

function checkArticle(
  host: Host,
  slides: string,
  { fields, places }: ReadFields<TalkFields>,
  findings: Finding[],
): void {
  const span = places.get('article');
  if (fields.article === '' || !span || host.kindOf(host.resolve(slides, fields.article)) === 'file') return;
  findings.push(missingArticle(span, fields.article));
}
