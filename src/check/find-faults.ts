import type { TextContrast } from '../print/measure-contrasts.ts';
import type { PageMeasures } from '../print/measure-page.ts';
import type { Theme } from '../theme/types.ts';
import type { Fault, FaultKind } from './faults.ts';
import { type Drawing, isSheet } from './samples.ts';
import type { TemplateName } from './template-places.ts';

/** What a page of drawings is: how its slides were drawn, and by which layouts. */
export interface DrawnPage {
  readonly drawing: Drawing;
  /** The layout of each slide, by its id. */
  readonly layouts: ReadonlyMap<string, string>;
}

/** Contrast of text, and of text that is small (WCAG 2.2, 1.4.3 and 1.4.6, by the rule of `templates/README.md`). */
const CONTRAST = 4.5;
const SMALL_CONTRAST = 7;
const SMALL_PX = 24;
/** The colours of a picture are rounded. */
const ROUNDING = 0.02;
const GRAVE = ['critical', 'serious'];
const SLIDE = /(?:^| > )[\w-]+(?:\.[\w-]+)*?\.slide(?:\.[\w-]+)*(?: > |$)/;

/** What is wrong in a page, as it was measured. */
export function findFaults(page: DrawnPage, measures: PageMeasures): readonly Fault[] {
  const fault = (kind: FaultKind, seen: Seen, amount: number, what: string, variant = ''): Fault => ({
    kind,
    drawing: page.drawing,
    slide: seen.slide,
    template: templateOf(page, seen),
    path: seen.path,
    variant,
    amount,
    what,
  });
  return [
    ...measures.overflows.map((one) =>
      fault(
        'overflow',
        one,
        one.lostPx,
        `${named(one.content, one.path)} stands ${one.lostPx} px over the ${one.side} edge of its room`,
      ),
    ),
    ...measures.overlaps.map((one) =>
      fault('overlap', one, one.sharedPx, `${named(one.words, one.path)} lies ${one.sharedPx} px on "${one.others}"`),
    ),
    ...measures.unseen.map((one) => fault('unseen', one, 0, `${named(one.words, one.path)} cannot be seen`)),
    ...measures.contrasts.flatMap((one) => {
      const wanted = wantedContrast(one);
      if (one.contrast >= wanted - ROUNDING) return [];
      const what = `${named(one.words, one.path)} has a contrast of ${shown(one.contrast)}:1 with what it stands on, instead of ${wanted}:1`;
      return [fault('contrast', one, wanted - one.contrast, what, hexOf(one))];
    }),
    ...measures.violations.map((one) =>
      fault(
        'access',
        one,
        GRAVE.includes(one.impact) ? 1 : 0,
        `${named(one.words, one.path)}: ${lowerFirst(one.help)}`,
        one.id,
      ),
    ),
  ];
}

/** The colours of a theme that are this one, as tokens: `color.muted`. */
export function tokensWithColor({ tokens }: Pick<Theme, 'tokens'>, hex: string): readonly string[] {
  return Object.entries(tokens.color ?? {})
    .filter(([, value]) => value.toLowerCase() === hex)
    .map(([name]) => `color.${name}`);
}

interface Seen {
  readonly slide: string;
  readonly path: string;
}

/** What is on a slide, its layout draws; what stands around it on paper, the template of that print. */
function templateOf({ drawing, layouts }: DrawnPage, { slide, path }: Seen): TemplateName {
  const layout = layouts.get(slide);
  if (layout === undefined || (isSheet(drawing.medium) && !SLIDE.test(path)))
    return { kind: 'print', name: drawing.medium };
  return { kind: 'layout', name: layout };
}

function wantedContrast({ sizePx }: TextContrast): number {
  return sizePx < SMALL_PX ? SMALL_CONTRAST : CONTRAST;
}

/** Rounded down, so that what is too little never looks like enough. */
function shown(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}

function hexOf({ color }: TextContrast): string {
  const channels = color.slice(0, 3).map((channel) => channel.toString(16).padStart(2, '0'));
  return `#${channels.join('')}`;
}

function named(words: string, path: string): string {
  const steps = path.replace(/^.* > (?=[\w-]+(?:\.[\w-]+)*?\.slide(?:\.|$| >))/, '').split(' > ');
  const shortened = steps.map((step) => {
    const [tag = '', first] = step.split('.');
    return first === undefined ? tag : `.${first}`;
  });
  return `"${words}" (${shortened.slice(-4).join(' > ')})`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
