import { AssetBox, isOwnAsset } from '../deck/assets.ts';
import { drawTheme, renderGallery } from '../deck/gallery.ts';
import type { DrawnTheme } from '../deck/gallery-page.ts';
import { writeFolder } from '../io/write.ts';
import { type Checked, type Finding, Stop, stopOnErrors } from '../text/finding.ts';
import { listThemes } from '../theme/list-themes.ts';
import type { ThemeSummary, WordTexts } from '../theme/types.ts';
import { selectSlides } from '../view/select-slides.ts';
import type { SlideChoice } from '../view/slide-choice.ts';
import { readGalleryCss } from './client-files.ts';
import type { Context, Outcome, TalkRequest } from './context.ts';
import { refuseOtherPages } from './deck-places.ts';
import { themeLeftOut } from './findings.ts';
import { keptBrowser, type LendBrowser } from './lend-browser.ts';
import { type OpenTalk, openTalk } from './open-talk.ts';
import { BUILT_IN_TEMPLATES } from './places.ts';
import { dressTalk, type PreparedTalk } from './prepare.ts';
import { ThemeFindings } from './theme-findings.ts';
import { written } from './writing.ts';

/** What a person asks of a gallery. */
export interface GalleryRequest extends TalkRequest {
  /** Which slides are in it; all when it is left out. */
  readonly slides?: readonly SlideChoice[] | undefined;
}

/**
 * Makes one page with the slides of a talk in every theme that it can name. A theme that cannot draw the talk is left out,
 * and its errors are warnings; those of the talk's own theme stop the gallery. Finding: `theme-left-out`.
 */
export async function themeGallery(context: Context, request: GalleryRequest): Promise<Outcome> {
  const { host, lap, version } = context;
  const talk = openTalk(context, request);
  const { fields, paths } = talk;
  const { title, lang, theme: current, scheme } = fields;
  const folder = request.output === undefined ? paths.gallery : host.resolve(request.output);
  refuseOtherPages(host, folder, false);
  const css = readGalleryCss(host);
  const listed = namedThemes(context, talk);
  const named = listed.value;
  const box = new AssetBox();
  const drawn = await drawThemes(
    context,
    talk,
    named.map(({ name }) => name),
    request,
    box,
  );
  const themes = drawn.value;
  const [own] = themes;
  if (own === undefined) throw new Error('the theme of the talk was left out');
  const { words, fonts } = own;
  const facts = { title, lang, version, current, scheme, fonts, words, themes: named };
  const { files } = renderGallery(themes, box.files, css, facts);
  lap('render');
  await written(host, folder, writeFolder({ folder, files, entries: ['index.html'], isOwn: isOwnAsset }));
  lap('write');
  const page = host.resolve(folder, 'index.html');
  return {
    outputs: [page],
    slides: own.slides.length,
    findings: [...listed.findings, ...drawn.findings],
    lines: [`Open ${host.display(page)} by a double click: the slides stand in it in ${countOf(themes)}.`],
    extra: { themes: named.filter(({ name }) => themes.some((theme) => theme.name === name)), used: current },
  };
}

function countOf({ length }: readonly DrawnTheme[]): string {
  return length === 1 ? 'one theme' : `${length} themes, side by side`;
}

/** The themes that a talk can name, that which it has first. What is wrong with those that cannot be read is a warning. */
function namedThemes({ host }: Context, { fields, paths }: OpenTalk): Checked<readonly ThemeSummary[]> {
  const listed = listThemes(host, { own: paths.templates, builtIn: BUILT_IN_TEMPLATES });
  const own = listed.value.find(({ name }) => name === fields.theme);
  const others = listed.value.filter((theme) => theme !== own);
  const value = [own ?? { name: fields.theme, about: '', extends: '', path: '', trust: '' as const }, ...others];
  return { value, findings: listed.findings.map(asWarning) };
}

/** What the themes make of a talk, but for those that are left out; that which the talk has is the first. */
async function drawThemes(
  context: Context,
  talk: OpenTalk,
  names: readonly string[],
  { slides }: GalleryRequest,
  box: AssetBox,
): Promise<Checked<readonly PaintedTheme[]>> {
  const found = new ThemeFindings();
  const painted: PaintedTheme[] = [];
  const browser = keptBrowser(context);
  try {
    for (const [index, name] of names.entries()) {
      const drawn = await drawIn(context, talk, name, slides ?? null, browser.lend, box);
      found.add(name, drawn.findings);
      if (drawn.value !== null) painted.push(drawn.value);
      const count = painted[0]?.slides.length ?? 0;
      context.progress({ done: count * (index + 1), total: count * names.length, what: name });
    }
  } finally {
    await browser.close();
  }
  return { value: painted, findings: found.all };
}

/** A theme with the slides that it draws, and what the page around them takes of it: words, and the stack of fonts for text. */
interface PaintedTheme extends DrawnTheme {
  readonly fonts: string;
  readonly words: WordTexts;
}

/** The slides in one theme; `null` when it cannot draw them, which stops the gallery when it is the theme of the talk. */
async function drawIn(
  context: Context,
  talk: OpenTalk,
  name: string,
  choices: readonly SlideChoice[] | null,
  lend: LendBrowser,
  box: AssetBox,
): Promise<Checked<PaintedTheme | null>> {
  const isOwn = name === talk.fields.theme;
  try {
    const whole = await dressTalk(context, talk, { theme: name, span: isOwn ? talk.themeSpan : null }, lend, box);
    const prepared = choices === null ? whole : selectFrom(whole, choices);
    const drawn = drawTheme(context.host, prepared, name);
    const { words, tokens } = whole.theme;
    const value = { ...drawn.value, words, fonts: tokens.font?.sans ?? 'sans-serif' };
    return { value, findings: [...whole.findings, ...drawn.findings] };
  } catch (error) {
    if (!(error instanceof Stop) || isOwn) throw error;
    return { value: null, findings: [themeLeftOut(name), ...error.findings.map(asWarning)] };
  }
}

function selectFrom(whole: PreparedTalk, choices: readonly SlideChoice[]): PreparedTalk {
  const selected = selectSlides(whole, choices);
  stopOnErrors(selected.findings);
  return { ...whole, ...selected.value };
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}
