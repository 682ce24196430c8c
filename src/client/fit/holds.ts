import { type Box, type Leaf, leavesOf } from './leaves.ts';

/** How strictly a slide is measured. */
export interface Demand {
  /** Whether a word that is wider than its place may be broken. */
  readonly breaksWords: boolean;
  /** How much of the slide a picture must have, from 0 to 1. */
  readonly pictureShare: number;
}

const TOLERANCE_PX = 1;
/** Lines share so much of their height with the next one where type is set tight. */
const OVERLAP_PX = 3;
/** Text may hang over the side of its box by so much, in parts of its size: italics, large figures, signs at the margin. */
const HANG = 0.16;
const FIGURES = '.picture, .chart, .diagram, .media:not(.media-audio)';
/** What breaks a long word where it must. */
const BREAKABLE = 'p, li, td, th, dd, dt, figcaption, h3, h4, h5, h6';

/** Whether all that a slide shows is where it can be seen, nothing lies on anything else, and pictures are large enough. */
export function holds(slide: Element, { breaksWords, pictureShare }: Demand): boolean {
  const leaves = leavesOf(slide);
  return (
    leaves.every((leaf) => isInside(leaf, slide)) &&
    (breaksWords || leaves.every(isWhole)) &&
    !hasOverlap(leaves) &&
    hasLargePictures(slide, pictureShare)
  );
}

/** The first thing that does not hold, in the order of the page; `null` when all does. */
export function firstLost(slide: Element): Leaf | null {
  const leaves = leavesOf(slide);
  const overlapping = leaves.find((leaf, index) => leaves.slice(index + 1).some((other) => isOver(leaf, other)));
  return leaves.find((leaf) => !isInside(leaf, slide)) ?? overlapping ?? null;
}

/** What is under the heading must stay in its room; what has a place of its own, on the slide. Pictures may go to its edges. */
function isInside({ kind, element, box }: Leaf, slide: Element): boolean {
  const main = element.closest('.main');
  const room = kind !== 'picture' && main !== null ? main : slide;
  let clip: Box = room.getBoundingClientRect();
  for (let around = element.parentElement; around !== null && around !== slide; around = around.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(around);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    clip = meet(clip, around.getBoundingClientRect());
  }
  const pre = element.closest('pre');
  if (pre !== null && kind === 'text') clip = meet(clip, pre.getBoundingClientRect());
  const hangPx = pre === null && kind === 'text' ? hangOf(element) : 0;
  return (
    box.left >= clip.left - TOLERANCE_PX - hangPx &&
    box.top >= clip.top - TOLERANCE_PX &&
    box.right <= clip.right + TOLERANCE_PX + hangPx &&
    box.bottom <= clip.bottom + TOLERANCE_PX
  );
}

function hangOf(element: Element): number {
  return HANG * Number.parseFloat(getComputedStyle(element).fontSize);
}

function isWhole({ kind, element, box }: Leaf): boolean {
  if (kind !== 'text') return true;
  const block = element.closest(BREAKABLE);
  if (block === null || element.closest('.katex') !== null) return true;
  const { left, right } = block.getBoundingClientRect();
  const hangPx = hangOf(element);
  return box.left >= left - hangPx && box.right <= right + hangPx;
}

function hasOverlap(leaves: readonly Leaf[]): boolean {
  return leaves.some((leaf, index) => leaves.slice(index + 1).some((other) => isOver(leaf, other)));
}

function isOver(one: Leaf, other: Leaf): boolean {
  if (one.block === other.block || one.block.contains(other.block) || other.block.contains(one.block)) return false;
  if (isInFooter(one) !== isInFooter(other) && (one.kind === 'picture' || other.kind === 'picture')) return false;
  const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
  const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
  return across > OVERLAP_PX && down > OVERLAP_PX;
}

function isInFooter({ element }: Leaf): boolean {
  return element.closest('.foot') !== null;
}

function hasLargePictures(slide: Element, share: number): boolean {
  if (share === 0) return true;
  const { width, height } = slide.getBoundingClientRect();
  const figures = [...slide.querySelectorAll(`:is(${FIGURES}) :is(img, video, svg)`)];
  const seen = figures.map((figure) => figure.getBoundingClientRect()).filter((box) => box.width > 0);
  return seen.reduce((sum, box) => sum + box.width * box.height, 0) >= share * width * height || seen.length === 0;
}

function meet(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
