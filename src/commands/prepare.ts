import { AssetBox } from '../deck/assets.ts';
import { type PageParts, packPictures } from '../deck/deck.ts';
import { packMath } from '../deck/math.ts';
import { templateContracts } from '../deck/slides.ts';
import { loadLanguage } from '../talk/language.ts';
import { checkLayouts } from '../talk/layouts.ts';
import { parseTalk, readTalk } from '../talk/load.ts';
import { collectSpeakerNotes, NO_NOTES, type SpeakerNotes } from '../talk/speaker-notes.ts';
import { textReader } from '../talk/texts.ts';
import type { Talk } from '../talk/types.ts';
import { directionOf } from '../text/direction.ts';
import { type Checked, type Finding, hasErrors, inReadingOrder, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Span } from '../text/source.ts';
import { loadTheme } from '../theme/load.ts';
import { compileTemplates } from '../theme/templates.ts';
import { loadCharts, type PlacedChart } from '../typeset/charts.ts';
import { loadHighlight } from '../typeset/highlight.ts';
import { loadMath } from '../typeset/math.ts';
import { type DrawQrCode, loadQrCodes } from '../typeset/qr-codes.ts';
import { viewForInk } from '../view/ink.ts';
import { type NotesView, viewNotes } from '../view/notes.ts';
import type { SlideSurroundings } from '../view/slide.ts';
import { viewTalk } from '../view/view.ts';
import { slideWords } from '../view/words.ts';
import { colorTheme } from './color-theme.ts';
import type { Context, TalkRequest } from './context.ts';
import { drawTalkDiagrams, type KnownDrawings } from './diagrams.ts';
import { takesTooLong } from './findings.ts';
import { browserOnDemand, type LendBrowser } from './lend-browser.ts';
import { BUILT_IN_TEMPLATES, KATEX_FOLDER } from './places.ts';

/** Far above what the largest talks need: one that needs more was made to. */
const LONGEST_SECONDS = 15;

/** A talk on its way to a deck or a print: everything but the page. */
export interface PreparedTalk extends PageParts {
  /** What the talk says of itself. Its slides are in the view; the tree they were read from is let go. */
  readonly talk: Omit<Talk, 'slides' | 'sections' | 'media'>;
  /** What the speaker alone sees; `null` for everybody else. */
  readonly notes: NotesView | null;
  readonly findings: readonly Finding[];
}

/** A talk as read and parsed, with what libraries draw of it in every theme alike. */
export interface ReadTalk {
  readonly talk: Talk;
  /** Where `talk.yaml` names the theme; `null` when it does not. */
  readonly themeSpan: Span | null;
  /** What the speaker alone sees; `null` for everybody else. */
  readonly notes: SpeakerNotes | null;
  readonly drawings: Drawings;
  readonly drawQrCode: DrawQrCode;
  /** The diagrams that were drawn for a theme already. */
  readonly diagrams: KnownDrawings;
  readonly findings: readonly Finding[];
}

/** How a talk that was read is to be drawn. */
export interface Dress {
  /** The name of the theme. */
  readonly theme: string;
  /** Where it is named, when somebody but the command names it. */
  readonly span: Span | null;
  /** Whether it is drawn to save ink: black on white. */
  readonly ink?: boolean | undefined;
}

/**
 * Reads the talk and its theme, and makes the view of it; pictures and fonts go into `box`. Diagrams are drawn in a
 * browser that is lent, or started for them. Throws `Stop` with all that was found, warnings too, when there is an error.
 */
export async function prepareTalk(
  context: Context,
  request: TalkRequest,
  lend: LendBrowser = browserOnDemand(context),
  box = new AssetBox(),
): Promise<PreparedTalk> {
  const read = await readWholeTalk(context, request);
  const dress: Dress = { theme: read.talk.theme, span: read.themeSpan, ink: request.ink };
  return dressTalk(context, read, dress, lend, box);
}

