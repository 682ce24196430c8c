import { type Html, NO_HTML } from '../text/html.ts';
import { inLanguage } from './in-language.ts';
import type { NoteKind } from './note-kinds.ts';
import type { NotesView } from './notes.ts';
import type { PrintData } from './print-contract.ts';
import type { SlideScene, View } from './view.ts';
import { type PrintWords, printWords } from './words.ts';

/**
 * What the template of the notes is given. `drawings` are the slides as HTML, in order; `texts` the words of papers by
 * name. Only notes of these kinds are in it.
 */
export function viewNotesPrint(
  { talk, brand, slides }: View,
  notes: NotesView,
  drawings: readonly Html[],
  kinds: ReadonlySet<NoteKind>,
  texts: Readonly<Record<string, string>>,
): PrintData<'notes'> {
  const words = printWords(texts);
  return {
    talk,
    brand,
    words: { notes: words.notes, handout: words.handout, private: words.private, noNotes: words.noNotes },
    slides: slides.map((scene, index) => ({
      id: scene.slide.id,
      title: scene.slide.title,
      section: scene.section.title,
      position: words.slide(scene.slide.number, talk.slideCount),
      drawing: drawings[index] ?? NO_HTML,
      notes: kinds.has('speaker') ? saidOn(scene, notes.slides[index]?.speaker ?? [], words) : [],
      handout: kinds.has('handout') ? inLanguage(scene.handout, scene) : NO_HTML,
      private: kinds.has('private') ? inLanguage(notes.slides[index]?.private ?? NO_HTML, scene) : NO_HTML,
    })),
  };
}

function saidOn(scene: SlideScene, parts: NotesView['slides'][number]['speaker'], words: PrintWords) {
  return parts.map(({ step, html }) => ({
    step: step === null ? '' : words.step(step),
    text: inLanguage(html, scene),
  }));
}
