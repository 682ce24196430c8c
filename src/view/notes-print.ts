import { type Html, NO_HTML } from '../text/html.ts';
import type { NoteKind } from './note-kinds.ts';
import type { NotesView } from './notes.ts';
import type { PrintData } from './print-contract.ts';
import type { View } from './view.ts';
import { type PrintWords, printWords } from './words.ts';

/**
 * What the template of the notes is given. `drawings` are the slides as HTML, in order; `texts` the words of papers by
 * name. Only notes of these kinds are in it.
 */
export function viewNotesPrint(
  { talk, slides }: View,
  notes: NotesView,
  drawings: readonly Html[],
  kinds: ReadonlySet<NoteKind>,
  texts: Readonly<Record<string, string>>,
): PrintData<'notes'> {
  const words = printWords(texts);
  return {
    talk,
    words: { notes: words.notes, handout: words.handout, private: words.private, noNotes: words.noNotes },
    slides: slides.map(({ slide, section, handout }, index) => ({
      id: slide.id,
      title: slide.title,
      section: section.title,
      position: words.slide(slide.number, talk.slideCount),
      drawing: drawings[index] ?? NO_HTML,
      notes: kinds.has('speaker') ? saidOn(notes.slides[index]?.speaker ?? [], words) : [],
      handout: kinds.has('handout') ? handout : NO_HTML,
      private: kinds.has('private') ? (notes.slides[index]?.private ?? NO_HTML) : NO_HTML,
    })),
  };
}

function saidOn(parts: NotesView['slides'][number]['speaker'], words: PrintWords) {
  return parts.map(({ step, html }) => ({ step: step === null ? '' : words.step(step + 1), text: html }));
}
