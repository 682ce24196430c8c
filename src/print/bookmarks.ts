import type { SlideScene } from '../view/view.ts';
import type { Bookmark } from './pdf/outline.ts';

/** A bookmark for each slide: the opening of a section holds the slides that follow it, up to the next. */
export function slideBookmarks(scenes: readonly SlideScene[]): readonly Bookmark[] {
  const groups: { readonly scene: SlideScene; readonly inner: SlideScene[] }[] = [];
  for (const scene of scenes) {
    const last = groups.at(-1);
    if (last?.scene.isOpening && !scene.isOpening && last.scene.section === scene.section) last.inner.push(scene);
    else groups.push({ scene, inner: [] });
  }
  return groups.map(({ scene, inner }) => ({ ...bookmarkOf(scene), children: inner.map(bookmarkOf) }));
}

function bookmarkOf({ slide }: SlideScene): Bookmark {
  return { title: slide.title, slideIndex: slide.number - 1, children: [] };
}
