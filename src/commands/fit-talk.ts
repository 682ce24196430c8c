import { AssetBox } from '../deck/assets.ts';
import { type PageParts, renderDeck, slidesCss } from '../deck/deck.ts';
import { renderFitPage } from '../deck/fit-page.ts';
import { slideBox } from '../deck/print-page.ts';
import { type DrawnSlide, drawSlides } from '../deck/slides.ts';
import type { SlideFit } from '../print/fit-slides.ts';
import type { PrintPage } from '../print/page-files.ts';
import { type Checked, type Finding, Stop } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { tokensToCss } from '../theme/tokens.ts';
import { stepAt, type TypeScale, typeScale } from '../theme/type-scale.ts';
import type { Density } from '../view/density.ts';
import { settleTypes } from '../view/settle-types.ts';
import type { SlideScene, View } from '../view/view.ts';
import { readClient, readClientFile } from './client-files.ts';
import type { Context } from './context.ts';
import { crowdedSlide, estimatedType, smallText } from './findings.ts';
import { keepFits, keyOf, readFits } from './known-fits.ts';
import type { LendBrowser } from './lend-browser.ts';
import { partsOf } from './print-pages.ts';

/** Body text of this size is large enough: see `FitDesk`. */
const ENOUGH_PX = 28;
/** It has the number of the slide in it, which changes when slides before it come and go. */
const FOOT = /<div class="foot"[^>]*>.*?<\/div>/s;
/** What makes slides of one layout look different: each has a size of its own. */
const THINGS = [/<pre/, /<table/, /<figure/, /class="formula/, /\sdata-(?!step|id|label)/];
/** What shows more in a deck than on paper. */
const LIVE = / data-(?:quiz|countdown|tabs|details|image-map|media|before-after|score)\b/;
/** What is taken where nothing can be measured. */
const ESTIMATED_PX: Readonly<Record<Density, number>> = { low: 36, medium: 30, high: 28 };

/**
 * The view of a talk in which each slide has the largest type that it holds, as measured in a browser. What was measured
 * before is not measured again, so that a browser is asked for only when slides have changed; without a browser the
 * sizes are estimated. Findings: `small-text`, `crowded-slide`, `estimated-type`.
 */
export async function fitTalk(context: Context, parts: PageParts, lend: LendBrowser): Promise<Checked<View>> {
  const { view, theme } = parts;
  const scale = typeScale(theme);
  if (scale.stepsPx.length === 0 || view.slides.length === 0) return { value: view, findings: [] };
  const drawn = drawSlides(view, parts.templates);
  const measured = await measureTalk(context, parts, drawn, scale, lend);
  const fits = measured.value;
  const typed = view.slides.map((scene, index) => ({
    look: lookOf(scene, drawn[index]?.html ?? ''),
    largest: fits?.[index]?.step ?? estimate(scale, scene.slide.density),
  }));
  const steps = settleTypes(typed, stepAt(scale, scale.floorPx));
  const slides = view.slides.map((scene, index) => ({ ...scene, typeStep: steps[index] ?? 1 }));
  const found = fits === null ? [] : fits.flatMap((fit, index) => fitFindings(view, fit, index, scale));
  return { value: { ...view, slides }, findings: [...measured.findings, ...found] };
}

/** Slides look alike that have the same layout in the same section, and the same kinds of things on them. */
function lookOf({ slide, section }: SlideScene, html: string): string {
  const things = THINGS.filter((thing) => thing.test(html)).map(String);
  return JSON.stringify([section.number, section.title, slide.layout, things]);
}

function estimate(scale: TypeScale, density: string): number {
  return stepAt(scale, ESTIMATED_PX[density as Density]);
}

/** The fits of all slides; `null` where no browser can be had. */
async function measureTalk(
  { host, lap }: Context,
  parts: PageParts,
  drawn: readonly DrawnSlide[],
  scale: TypeScale,
  lend: LendBrowser,
): Promise<Checked<readonly SlideFit[] | null>> {
  const script = readClientFile(host, 'fit.js');
  const { theme, view, packed } = parts;
  const name = keyOf(
    script,
    tokensToCss(theme, view.size),
    slidesCss(theme),
    JSON.stringify(theme.fonts.map(faceNames)),
  );
  const keys = drawn.map((slide) => keyOf(packed.box.beside(slideBox(slide)).replace(FOOT, '')));
  const known = new Map(readFits(host, name));
  const unknown = drawn.filter((_, index) => !known.has(keys[index] ?? ''));
  if (unknown.length > 0) {
    try {
      const fits = await measureSlides(host, parts, unknown, script, scale, lend);
      const unknownKeys = keys.filter((key) => !known.has(key));
      for (const [index, fit] of fits.entries()) known.set(unknownKeys[index] ?? '', fit);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return { value: null, findings: [estimatedType(error.findings)] };
    }
    await keepFits(host, name, known, new Set(keys));
  }
  lap('fit');
  return { value: keys.flatMap((key) => known.get(key) ?? []), findings: [] };
}

function faceNames({ family, package: name, faces, subsets }: PageParts['theme']['fonts'][number]): object {
  return { family, name, faces, subsets };
}

async function measureSlides(
  host: Host,
  parts: PageParts,
  slides: readonly DrawnSlide[],
  script: string,
  scale: TypeScale,
  lend: LendBrowser,
): Promise<readonly SlideFit[]> {
  const { fitSlides, fitLiveSlides } = await import('../print/fit-slides.ts');
  const [page] = partsOf(renderFitPage(host, parts, slides));
  if (page === undefined) return [];
  const desk = { page, script, steps: scale.stepsPx.length, enough: stepAt(scale, ENOUGH_PX) };
  return lend(async (browser) => {
    const fits = await fitSlides(browser, desk);
    const live = slides.flatMap(({ id, html }, index) =>
      LIVE.test(html) ? [{ id, step: fits[index]?.step ?? 1 }] : [],
    );
    if (live.length === 0) return fits;
    const deck = { script, page: liveDeck(host, parts, new Set(live.map(({ id }) => id))) };
    const liveFits = await fitLiveSlides(browser, deck, live);
    const found = new Map(live.map(({ id }, index) => [id, liveFits[index]]));
    return fits.map((fit, index) => ({ ...fit, ...found.get(slides[index]?.id ?? '') }));
  });
}

/** A deck of some slides of a talk, to be measured. */
function liveDeck(host: Host, parts: PageParts, ids: ReadonlySet<string>): PrintPage {
  const slides = parts.view.slides.filter(({ slide }) => ids.has(slide.id));
  const { talk, size } = parts.view;
  const box = new AssetBox();
  const own = { ...parts, view: { ...parts.view, slides }, packed: { ...parts.packed, box } };
  const facts = { ...talk, description: '', picture: '', address: '', version: '' };
  const { files } = renderDeck(host, own, readClient(host), facts).value;
  const html = parts.packed.box.beside(new TextDecoder().decode(files.get('index.html')));
  return { html, assets: new Map([...parts.packed.box.files, ...files]), ...size, runsScripts: true };
}

function fitFindings(
  view: View,
  { lost, smallest }: SlideFit,
  index: number,
  { floorPx }: TypeScale,
): readonly Finding[] {
  const scene = view.slides[index];
  if (scene === undefined) return [];
  const place = { span: scene.span, slide: scene.slide.id };
  if (lost !== '') return [crowdedSlide(place, lost)];
  const sizePx = Math.floor(smallest.sizePx);
  return sizePx > 0 && sizePx < floorPx ? [smallText(place, smallest, floorPx)] : [];
}
