import { type DeclaredLayouts, fieldsOfLayout, NONE_DECLARED } from '../text/declared-layouts.ts';
import type { Contract } from '../theme/names.ts';
import type { Contracts, Templates } from '../theme/templates.ts';
import { brandShape, sectionShape, talkShape } from '../view/contract.ts';
import { slideShapeOf } from '../view/declared.ts';
import { printShapes } from '../view/print-contract.ts';
import type { BackgroundView, SlideScene, View } from '../view/view.ts';

/** One slide drawn by its template: what the deck and every print wrap. */
export interface DrawnSlide {
  readonly id: string;
  readonly layout: string;
  readonly title: string;
  readonly html: string;
  /** '' for that of the talk. */
  readonly lang: string;
  readonly background: BackgroundView | null;
  /** The step of its type in the theme's scale, from 1. */
  readonly typeStep: number;
  readonly motion: SlideScene['motion'];
  /** Its notes of the kind `handout`; '' for none. */
  readonly handout: string;
  /** The title of the section it belongs to; '' before the first. */
  readonly section: string;
}

/** All slides of a view drawn by their templates, in order; those that have been drawn already are not drawn again. */
export function drawSlides(view: View, templates: Templates): readonly DrawnSlide[] {
  const { talk, brand } = view;
  return view.slides.map(({ slide, section, lang, background, typeStep, motion, handout }): DrawnSlide => {
    const { id, layout, title } = slide;
    return {
      id,
      layout,
      title,
      html: templates.draw(layout, { talk, brand, section, slide }),
      lang,
      background,
      typeStep,
      motion,
      handout: String(handout),
      section: section.title,
    };
  });
}

/** What the templates of a theme are given whose layouts declare these fields. */
export function templateContracts(declared: DeclaredLayouts = NONE_DECLARED): Contracts {
  return { layout: (name) => contractOf(name, declared), prints: printShapes };
}

/** What the template of a layout is given: a layout of the talk's own what `points` is, and any the fields that it declares. */
export function contractOf(layout: string, declared: DeclaredLayouts = NONE_DECLARED): Contract {
  const slide = slideShapeOf(layout, fieldsOfLayout(declared, layout));
  return { talk: talkShape, brand: brandShape, section: sectionShape, slide };
}
