import { AssetBox } from '../deck/assets.ts';
import { type PageParts, packPictures } from '../deck/deck.ts';
import { packMath } from '../deck/math.ts';
import { loadLanguage } from '../talk/language.ts';
import { checkLayouts } from '../talk/layouts.ts';
import { parseTalk, readTalk } from '../talk/load.ts';
import { collectSpeakerNotes, NO_NOTES, type SpeakerNotes } from '../talk/speaker-notes.ts';
import { textReader } from '../talk/texts.ts';
import type { Talk } from '../talk/types.ts';
import { directionOf } from '../text/direction.ts';
import { type Checked, type Finding, hasErrors, inReadingOrder, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { loadTheme } from '../theme/load.ts';
import { compileTemplates } from '../theme/templates.ts';
import type { Theme } from '../theme/types.ts';
import { loadCharts, type PlacedChart } from '../typeset/charts.ts';
import { loadHighlight } from '../typeset/highlight.ts';
import { loadMath } from '../typeset/math.ts';
import { type DrawQrCode, loadQrCodes } from '../typeset/qr-codes.ts';
import { viewForInk } from '../view/ink.ts';
import { type NotesView, viewNotes } from '../view/notes.ts';
import type { SlideSurroundings } from '../view/slide.ts';
import { viewTalk } from '../view/view.ts';
import { slideWords } from '../view/words.ts';
import type { Context, TalkRequest } from './context.ts';
import { drawTalkDiagrams } from './diagrams.ts';
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

/**
 * Reads the talk and its theme, and makes the view of it; pictures and fonts go into `box`. Diagrams are drawn in a
 * browser that is lent, or started for them. Throws `Stop` with all that was found, warnings too, when there is an error.
 */
export async function prepareTalk(
  context: Context,
  { talk: path, trustHtml = false, speaker = false, ink = false }: TalkRequest,
  lend: LendBrowser = browserOnDemand(context),
  box = new AssetBox(),
): Promise<PreparedTalk> {
  const { host, lap } = context;
  const files = readTalk(host, path);
  const { fields, places } = files.value.fields;
  const themePlaces = { own: files.value.paths.templates, builtIn: BUILT_IN_TEMPLATES };
  const loaded = loadTheme(host, themePlaces, fields.theme, places.get('theme') ?? null, fields.lang);
  const theme = ink ? await themeForInk(loaded) : loaded;
  lap('read');
  const language = await loadLanguage(files.value.outlines);
  const parsing = { isHtmlTrusted: trustHtml, declared: theme.value.declared };
  const talk = inTime(host, () => parseTalk(host, files.value, language, parsing));
  lap('parse');
  const templates = compileTemplates(theme.value);
  const layouts = checkLayouts(talk.value, templates.value.layoutNames);
  const notes = speaker ? collectSpeakerNotes(host, talk.value) : NO_NOTES;
  const drawings = await typesetTalk(context, talk.value, notes.value, theme.value, lend);
  const found = [files, theme, talk, notes, templates, drawings].flatMap((checked) => checked.findings);
  const findings = inReadingOrder([...found, ...layouts]);
  if (hasErrors(findings)) throw new Stop(findings);
  const { mathHtml, ...drawn } = drawings.value;
  const hasMedia = talk.value.slides.some(({ contents }) => contents.media.length > 0);
  const drawQrCode = await loadQrCodes(hasMedia && fields.address !== '');
  const packed = packPictures(host, theme.value, new Map([...talk.value.media, ...notes.value.media]), box);
  const surroundings: SlideSurroundings = {
    ...drawn,
    pictureUrl: (src) => packed.addresses.get(src) ?? '',
    published: publishedFiles(fields.address, drawQrCode),
    lang: fields.lang,
    direction: directionOf(talk.value.lang) || 'ltr',
    words: slideWords(theme.value.words.slides),
  };
  const colored = inTime(host, () => viewTalk(talk.value, surroundings));
  const view = ink ? viewForInk(colored) : colored;
  const notesView = speaker ? inTime(host, () => viewNotes(talk.value, surroundings)) : null;
  const math = { html: mathHtml, css: packMath(host, KATEX_FOLDER, packed.box, mathHtml) };
  const { slides: _slides, sections: _sections, media: _media, ...facts } = talk.value;
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

/** The theme for white paper. What reads and mixes colours is loaded for it alone. */
async function themeForInk({ value, findings }: Checked<Theme>): Promise<Checked<Theme>> {
  const { inkTheme } = await import('../theme/ink.ts');
  return { value: inkTheme(value), findings };
}

/** What libraries draw of a talk, for the slides that ask for it. */
type Drawings = Pick<SlideSurroundings, 'highlight' | 'math' | 'chart' | 'diagram'> & {
  /** Each distinct formula as HTML. */
  readonly mathHtml: readonly string[];
};

/** Code, formulas, charts and diagrams of a talk and its notes, drawn. Findings: those of `typeset`. */
async function typesetTalk(
  { host }: Context,
  talk: Talk,
  notes: SpeakerNotes,
  theme: Theme,
  lend: LendBrowser,
): Promise<Checked<Drawings>> {
  const contents = [...talk.slides.map((slide) => slide.contents), ...notes.contents];
  const highlight = await loadHighlight(contents.flatMap(({ codes }) => codes));
  const drawMath = await loadMath(contents.flatMap(({ formulas }) => formulas));
  const math = inTime(host, drawMath);
  const placedCharts = [...chartsOf(talk), ...chartsInNotes(notes)];
  const drawCharts = await loadCharts(placedCharts, talk.lang, textReader(host, talk.paths.slides));
  const charts = inTime(host, drawCharts);
  const diagrams = await drawTalkDiagrams(host, talk, notes, theme, lend);
  const value: Drawings = {
    highlight: highlight.value,
    math: math.value.draw,
    mathHtml: math.value.html,
    chart: charts.value,
    diagram: (diagram) => diagrams.value.get(diagram) ?? null,
  };
  return { value, findings: [highlight, math, charts, diagrams].flatMap((checked) => checked.findings) };
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
