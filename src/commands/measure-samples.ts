import type { Fault } from '../check/faults.ts';
import { findFaults } from '../check/find-faults.ts';
import { countSlides, mediaOf, sampleTalk } from '../check/samples.ts';
import { placeOf } from '../check/template-places.ts';
import type { Browser } from '../print/browser.ts';
import { measurePage } from '../print/measure-page.ts';
import type { Finding } from '../text/finding.ts';
import type { Theme } from '../theme/types.ts';
import type { Context } from './context.ts';
import { partsOf } from './print-pages.ts';
import { drawSample, type SamplePage, type SampleRequest } from './sample-pages.ts';

/** What came of drawing and measuring all samples. */
export interface SampleMeasures {
  readonly faults: readonly Fault[];
  readonly findings: readonly Finding[];
  /** How often each layout was drawn. */
  readonly drawings: ReadonlyMap<string, number>;
  /** The theme in each scheme. */
  readonly themes: ReadonlyMap<string, Theme>;
}

/** More at once than the processors of a small machine would only share them. */
const PAGES_AT_ONCE = 2;

/**
 * Draws samples of all kinds in all forms, and measures them in one browser, two pages at once. Throws `Stop` with what is
 * wrong with templates, or with the browser.
 */
export async function measureSamples(
  context: Context,
  browser: Browser,
  request: SampleRequest,
): Promise<SampleMeasures> {
  const faults: Fault[] = [];
  const findings: Finding[] = [];
  const drawings = new Map<string, number>();
  const themes = new Map<string, Theme>();
  const total = countAll(request);
  let done = 0;
  for (const form of request.forms) {
    context.progress({ done, total, what: `${form.kind}, ${form.size}, ${form.scheme}` });
    const sample = await drawSample(context, request, form, (work) => work(browser));
    themes.set(form.scheme, sample.theme);
    faults.push(...sample.lost);
    findings.push(...sample.findings);
    const remaining = [...sample.pages];
    const measureNext = async (): Promise<void> => {
      for (let next = remaining.shift(); next; next = remaining.shift()) {
        const found = await measureOne(browser, sample.theme, next);
        faults.push(...found.faults);
        findings.push(...found.findings);
        for (const layout of next.page.layouts.values()) drawings.set(layout, (drawings.get(layout) ?? 0) + 1);
        done += next.page.layouts.size;
      }
    };
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, measureNext));
  }
  return { faults, findings, drawings, themes };
}

async function measureOne(
  browser: Browser,
  theme: Theme,
  { page, printable, measurement }: SamplePage,
): Promise<Pick<SampleMeasures, 'faults' | 'findings'>> {
  const faults: Fault[] = [];
  const findings: Finding[] = [];
  for (const part of partsOf(printable)) {
    const measures = await measurePage(browser, part, measurement);
    faults.push(...findFaults(page, measures));
    findings.push(...measures.findings.map((finding) => placed(finding, theme, page)));
  }
  return { faults, findings };
}

/** What is found on a slide of a sample is about the layout that drew it. */
function placed({ slide = '', ...finding }: Finding, theme: Theme, { layouts }: SamplePage['page']): Finding {
  const layout = layouts.get(slide);
  const span = layout === undefined ? null : placeOf(theme, { kind: 'layout', name: layout }, '', 'template');
  return span === null ? finding : { ...finding, span };
}

/** How many slides all pages of a theme have together. */
function countAll({ samples, theme, layouts, declared, forms }: SampleRequest): number {
  return forms.reduce((sum, form) => {
    const talk = sampleTalk(samples.texts.get(form.kind) ?? '', { ...form, theme }, layouts, declared);
    return sum + countSlides(talk) * mediaOf(form).length;
  }, 0);
}
