import type { Dashboard } from './dashboard.ts';
import type { Desk } from './desk.ts';

/** Elements that Space and Enter work on, and those that are scrolled or written in by keys. */
const PRESSED = 'button, summary, a[href], input';
const SCROLLED = '.notes-text';

type Actions = Readonly<Record<string, () => void>>;

/** Lets keys steer the talk. Those that are one letter or sign can be turned off. */
export function bindSpeakerKeys(desk: Desk, dashboard: Dashboard): void {
  const { guide, timer, course } = desk;
  const moves: Actions = {
    ArrowRight: () => guide.next(),
    ArrowDown: () => guide.next(),
    PageDown: () => guide.next(),
    ' ': () => guide.next(),
    ArrowLeft: () => guide.previous(),
    ArrowUp: () => guide.previous(),
    PageUp: () => guide.previous(),
    Home: () => guide.go(0),
    End: () => guide.go(course.slideCount - 1),
  };
  const letters: Actions = {
    '+': () => dashboard.resizeText(1),
    '=': () => dashboard.resizeText(1),
    '-': () => dashboard.resizeText(-1),
    r: () => timer.reset(),
    t: () => timer.toggle(),
    s: () => dashboard.open(),
  };
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || event.defaultPrevented || !(target instanceof Element)) return;
    if (key === ' ' && target.closest(PRESSED)) return;
    if ((key === 'ArrowUp' || key === 'ArrowDown') && target.closest(SCROLLED)) return;
    const letter = dashboard.hasLetterKeys ? letters[key.toLowerCase()] : undefined;
    const action = moves[key === ' ' && shiftKey ? 'PageUp' : key] ?? letter;
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
