import type { Division } from '../markdown/tree.ts';
import type { Content } from '../outline/types.ts';
import { loadLanguage } from '../talk/language.ts';
import { parseTalk, readTalk } from '../talk/load.ts';
import { collectSpeakerNotes, NO_NOTES, type SpeakerNotes } from '../talk/speaker-notes.ts';
import { textReader } from '../talk/texts.ts';
import type { Talk, TalkFields, TalkPaths } from '../talk/types.ts';
import type { DeclaredLayouts } from '../text/declared-layouts.ts';
import { type Checked, type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Span } from '../text/source.ts';
import { type ChartPlace, loadCharts, type PlacedChart } from '../typeset/charts.ts';
import { loadHighlight } from '../typeset/highlight.ts';
import { loadMath } from '../typeset/math.ts';
import { type DrawQrCode, loadQrCodes } from '../typeset/qr-codes.ts';
import type { SlideSurroundings } from '../view/slide.ts';
import type { Context, TalkRequest } from './context.ts';
import type { KnownDrawings } from './diagrams.ts';
import { takesTooLong } from './findings.ts';

/** Far above what the largest talks need: one that needs more was made to. */
const LONGEST_SECONDS = 15;

/** A talk whose files are read: what its outlines mean depends on the fields that layouts declare. */
export interface OpenTalk {
  readonly fields: TalkFields;
  readonly paths: TalkPaths;
  /** Where `talk.yaml` names the theme; `null` when it does not. */
  readonly themeSpan: Span | null;
  /** The talk for layouts with these fields; parsed once for all themes whose layouts declare the same. */
  readFor(declared: DeclaredLayouts): Promise<ReadTalk>;
}

/** A talk as read and parsed, with what libraries draw of it in every theme alike. */
export interface ReadTalk {
  readonly talk: Talk;
  /** What the speaker alone sees; `null` for everybody else. */
  readonly notes: SpeakerNotes | null;
  readonly drawings: Drawings;
  readonly drawQrCode: DrawQrCode;
  /** The diagrams that were drawn for a theme already. */
  readonly diagrams: KnownDrawings;
  readonly findings: readonly Finding[];
}

/** Reads the files of a talk. Nothing is thrown yet for the errors that it has. */
export function openTalk({ host, lap }: Context, { talk: path, trustHtml, speaker = false }: TalkRequest): OpenTalk {
  const files = readTalk(host, path);
  const { fields, places } = files.value.fields;
  const known = new Map<string, ReadTalk>();
  lap('read');
  return {
    fields,
    paths: files.value.paths,
    themeSpan: places.get('theme') ?? null,
    async readFor(declared) {
      const key = JSON.stringify([...declared]);
      const before = known.get(key);
      if (before !== undefined) return before;
      const language = await loadLanguage(files.value.outlines);
      const parsing = { isHtmlTrusted: trustHtml ?? false, declared };
      const talk = inTime(host, () => parseTalk(host, files.value, language, parsing));
      lap('parse');
      const notes = speaker ? collectSpeakerNotes(host, talk.value) : NO_NOTES;
      const drawings = await typesetTalk(host, talk.value, notes.value);
      const hasMedia = talk.value.slides.some(({ contents }) => contents.media.length > 0);
      const read: ReadTalk = {
        talk: talk.value,
        notes: speaker ? notes.value : null,
        drawings: drawings.value,
        drawQrCode: await loadQrCodes(hasMedia && fields.address !== ''),
        diagrams: new Map(),
        findings: [files, talk, notes, drawings].flatMap((checked) => checked.findings),
      };
      known.set(key, read);
      return read;
    },
  };
}

/** What libraries draw of a talk, for the slides that ask for it. */
type Drawings = Pick<SlideSurroundings, 'highlight' | 'math' | 'chart'> & {
  /** Each distinct formula as HTML. */
  readonly mathHtml: readonly string[];
};

/** Code, formulas and charts of a talk and its notes, drawn. Findings: those of `typeset`. */
async function typesetTalk(host: Host, talk: Talk, notes: SpeakerNotes): Promise<Checked<Drawings>> {
  const contents = [...talk.slides.map((slide) => slide.contents), ...notes.contents];
  const highlight = await loadHighlight(contents.flatMap(({ codes }) => codes));
  const drawMath = await loadMath(contents.flatMap(({ formulas }) => formulas));
  const math = inTime(host, drawMath);
  const placedCharts = [...chartsOf(talk), ...chartsInNotes(notes)];
  const drawCharts = await loadCharts(placedCharts, talk.size, talk.lang, textReader(host, talk.paths.slides));
  const charts = inTime(host, drawCharts);
  const value: Drawings = {
    highlight: highlight.value,
    math: math.value.draw,
    mathHtml: math.value.html,
    chart: charts.value,
  };
  return { value, findings: [highlight, math, charts].flatMap((checked) => checked.findings) };
}

function chartsOf({ slides }: Talk): readonly PlacedChart[] {
  return slides.flatMap(({ contents, content }) =>
    contents.charts.map((division) => ({ division, place: chartPlace(content, division) })),
  );
}

/** What is around a chart on its slide. */
function chartPlace(content: Content, chart: Division): ChartPlace {
  if (content.kind === 'compare') return 'column';
  if (content.kind !== 'split' || content.figure !== chart) return 'under-text';
  return content.rest.length === 0 ? 'alone' : 'beside-text';
}

function chartsInNotes({ contents }: SpeakerNotes): readonly PlacedChart[] {
  return contents.flatMap(({ charts }) => charts.map((division) => ({ division, place: 'alone' as const })));
}

/** What work gives that text from outside may make long. Throws `Stop` (`takes-too-long`) when it is not done in time. */
export function inTime<T>(host: Host, work: () => T): T {
  const result = host.within(LONGEST_SECONDS * 1000, work);
  if (result === null) throw new Stop([takesTooLong(LONGEST_SECONDS)]);
  return result;
}
