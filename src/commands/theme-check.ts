import { groupFaults, type Mistake, withoutConsequences } from '../check/faults.ts';
import { mistakeFinding } from '../check/mistake-finding.ts';
import { SAMPLE_KINDS, type SampleKind } from '../check/sample-kinds.ts';
import { MEDIA, SAMPLE_FORMS, SAMPLE_SCHEMES, SAMPLE_SIZES, type SampleTalkForm } from '../check/samples.ts';
import { findUnknownTokens } from '../check/unknown-tokens.ts';
import { templateContracts } from '../deck/slides.ts';
import { type Browser, launchBrowser, sandboxNotice } from '../print/browser.ts';
import { needBrowser } from '../print/find-browser.ts';
import { type Finding, hasErrors, inReadingOrder, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { ThemePlaces } from '../theme/find-theme.ts';
import { FontShelf } from '../theme/fonts.ts';
import { loadTheme } from '../theme/load.ts';
import { compileTemplates } from '../theme/templates.ts';
import type { Theme } from '../theme/types.ts';
import { readClient } from './client-files.ts';
import type { Context, Outcome } from './context.ts';
import { measureSamples, type SampleMeasures } from './measure-samples.ts';
import { AXE_SCRIPT } from './places.ts';
import type { SampleRequest } from './sample-pages.ts';
import { readSamples } from './theme-samples.ts';
import { readStyles } from './theme-styles.ts';
import { readThemeTalk, type ThemeTalk, themesAt } from './theme-talk.ts';

/** Which theme is checked. */
export interface ThemeCheckRequest {
  /** Its name; `undefined` for that of the talk. */
  readonly name: string | undefined;
  /** The kinds of content that it is tried with; all when it is left out. */
  readonly content?: ReadonlySet<SampleKind> | undefined;
  /** The talk whose templates count, and whose own themes can be named: a folder, or a Markdown file. */
  readonly talk: string;
}

/** What was drawn of a layout, and what is wrong with it. */
interface LayoutResult {
  readonly name: string;
  readonly drawings: number;
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Checks a theme: reads and compiles all of it, then draws every layout with samples of each kind of content, in both
 * shapes and schemes, for the deck and for paper, and measures them;
 * or in some of these `forms`. Throws `Stop` with what keeps it from being drawn.
 */
export async function themeCheck(
  context: Context,
  request: ThemeCheckRequest,
  forms: readonly SampleTalkForm[] = SAMPLE_FORMS.filter(({ kind }) => request.content?.has(kind) ?? true),
): Promise<Outcome> {
  const { host, lap } = context;
  const { theme: name, places, span } = themeOf(host, request);
  const loaded = loadTheme(host, places, name, span, 'en');
  const found = [...loaded.findings, ...checkParts(context, loaded.value, places)];
  if (hasErrors(found)) throw new Stop(inReadingOrder(found));
  lap('read');
  const samples: SampleRequest = {
    folder: host.resolve(places.own, '..'),
    theme: name,
    layouts: [...loaded.value.layouts.keys()],
    declared: loaded.value.declared,
    samples: readSamples(host),
    forms,
    client: readClient(host),
    axe: readAxe(context),
  };
  const measures = await withBrowser(context, (browser) => measureSamples(context, browser, samples)).catch(
    withoutSamples,
  );
  lap('measure');
  const mistakes = groupFaults(loaded.value, withoutConsequences(measures.faults));
  const told = mistakes.map((mistake) => mistakeFinding(mistake, measures.themes));
  const findings = inReadingOrder(distinct([...found, ...measures.findings, ...told]));
  const layouts = layoutResults(measures, mistakes, told);
  return { outputs: [], slides: null, findings, lines: resultLines(samples, layouts), extra: { theme: name, layouts } };
}

/** The theme that is asked for, and where its templates are looked for. Without a name it is that of the talk, which must be there. */
function themeOf(host: Host, { name, talk }: ThemeCheckRequest): Pick<ThemeTalk, 'theme' | 'places' | 'span'> {
  if (name === undefined) return readThemeTalk(host, talk);
  return { theme: name, places: themesAt(host, talk).places, span: null };
}

/**
 * What can be found without drawing: templates that cannot be read, fonts that are not installed, and tokens that do not
 * exist.
 */
function checkParts({ host }: Context, theme: Theme, places: ThemePlaces): readonly Finding[] {
  const shelf = new FontShelf(host, theme);
  for (const { family } of theme.fonts) shelf.facesOf(family);
  const sheets = readStyles(host, places, theme.name);
  const base = sheets.filter(({ isBase }) => isBase).map(({ source }) => source.text);
  const own = sheets.filter(({ isBase }) => !isBase).map(({ source }) => source);
  const tokens = findUnknownTokens(own, theme, base.join(''));
  return [...compileTemplates(theme, templateContracts(theme.declared)).findings, ...shelf.findings, ...tokens];
}

function readAxe({ host }: Context): string {
  const bytes = host.readBytes(AXE_SCRIPT);
  if (bytes === null) throw new Error(`the script of axe is not at ${AXE_SCRIPT}`);
  return new TextDecoder().decode(bytes);
}

async function withBrowser<T>({ host, say }: Context, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = launchBrowser(needBrowser(host), host);
  const notice = sandboxNotice(host);
  if (notice !== null) say(notice);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** What stops the drawing is about the template: the sample that met it is nothing that a person has written. */
function withoutSamples(error: unknown): never {
  if (!(error instanceof Stop)) throw error;
  throw new Stop(inReadingOrder(distinct(error.findings.map(({ related: _, ...finding }) => finding))));
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const keys = findings.map(({ rule, message, span }) => `${rule} ${span?.source.path} ${span?.start} ${message}`);
  return findings.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function layoutResults(
  { drawings }: SampleMeasures,
  mistakes: readonly Mistake[],
  told: readonly Finding[],
): readonly LayoutResult[] {
  const count = (name: string, severity: Finding['severity']): number =>
    mistakes.filter(({ templates }, index) => templates.includes(name) && told[index]?.severity === severity).length;
  return [...drawings].map(([name, number]) => ({
    name,
    drawings: number,
    errors: count(name, 'error'),
    warnings: count(name, 'warning'),
  }));
}

function resultLines({ theme, forms }: SampleRequest, layouts: readonly LayoutResult[]): readonly string[] {
  const drawings = layouts.reduce((sum, layout) => sum + layout.drawings, 0);
  const kinds = SAMPLE_KINDS.filter((kind) => forms.some((form) => form.kind === kind));
  const width = Math.max(...layouts.map(({ name }) => name.length));
  return [
    `Drew the ${layouts.length} layouts of "${theme}" ${drawings} times: ${kinds.join(', ')} content; ${SAMPLE_SIZES.join(', ')}; ${SAMPLE_SCHEMES.join(', ')}; ${MEDIA.join(', ')}.`,
    'Measured whether all fits, lies apart, can be seen and read (4.5:1, below 24 px 7:1), and whether words are lost; in the deck all rules of axe.',
    ...layouts.map(
      (layout) =>
        `  ${layout.name.padEnd(width)}  ${String(layout.drawings).padStart(4)} drawings  ${resultOf(layout)}`,
    ),
  ];
}

function resultOf({ errors, warnings }: LayoutResult): string {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '');
  return parts.length === 0 ? 'passes' : parts.join(', ');
}

function counted(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
}
