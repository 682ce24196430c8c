import { type DeclaredLayouts, fieldsOfLayout, NONE_DECLARED } from '../text/declared-layouts.ts';
import { type Finding, stopOnErrors } from '../text/finding.ts';
import type { Contract } from '../theme/names.ts';
import type { Templates } from '../theme/templates.ts';
import { sectionShape, talkShape } from '../view/contract.ts';
import { slideShapeOf } from '../view/declared.ts';
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
  const { talk } = view;
  const drawn = view.slides.map(({ slide, section, span, lang, background, motion, handout }): DrawnSlide => {
    const { id, layout, title } = slide;
    const checked = templates.draw(layout, { talk, section, slide }, contractOf(layout, templates.declared), span);
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

/** What the template of a layout is given: a layout of the talk's own what `points` is, and any the fields that it declares. */
export function contractOf(layout: string, declared: DeclaredLayouts = NONE_DECLARED): Contract {
  const slide = slideShapeOf(layout, fieldsOfLayout(declared, layout));
  return { talk: talkShape, section: sectionShape, slide };
}
