/** Slides one at a time, or all of them in one column to read. */
export type View = 'slides' | 'reading';

/** Puts the style of one view in force, and that of the other out of it. */
export function useView(view: View): void {
  for (const name of ['slides', 'reading']) {
    const style = document.querySelector<HTMLStyleElement>(`#style-of-${name}`);
    if (style) style.media = name === view ? 'all' : 'not all';
    document.documentElement.classList.toggle(`is-${name}`, name === view);
  }
}
