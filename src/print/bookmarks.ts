import type { SlideScene } from '../view/view.ts';
import type { Bookmark } from './pdf/outline.ts';

/** A bookmark that is being made; `holds` is the section whose further slides stand under it. */
interface Growing extends Bookmark {
  readonly holds: SlideScene['section'] | null;
  readonly children: Bookmark[];
}

/**
 * A bookmark for each slide that is printed, under that of its section: the opening of the section, or, where that is
 * not printed, one with the title of the section that leads to the first of its slides.
 */
export function slideBookmarks(scenes: readonly SlideScene[]): readonly Bookmark[] {
  const bookmarks: Growing[] = [];
  for (const [slideIndex, { slide, section, isOpening }] of scenes.entries()) {
    const own: Bookmark = { title: slide.title, slideIndex, children: [] };
    const last = bookmarks.at(-1);
    if (isOpening) bookmarks.push({ ...own, holds: section, children: [] });
    else if (last?.holds === section) last.children.push(own);
    else if (isPart(section)) bookmarks.push({ title: section.title, slideIndex, holds: section, children: [own] });
    else bookmarks.push({ ...own, holds: null, children: [] });
  }
  return bookmarks.map(({ title, slideIndex, children }) => ({ title, slideIndex, children }));
}

/** Whether a section is a part of the talk: then one of its slides opens it. */
function isPart({ number, title }: SlideScene['section']): boolean {
  return number > 0 && title !== '';
}
