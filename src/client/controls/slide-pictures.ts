import { make } from '../element.ts';
import type { SlideSize } from '../slides.ts';

/** Classes of a section that the theme needs to know of its background. */
const BACKGROUND_CLASS = /^(?:has-background|background-\w+|on-dark|on-light)$/;

/** A slide becomes as wide as the list says; its background lies under it. */
const pictureStyle = ({ widthPx }: SlideSize): string => `
.picture-page {
  position: absolute; top: 0; left: 0; width: var(--slide-width); height: var(--slide-height); overflow: hidden;
  transform-origin: 0 0; transform: scale(calc(var(--picture-width) / ${widthPx}));
}
.picture-page > .background, .picture-page > .background > img {
  position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover;
}
.picture-page.background-video > .background { background: var(--color-paper); }
`;

/**
 * Small pictures of slides: copies with all steps shown. Each has a tree of its own with the styles of
 * slides, in either view: so nothing on the page finds it, and ids stay unique.
 */
export class SlidePictures {
  readonly #styles: CSSStyleSheet | null;
  readonly #observer: IntersectionObserver;
  readonly #sections = new WeakMap<Element, HTMLElement>();

  /** Pictures are drawn when they come near to what shows of `scroller`. */
  constructor(scroller: Element, size: SlideSize) {
    this.#styles = readStyles(size);
    this.#observer = new IntersectionObserver((entries) => this.#drawSeen(entries), {
      root: scroller,
      rootMargin: '300px',
    });
  }

  /** The room for the picture of a slide; `null` where the browser cannot draw any. */
  add(section: HTMLElement): HTMLElement | null {
    if (this.#styles === null) return null;
    const box = make('span', 'slide-picture');
    box.ariaHidden = 'true';
    box.inert = true;
    this.#sections.set(box, section);
    this.#observer.observe(box);
    return box;
  }

  #drawSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const section = this.#sections.get(target);
      if (!isIntersecting || section === undefined || this.#styles === null) continue;
      this.#observer.unobserve(target);
      const root = target.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [this.#styles];
      root.append(copySlide(section));
    }
  }
}

/** The styles of slides, once for all pictures; `null` where there is no way to share them. */
function readStyles(size: SlideSize): CSSStyleSheet | null {
  try {
    const styles = new CSSStyleSheet();
    const texts = [...document.querySelectorAll('style:not(#style-of-reading)')].map(({ textContent }) => textContent);
    styles.replaceSync(texts.join('') + pictureStyle(size));
    return styles;
  } catch {
    return null;
  }
}

function copySlide(section: HTMLElement): HTMLElement {
  const page = make('div', 'picture-page');
  page.classList.add(...[...section.classList].filter((name) => BACKGROUND_CLASS.test(name)));
  page.lang = section.lang || document.documentElement.lang;
  page.dir = section.dir || document.documentElement.dir;
  for (const child of section.children) {
    if (child.matches('.background, .slide, .drawing')) page.append(child.cloneNode(true));
  }
  for (const step of page.querySelectorAll('.fragment'))
    step.classList.remove('fragment', 'visible', 'current-fragment');
  for (const media of page.querySelectorAll('video, audio')) stop(media);
  for (const frame of page.querySelectorAll('iframe')) frame.remove();
  return page;
}

/** Nothing is loaded or played for a picture; a video shows its poster. */
function stop(media: Element): void {
  for (const name of ['src', 'controls', 'autoplay']) media.removeAttribute(name);
  media.replaceChildren();
}
