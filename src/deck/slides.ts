import { type Finding, stopOnErrors } from '../text/finding.ts';
import type { Contract } from '../theme/names.ts';
import type { Templates } from '../theme/templates.ts';
import { brandShape, type LayoutName, sectionShape, slideShapes, talkShape } from '../view/contract.ts';
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
  readonly motion: SlideScene['motion'];
  /** Its notes of the kind `handout`; '' for none. */
  readonly handout: string;
  /** The title of the section it belongs to; '' before the first. */
  readonly section: string;
}

/** All slides of a view drawn by their templates, in order. Throws `Stop` with all findings of the templates. */
export function drawSlides(view: View, templates: Templates): readonly DrawnSlide[] {
  const findings: Finding[] = [];
  const { talk, brand } = view;
  const drawn = view.slides.map(({ slide, section, span, lang, background, motion, handout }): DrawnSlide => {
    const { id, layout, title } = slide;
    const checked = templates.draw(layout, { talk, brand, section, slide }, contractOf(layout), span);
    findings.push(...checked.findings);
    return {
      id,
      layout,
      title,
      html: checked.value,
      lang,
      background,
      motion,
      handout: String(handout),
      section: section.title,
    };
  });
  stopOnErrors(findings);
  return drawn;
}

/** What the template of a layout is given; a layout of the talk's own is given what `points` is. */
export function contractOf(layout: string): Contract {
  const slide = isBuiltIn(layout) ? slideShapes[layout] : slideShapes.points;
  return { talk: talkShape, brand: brandShape, section: sectionShape, slide };
}

function isBuiltIn(layout: string): layout is LayoutName {
  return Object.hasOwn(slideShapes, layout);
}
