import { decodeHTML } from 'entities';
import type { PublishedFile } from '../markdown/render-context.ts';
import { Html, NO_HTML } from '../text/html.ts';
import { inLanguage } from './in-language.ts';
import type { PrintData } from './print-contract.ts';
import type { SlideScene, View } from './view.ts';
import { printWords } from './words.ts';

export type { PublishedFile };

/** How a handout is asked for. */
export interface HandoutForm {
  readonly perSheet: number;
  /** Where room is left on a cell for lines or notes. */
  readonly side: 'beside' | 'below' | 'none';
  readonly hasLines: boolean;
  readonly hasNotes: boolean;
}

const LINK = /<a\b[^>]*\shref="((?:https?|mailto):[^"]*)"/gi;

/**
 * What the template of the handout is given. `drawings` are the slides as HTML, in order, which the list of links is
 * taken from; `published` is where the deck is; `texts` the words of papers by name.
 */
export function viewHandoutPrint(
  { talk, brand, slides }: View,
  drawings: readonly Html[],
  form: HandoutForm,
  published: PublishedFile | null,
  texts: Readonly<Record<string, string>>,
): PrintData<'handout'> {
  const words = printWords(texts);
  const position = ({ slide }: SlideScene): string => words.slide(slide.number, talk.slideCount);
  const cells = slides.map((scene, index) => ({
    id: scene.slide.id,
    title: scene.slide.title,
    position: position(scene),
    drawing: drawings[index] ?? NO_HTML,
    notes: form.hasNotes ? inLanguage(scene.handout, scene) : NO_HTML,
  }));
  return {
    talk,
    brand,
    published: published
      ? { address: published.address, qrCode: new Html(published.qrCode) }
      : { address: '', qrCode: NO_HTML },
    words: { answers: words.answers, links: words.links, sources: words.sources },
    side: form.side,
    hasLines: form.hasLines,
    sheets: Array.from({ length: Math.ceil(cells.length / form.perSheet) }, (_, index) => ({
      section: slides[index * form.perSheet]?.section.title ?? '',
      cells: cells.slice(index * form.perSheet, (index + 1) * form.perSheet),
    })),
    answers: slides.flatMap((scene) => {
      const rights = rightAnswers(scene);
      if (rights.length === 0) return [];
      return [{ id: scene.slide.id, title: scene.slide.title, position: position(scene), answers: rights }];
    }),
    links: linksOf(slides, drawings, position),
    sources: sourcesOf(slides),
  };
}

/** The right options of a question, with what is said of them. */
function rightAnswers(scene: SlideScene) {
  const { slide } = scene;
  if (!('options' in slide)) return [];
  return slide.options.flatMap(({ text, isRight, feedback }) =>
    isRight ? [{ text: inLanguage(text, scene), feedback: inLanguage(feedback, scene) }] : [],
  );
}

/** Each address that a slide or its notes lead to, once, with the slide that has it first. */
function linksOf(
  scenes: readonly SlideScene[],
  drawings: readonly Html[],
  position: (scene: SlideScene) => string,
): PrintData<'handout'>['links'] {
  const found = new Map<string, PrintData<'handout'>['links'][number]>();
  for (const [index, scene] of scenes.entries()) {
    for (const [, written = ''] of `${drawings[index] ?? ''}${scene.handout}`.matchAll(LINK)) {
      const address = decodeHTML(written);
      if (!found.has(address)) found.set(address, { address, id: scene.slide.id, position: position(scene) });
    }
  }
  return [...found.values()];
}

/** What slides of sources list, and what footnotes say, each once. */
export function sourcesOf(scenes: readonly SlideScene[]): readonly (Html | '')[] {
  const texts = scenes.flatMap((scene) => {
    const { slide } = scene;
    const own = [...('sources' in slide ? slide.sources : []), ...slide.footnotes.map(({ text }) => text)];
    return own.map((text) => inLanguage(text, scene));
  });
  return [...new Map(texts.map((text) => [String(text), text])).values()];
}
