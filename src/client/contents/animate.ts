import { isCalm } from '../calm.ts';
import { registerContent } from '../contents.ts';
import type { Talk } from '../talk.ts';

const DURATION_MS = 600;
/** Elements that are the same on two slides when their text or their picture is. */
const ALIKE = 'h1, h2, h3, h4, p, li, pre, img, svg, table, blockquote';

let isStarted = false;

/** Slides whose parts move to where the next slide has them. reveal.js would write style sheets, which the page forbids. */
registerContent({
  selector: '[data-animate]',
  start(_section, talk) {
    if (isStarted) return;
    isStarted = true;
    followTalk(talk);
  },
});

function followTalk(talk: Talk): void {
  let last = -1;
  talk.on('view', () => {
    last = talk.view === 'slides' ? talk.place.index : -1;
  });
  talk.on('place', () => {
    const { index } = talk.place;
    const from = talk.slides.at(last);
    const to = talk.slides.at(index);
    const isNeighbour = last !== -1 && Math.abs(index - last) === 1;
    last = index;
    if (!isNeighbour || from === null || to === null || isCalm()) return;
    const { widthPx } = talk.slides.size;
    if (from.matches('[data-animate]') && to.matches('[data-animate]')) animate(from, to, widthPx);
  });
}

/** Lets everything on a slide that was on the other come from its place there, and the rest appear. */
function animate(from: HTMLElement, to: HTMLElement, slideWidthPx: number): void {
  // These two slides follow each other as one: neither fades or moves as a whole.
  for (const transition of [...from.getAnimations(), ...to.getAnimations()]) transition.cancel();
  const pairs = pairsOf(from, to);
  // Everything is measured before anything moves.
  const moves = [...pairs].map(([target, source]) => ({
    target,
    frames: framesOf(boxOn(from, source, slideWidthPx), source, boxOn(to, target, slideWidthPx), target),
  }));
  const options: KeyframeAnimationOptions = { duration: DURATION_MS, easing: 'ease-in-out' };
  for (const { target, frames } of moves) target.animate(frames, options);
  for (const element of newElements(to, pairs)) element.animate([{ opacity: 0 }, { opacity: 1 }], options);
}

/** What is the same on both slides, by `data-id` first: element of the second slide -> element of the first. */
function pairsOf(from: HTMLElement, to: HTMLElement): ReadonlyMap<HTMLElement, HTMLElement> {
  const pairs = new Map<HTMLElement, HTMLElement>();
  const used = new Set<Element>();
  const pair = (selector: string, keyOf: (element: HTMLElement) => string): void => {
    const sources = [...from.querySelectorAll<HTMLElement>(selector)];
    for (const target of to.querySelectorAll<HTMLElement>(selector)) {
      if (isRelated(target, [...pairs.keys()])) continue;
      const key = keyOf(target);
      const source = sources.find((one) => keyOf(one) === key && !isRelated(one, [...used]));
      if (key === '' || source === undefined) continue;
      pairs.set(target, source);
      used.add(source);
    }
  };
  pair('[data-id]', ({ dataset }) => dataset.id ?? '');
  pair(ALIKE, (element) => `${element.tagName} ${element.getAttribute('src') ?? element.textContent?.trim() ?? ''}`);
  return pairs;
}

function isRelated(element: Element, others: readonly Element[]): boolean {
  return others.some((other) => other.contains(element) || element.contains(other));
}

/** From the place, size and colour of an element on one slide to those on the other. */
function framesOf(before: DOMRect, source: Element, after: DOMRect, target: Element): Keyframe[] {
  const [old, own] = [getComputedStyle(source), getComputedStyle(target)];
  // Text keeps its shape: it is as much larger as its letters are.
  const isText = target.textContent?.trim() !== '';
  const letters = Number.parseFloat(old.fontSize) / Number.parseFloat(own.fontSize);
  const scaleX = isText ? letters : before.width / (after.width || 1);
  const scaleY = isText ? letters : before.height / (after.height || 1);
  const transform = `translate(${before.x - after.x}px, ${before.y - after.y}px) scale(${scaleX}, ${scaleY})`;
  const colors = (style: CSSStyleDeclaration) => ({ color: style.color, backgroundColor: style.backgroundColor });
  return [
    { transformOrigin: '0 0', transform, ...colors(old) },
    { transformOrigin: '0 0', transform: 'none', ...colors(own) },
  ];
}

/** Where an element stands on its slide, in pixels of the slide, however much that is enlarged. */
function boxOn(slide: Element, element: Element, slideWidthPx: number): DOMRect {
  const outer = slide.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const scale = outer.width / slideWidthPx || 1;
  return new DOMRect(
    (inner.x - outer.x) / scale,
    (inner.y - outer.y) / scale,
    inner.width / scale,
    inner.height / scale,
  );
}

function newElements(to: HTMLElement, pairs: ReadonlyMap<HTMLElement, HTMLElement>): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of to.querySelectorAll<HTMLElement>(`${ALIKE}, figcaption, video, audio`)) {
    if (!isRelated(element, [...pairs.keys(), ...found])) found.push(element);
  }
  return found;
}
