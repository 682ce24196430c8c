import type { Talk } from './talk.ts';

/**
 * A kind of content that a person can work with. Its script is in the page only where a slide has such content: a file
 * `contents/NAME.ts`, which registers it, for elements with the attribute `data-NAME`.
 */
export interface Content {
  /** The elements it is for: on a slide, or the slide itself. */
  readonly selector: string;
  /** Whether it works from the start, wherever its slide is: a clock that runs. */
  readonly isEager?: boolean;
  /** Makes an element work; called once for each, before it is first seen. */
  start(element: HTMLElement, talk: Talk): void;
}

declare global {
  /** The kinds of content of this page; read once, when the deck starts. */
  var rostrumContents: Content[] | undefined;
}

/** Announces a kind of content to the deck, whose script comes after it. */
export function registerContent(content: Content): void {
  globalThis.rostrumContents ??= [];
  globalThis.rostrumContents.push(content);
}

/** Starts what is on slides, each slide once. */
export class Contents {
  readonly #kinds = globalThis.rostrumContents ?? [];
  readonly #started = new Set<HTMLElement>();

  /** Starts what works wherever its slide is; once, when the talk opens. */
  open(slides: readonly HTMLElement[], talk: Talk): void {
    for (const { selector, isEager, start } of this.#kinds) {
      if (!isEager) continue;
      for (const slide of slides) {
        for (const element of slide.querySelectorAll<HTMLElement>(selector)) start(element, talk);
      }
    }
  }

  start(slide: HTMLElement, talk: Talk): void {
    if (this.#kinds.length === 0 || this.#started.has(slide)) return;
    this.#started.add(slide);
    for (const { selector, isEager, start } of this.#kinds) {
      if (isEager) continue;
      if (slide.matches(selector)) start(slide, talk);
      for (const element of slide.querySelectorAll<HTMLElement>(selector)) start(element, talk);
    }
  }
}
