import type { Fault } from '../check/faults.ts';
import type { DrawnPage } from '../check/find-faults.ts';
import { findLostNames } from '../check/lost-words.ts';
import { type Drawing, isSheet, type Medium, mediaOf, SAMPLE_SIZES, type SampleTalkForm } from '../check/samples.ts';
import type { ClientFiles, Printable } from '../deck/deck.ts';
import { renderDeckSlides } from '../deck/deck-slides.ts';
import { contractOf, drawSlides } from '../deck/slides.ts';
import { PAPER_BOXES } from '../print/measure-overflow.ts';
import type { Measurement } from '../print/measure-page.ts';
import { type DeclaredLayouts, fieldsOfLayout } from '../text/declared-layouts.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import type { Theme } from '../theme/types.ts';
import { NOTE_KINDS } from '../view/note-kinds.ts';
import type { Context } from './context.ts';
import type { LendBrowser } from './lend-browser.ts';
import { type PreparedTalk, prepareTalk } from './prepare.ts';
import { type PrintableTalk, printableTalk, renderKind } from './print-pages.ts';
import { placeSample, type Samples } from './theme-samples.ts';

/** What samples are drawn of, and with. */
export interface SampleRequest {
  /** The folder of the talk whose templates count. */
  readonly folder: string;
  readonly theme: string;
  /** The names of all layouts. */
  readonly layouts: readonly string[];
  /** The fields that these declare. */
  readonly declared: DeclaredLayouts;
  readonly samples: Samples;
  readonly forms: readonly SampleTalkForm[];
  readonly client: ClientFiles;
  readonly axe: string;
}

/** A talk of samples in one form, drawn for all media. */
export interface SampleTalk {
  readonly theme: Theme;
  /** What its layouts lose. */
  readonly lost: readonly Fault[];
  /** What was found on the way, without what a sample is to blame for. */
  readonly findings: readonly Finding[];
  readonly pages: readonly SamplePage[];
}

/** A page of drawings, and what is to be measured of it. */
export interface SamplePage {
  readonly page: DrawnPage;
  readonly printable: Printable;
  readonly measurement: Measurement;
}

/** What every paper is made for; it is the one that `print` takes. */
const PAPER = {
  paper: { name: 'A4', isLandscape: false },
  handout: { perSheet: 6, hasLines: false, hasNotes: false },
  noteKinds: new Set(NOTE_KINDS),
  steps: null,
} as const;
/** Of what stands there because a sample says so, or because nobody has words or fonts for its language. */
const OF_SAMPLES = [
  ...['no-words', 'missing-words', 'unbundled-character'],
  // What stands out of its room is measured in every form; how much a sample holds is not the theme's doing.
  ...['small-text', 'crowded-slide', 'estimated-type'],
];

/** Draws a talk of samples, for which a browser is lent. Throws `Stop` with all findings of the templates. */
export async function drawSample(
  context: Context,
  { folder, theme, layouts, declared, samples, client, axe }: SampleRequest,
  form: SampleTalkForm,
  lend: LendBrowser,
): Promise<SampleTalk> {
  const { host, talk } = placeSample(context.host, folder, samples, { ...form, theme }, layouts, declared);
  const quiet = { ...context, host, lap: () => {} };
  const prepared = await prepareTalk(quiet, { talk, speaker: true }, lend);
  const printable = await printableTalk(prepared, ['handout']);
  const rendered = mediaOf(form).map((medium) => [medium, renderMedium(host, printable, client, medium)] as const);
  const ofSlides = new Map(prepared.view.slides.map(({ slide }) => [slide.id, slide.layout]));
  const pages = rendered.map(([medium, { value }]) => ({
    page: { drawing: { ...form, medium }, layouts: ofSlides },
    printable: value,
    measurement: measurementOf({ ...form, medium }, axe),
  }));
  const findings = [prepared, ...rendered.map(([, checked]) => checked)].flatMap((checked) => checked.findings);
  return {
    theme: prepared.theme,
    lost: findLost(prepared, form),
    findings: findings.filter(({ rule }) => !OF_SAMPLES.includes(rule)),
    pages,
  };
}

function renderMedium(host: Host, printable: PrintableTalk, client: ClientFiles, medium: Medium): Checked<Printable> {
  return medium === 'deck' ? renderDeckSlides(host, printable, client) : renderKind(host, printable, PAPER, medium);
}

/**
 * The slides on sheets are those of the slides, only smaller: what stands around them is new, and has the same colours
 * whatever the shape of slides. What axe looks at has nothing to do with colours.
 */
function measurementOf({ medium, size, scheme }: Drawing, axe: string): Measurement {
  if (medium === 'deck') {
    const boxes = '.slides > section';
    const texts = { boxes, without: '.handout' };
    return { media: 'screen', boxes, texts, hasContrast: true, axe: scheme === 'light' ? axe : '' };
  }
  const texts = isSheet(medium) ? { boxes: 'body', without: '.page' } : { boxes: PAPER_BOXES, without: '' };
  const hasContrast = !isSheet(medium) || size === SAMPLE_SIZES[0];
  return { media: 'print', boxes: PAPER_BOXES, texts, hasContrast, axe: '' };
}

/** The words of slides that their layouts do not show. */
function findLost({ view, theme, templates }: PreparedTalk, form: SampleTalkForm): readonly Fault[] {
  const drawn = drawSlides(view, templates);
  return view.slides.flatMap(({ slide }, index) => {
    const shape = contractOf(slide.layout, theme.declared).slide;
    if (shape === undefined) return [];
    const own = fieldsOfLayout(theme.declared, slide.layout);
    return findLostNames(slide, shape, own, drawn[index]?.html ?? '').map(
      ({ name, words }): Fault => ({
        kind: 'lost',
        drawing: { ...form, medium: 'deck' },
        slide: slide.id,
        template: { kind: 'layout', name: slide.layout },
        path: '',
        variant: name,
        amount: 0,
        what: `the layout "${slide.layout}" does not show ${name}: "${words}" is lost`,
      }),
    );
  });
}
