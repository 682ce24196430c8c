import { isSingleKey, keyName } from '../actions.ts';
import type { Dashboard } from './dashboard.ts';
import type { Desk } from './desk.ts';

/** Elements that Space and Enter work on, and those that arrows scroll. */
const PRESSED = 'button, summary, a[href], input';
const SCROLLED = '.notes-text';

/** Lets keys steer the talk, by the names of the deck's own. Those that are one letter or sign can be turned off. */
export function bindSpeakerKeys({ guide, timer, course }: Desk, dashboard: Dashboard): void {
  const actions: Readonly<Record<string, () => void>> = {
    ArrowRight: () => guide.next(),
    ArrowDown: () => guide.next(),
    PageDown: () => guide.next(),
    ' ': () => guide.next(),
    n: () => guide.next(),
    ArrowLeft: () => guide.previous(),
    ArrowUp: () => guide.previous(),
    PageUp: () => guide.previous(),
    'Shift+ ': () => guide.previous(),
    p: () => guide.previous(),
    'Shift+ArrowRight': () => guide.go(guide.place.index + 1),
    'Shift+ArrowLeft': () => guide.go(guide.place.index - 1),
    Home: () => guide.go(0),
    End: () => guide.go(course.slideCount - 1),
    '+': () => dashboard.resizeText(1),
    '=': () => dashboard.resizeText(1),
    '-': () => dashboard.resizeText(-1),
    r: () => timer.reset(),
    t: () => timer.toggle(),
    s: () => dashboard.open(),
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = keyName(event);
    const { target } = event;
    if (!(target instanceof Element) || (isSingleKey(name) && !dashboard.hasLetterKeys)) return;
    if (event.key === ' ' && target.closest(PRESSED)) return;
    if ((name === 'ArrowUp' || name === 'ArrowDown') && target.closest(SCROLLED)) return;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}