/** Reads a talk, once for all themes that it is to be drawn in. Nothing is thrown yet for the errors that it has. */
export async function readWholeTalk(
  { host, lap }: Context,
  { talk: path, trustHtml, speaker = false }: TalkRequest,
): Promise<ReadTalk> {
  const files = readTalk(host, path);
  const { fields, places } = files.value.fields;
  lap('read');
  const language = await loadLanguage(files.value.outlines);
  const talk = inTime(host, () => parseTalk(host, files.value, language, trustHtml));
  lap('parse');
  const notes = speaker ? collectSpeakerNotes(host, talk.value) : NO_NOTES;
  const drawings = await typesetTalk(host, talk.value, notes.value);
  const hasMedia = talk.value.slides.some(({ contents }) => contents.media.length > 0);
  return {
    talk: talk.value,
    themeSpan: places.get('theme') ?? null,
    notes: speaker ? notes.value : null,
    drawings: drawings.value,
    drawQrCode: await loadQrCodes(hasMedia && fields.address !== ''),
    diagrams: new Map(),
    findings: [files, talk, notes, drawings].flatMap((checked) => checked.findings),
  };
}

/**
 * Makes the view of a talk that was read, for one theme. Throws `Stop` with all that was found of the talk and of the theme
 * when there is an error.
 */
export async function dressTalk(
  { host }: Context,
  { talk, notes: ofSpeaker, drawings, drawQrCode, diagrams: known, findings: ofTalk }: ReadTalk,
  { theme: name, span, ink = false }: Dress,
  lend: LendBrowser,
  box: AssetBox,
): Promise<PreparedTalk> {
  const notes = ofSpeaker ?? NO_NOTES.value;
  const places = { own: talk.paths.templates, builtIn: BUILT_IN_TEMPLATES };
  const theme = await colorTheme(loadTheme(host, places, name, span, talk.lang, talk.scheme), ink);
  const templates = compileTemplates(theme.value, templateContracts, { met: firstOfLayouts(talk) });
  const layouts = checkLayouts(talk, templates.value.layoutNames);
  const diagrams = await drawTalkDiagrams(host, talk, notes, theme.value, lend, known);
  const ofTheme = [theme, templates, diagrams].flatMap((checked) => checked.findings);
  const findings = inReadingOrder([...ofTalk, ...ofTheme, ...layouts]);
  if (hasErrors(findings)) throw new Stop(findings);
  const { mathHtml, ...drawn } = drawings;
  const packed = packPictures(host, theme.value, new Map([...talk.media, ...notes.media]), box);
  const surroundings: SlideSurroundings = {
    ...drawn,
    diagram: (diagram) => diagrams.value.get(diagram) ?? null,
    pictureUrl: (src) => packed.addresses.get(src) ?? '',
    published: publishedFiles(talk.address, drawQrCode),
    lang: talk.lang,
    direction: directionOf(talk.lang) || 'ltr',
    words: slideWords(theme.value.words.slides),
  };
  const colored = inTime(host, () => viewTalk(talk, surroundings));
  const view = ink ? viewForInk(colored) : colored;
  const notesView = ofSpeaker === null ? null : inTime(host, () => viewNotes(talk, surroundings));
  const math = { html: mathHtml, css: packMath(host, KATEX_FOLDER, packed.box, mathHtml) };
  const { slides: _slides, sections: _sections, media: _media, ...facts } = talk;
  return {
    talk: facts,
    theme: theme.value,
    templates: templates.value,
    view,
    packed,
    math,
    notes: notesView,
    findings,
  };
}

/** The place of the first slide of each layout, in the order of the talk. */
function firstOfLayouts({ slides }: Talk): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  for (const { layout, heading, span } of slides)
    if (!places.has(layout.name)) places.set(layout.name, heading?.span ?? span);
  return places;
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

/** Where files of the deck will be found, when the talk says where it will be published. */
function publishedFiles(address: string, drawQrCode: DrawQrCode): SlideSurroundings['published'] {
  const base = address.endsWith('/') ? address : `${address}/`;
  return (file) => {
    if (address === '') return null;
    return { address: base + file, qrCode: drawQrCode(base + file) };
  };
}

function chartsOf({ slides }: Talk): readonly PlacedChart[] {
  return slides.flatMap(({ contents, content }) =>
    contents.charts.map((division) => ({ division, isNarrow: content.kind === 'compare' })),
  );
}

function chartsInNotes({ contents }: SpeakerNotes): readonly PlacedChart[] {
  return contents.flatMap(({ charts }) => charts.map((division) => ({ division, isNarrow: false })));
}

/** What work gives that text from outside may make long. Throws `Stop` (`takes-too-long`) when it is not done in time. */
function inTime<T>(host: Host, work: () => T): T {
  const result = host.within(LONGEST_SECONDS * 1000, work);
  if (result === null) throw new Stop([takesTooLong(LONGEST_SECONDS)]);
  return result;
}
