import { type Html, NO_HTML } from '../text/html.ts';
import { sourcesOf } from './handout-print.ts';
import { inLanguage } from './in-language.ts';
import type { NotesView } from './notes.ts';
import type { PrintData } from './print-contract.ts';
import type { SlideScene, View } from './view.ts';
import { printWords } from './words.ts';

/**
 * What the template of the article is given: the talk as a text, with its slides as figures. `drawings` are the slides
 * as HTML, in order; `texts` the words of papers by name. Private notes are not in it.
 */
export function viewArticlePrint(
  { talk, brand, slides }: View,
  notes: NotesView,
  drawings: readonly Html[],
  texts: Readonly<Record<string, string>>,
): PrintData<'article'> {
  const words = printWords(texts);
  return {
    talk,
    brand,
    words: { sources: words.sources },
    slides: slides.map((scene, index) => {
      const heading = headingOf(scene, slides[index - 1]);
      return {
        id: scene.slide.id,
        title: scene.slide.title,
        heading,
        label: heading === '' ? '' : scene.section.label,
        position: words.slide(scene.slide.number, talk.slideCount),
        drawing: isSaidByHeading(scene, heading, index) ? NO_HTML : (drawings[index] ?? NO_HTML),
        notes: (notes.slides[index]?.speaker ?? []).map(({ html }) => inLanguage(html, scene)),
        handout: inLanguage(scene.handout, scene),
      };
    }),
    sources: sourcesOf(slides),
  };
}

/** The title of a section where it begins; none for what stands before the first part. */
function headingOf({ section }: SlideScene, before: SlideScene | undefined): string {
  return section.number > 0 && section.title !== before?.section.title ? section.title : '';
}

/** Whether a slide shows no more than the heading of the text, or of the section, that stands there anyway. */
function isSaidByHeading({ slide, background, hasOwnFields }: SlideScene, heading: string, index: number): boolean {
  if (hasOwnFields) return false;
  if (slide.body !== '' || slide.lead !== '' || slide.footnotes.length > 0 || background !== null) return false;
  if (slide.layout === 'title') return index === 0;
  return slide.layout === 'section' && slide.title === heading;
}
