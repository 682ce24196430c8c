import { type DeclaredLayouts, fieldsOfLayout, NONE_DECLARED } from '../text/declared-layouts.ts';
import { layoutNames } from '../view/contract.ts';
import { fillFields } from './sample-fields.ts';
import { SAMPLE_KINDS, type SampleKind } from './sample-kinds.ts';

/** The shapes of slides that a theme is tried in. */
export const SAMPLE_SIZES = ['16:9', '4:3'] as const;
/** Light and dark. */
export const SAMPLE_SCHEMES = ['light', 'dark'] as const;

/** What slides are drawn for: the deck, slides on paper, and the three papers. */
export const MEDIA = ['deck', 'slides', 'notes', 'handout', 'article'] as const;
/** The deck, or a kind of print. */
export type Medium = (typeof MEDIA)[number];

/** How a talk of samples is drawn. */
export interface SampleForm {
  readonly theme: string;
  readonly size: (typeof SAMPLE_SIZES)[number];
  readonly scheme: (typeof SAMPLE_SCHEMES)[number];
}

/** One drawing of a slide. */
export interface Drawing extends Omit<SampleForm, 'theme'> {
  readonly kind: SampleKind;
  readonly medium: Medium;
}

/** A talk of samples: its kind of content, size and scheme. */
export type SampleTalkForm = Omit<Drawing, 'medium'>;

/** All talks of samples for a theme, those of a kind one after the other. */
export const SAMPLE_FORMS: readonly SampleTalkForm[] = SAMPLE_KINDS.flatMap((kind) =>
  SAMPLE_SIZES.flatMap((size) => SAMPLE_SCHEMES.map((scheme) => ({ kind, size, scheme }))),
);

/**
 * What a talk of samples is drawn for. Sheets of paper are light whatever the scheme, and their slides are those of the
 * slides: in the dark scheme one kind of content is enough to see that.
 */
export function mediaOf({ kind, scheme }: SampleTalkForm): readonly Medium[] {
  return scheme === 'light' || kind === 'long' ? MEDIA : MEDIA.filter((medium) => !isSheet(medium));
}

/** Whether slides stand on sheets of paper, with something around them. */
export function isSheet(medium: Medium): boolean {
  return medium !== 'deck' && medium !== 'slides';
}

const FENCE = /^```/;
const OPENS_SLIDE = /^(?:# |## |---$)/;
const ATTRIBUTES = /\{#([\w-]+) \.points\}/;
const FRONT_MATTER = '---\n';

/**
 * The text of a talk of samples for a theme. A layout that Rostrum does not know is given what `points` is given: the
 * slides of that layout are there once more for each of these `layouts`, but for those with footnotes, which have one place.
 * They fill the fields that a layout declares; in a talk of what is missing only those that it cannot do without.
 */
export function sampleTalk(
  text: string,
  { theme, kind, size, scheme }: SampleForm & Pick<SampleTalkForm, 'kind'>,
  layouts: readonly string[],
  declared: DeclaredLayouts = NONE_DECLARED,
): string {
  const fields = `theme: ${JSON.stringify(theme)}\nsize: "${size}"\nscheme: ${scheme}\n`;
  const slides = slidesOf(text).filter((slide) => ATTRIBUTES.test(slide) && !slide.includes('[^'));
  const added = layouts
    .filter((name) => !layoutNames.some((known) => known === name))
    .flatMap((name) =>
      slides.map((slide) => {
        const named = slide.replace(ATTRIBUTES, (_, id: string) => `{#${name}-${id} .${name}}`);
        return fillFields(named, fieldsOfLayout(declared, name), kind === 'missing');
      }),
    );
  const whole = FRONT_MATTER + fields + text.slice(FRONT_MATTER.length);
  return [whole.trimEnd(), ...added].map((part) => `${part}\n`).join('\n');
}

/** How many slides a talk of samples has. */
export function countSlides(talk: string): number {
  return slidesOf(talk).length;
}

/** The slides of an outline as they are written; what stands before the first is left out. */
function slidesOf(text: string): readonly string[] {
  const slides: string[][] = [];
  let isInCode = false;
  const body = text.slice(text.indexOf(`\n${FRONT_MATTER}`, FRONT_MATTER.length) + 1 + FRONT_MATTER.length);
  for (const line of body.split('\n')) {
    if (FENCE.test(line)) isInCode = !isInCode;
    if (!isInCode && OPENS_SLIDE.test(line)) slides.push([]);
    slides.at(-1)?.push(line);
  }
  return slides.map((lines) => lines.join('\n').trimEnd());
}
