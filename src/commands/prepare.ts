import { AssetBox } from '../deck/assets.ts';
import { type PageParts, packPictures } from '../deck/deck.ts';
import { packMath } from '../deck/math.ts';
import { templateContracts } from '../deck/slides.ts';
import { checkLayouts } from '../talk/layouts.ts';
import { NO_NOTES } from '../talk/speaker-notes.ts';
import type { Talk } from '../talk/types.ts';
import { directionOf } from '../text/direction.ts';
import { type Finding, hasErrors, inReadingOrder, Stop } from '../text/finding.ts';
import type { Span } from '../text/source.ts';
import { loadTheme } from '../theme/load.ts';
import { compileTemplates } from '../theme/templates.ts';
import { pictureSizes } from '../typeset/picture-sizes.ts';
import type { DrawQrCode } from '../typeset/qr-codes.ts';
import { viewForInk } from '../view/ink.ts';
import { type NotesView, viewNotes } from '../view/notes.ts';
import type { SlideSurroundings } from '../view/slide.ts';
import { viewTalk } from '../view/view.ts';
import { slideWords } from '../view/words.ts';
import { applyBrand } from './brand.ts';
import { colorTheme } from './color-theme.ts';
import type { Context, TalkRequest } from './context.ts';
import { drawTalkDiagrams } from './diagrams.ts';
import { fitTalk } from './fit-talk.ts';
import { browserOnDemand, type LendBrowser } from './lend-browser.ts';
import { inTime, type OpenTalk, openTalk } from './open-talk.ts';
import { BUILT_IN_TEMPLATES, KATEX_FOLDER } from './places.ts';

/** A talk on its way to a deck or a print: everything but the page. */
export interface PreparedTalk extends PageParts {
  /** What the talk says of itself. Its slides are in the view; the tree they were read from is let go. */
  readonly talk: Omit<Talk, 'slides' | 'sections' | 'media'>;
  /** What the speaker alone sees; `null` for everybody else. */
  readonly notes: NotesView | null;
  readonly findings: readonly Finding[];
}

/** How a talk is to be drawn. */
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
  const open = openTalk(context, request);
  const dress: Dress = { theme: open.fields.theme, span: open.themeSpan, ink: request.ink };
  return dressTalk(context, open, dress, lend, box);
}

/**
 * Makes the view of a talk for one theme. Throws `Stop` with all that was found of the talk and of the theme
 * when there is an error.
 */
export async function dressTalk(
  context: Context,
  open: OpenTalk,
  { theme: name, span, ink = false }: Dress,
  lend: LendBrowser,
  box: AssetBox,
): Promise<PreparedTalk> {
  const { host } = context;
  const places = { own: open.paths.templates, builtIn: BUILT_IN_TEMPLATES };
  const loaded = loadTheme(host, places, name, span, open.fields.lang, open.fields.scheme);
  const branded = await applyBrand(host, places.own, await colorTheme(loaded, ink), ink);
  const { theme } = branded.value;
  const read = await open.readFor(theme.declared);
  const { talk, notes: ofSpeaker, drawings, drawQrCode, diagrams: known, findings: ofTalk } = read;
  const notes = ofSpeaker ?? NO_NOTES.value;
  const templates = compileTemplates(theme, templateContracts(theme.declared), { met: firstOfLayouts(talk) });
  const layouts = checkLayouts(talk, templates.value.layoutNames);
  const diagrams = await drawTalkDiagrams(host, talk, notes, theme, lend, known);
  const ofTheme = [branded, templates, diagrams].flatMap((checked) => checked.findings);
  const findings = inReadingOrder([...ofTalk, ...ofTheme, ...layouts]);
  if (hasErrors(findings)) throw new Stop(findings);
  const { mathHtml, ...drawn } = drawings;
  const packed = packPictures(host, theme, new Map([...talk.media, ...notes.media]), box);
  const surroundings: SlideSurroundings = {
    ...drawn,
    diagram: (diagram) => diagrams.value.get(diagram) ?? null,
    pictureUrl: (src) => packed.addresses.get(src) ?? '',
    pictureSize: pictureSizes(talk.media),
    published: publishedFiles(talk.address, drawQrCode),
    lang: talk.lang,
    direction: directionOf(talk.lang) || 'ltr',
    words: slideWords(theme.words.slides),
  };
  const brand = branded.value.view(host, packed);
  const colored = inTime(host, () => viewTalk(talk, surroundings, brand));
  const view = ink ? viewForInk(colored) : colored;
  const notesView = ofSpeaker === null ? null : inTime(host, () => viewNotes(talk, surroundings));
  const math = { html: mathHtml, css: packMath(host, KATEX_FOLDER, packed.box, mathHtml) };
  const { slides: _slides, sections: _sections, media: _media, ...facts } = talk;
  const parts = { theme, templates: templates.value, view, packed, math };
  const fitted = await fitTalk(context, parts, lend);
  return {
    ...parts,
    talk: facts,
    view: fitted.value,
    notes: notesView,
    findings: inReadingOrder([...findings, ...fitted.findings]),
  };
}

/** The place of the first slide of each layout, in the order of the talk. */
function firstOfLayouts({ slides }: Talk): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  for (const { layout, heading, span } of slides)
    if (!places.has(layout.name)) places.set(layout.name, heading?.span ?? span);
  return places;
}

/** Where files of the deck will be found, when the talk says where it will be published. */
function publishedFiles(address: string, drawQrCode: DrawQrCode): SlideSurroundings['published'] {
  const base = address.endsWith('/') ? address : `${address}/`;
  return (file) => {
    if (address === '') return null;
    return { address: base + file, qrCode: drawQrCode(base + file) };
  };
}
