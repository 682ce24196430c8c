import type { Talk } from './talk.ts';

/** Keys of the slides, and what each does. Those that are one letter or sign can be turned off. */
const KEYS: Readonly<Record<string, (talk: Talk) => void>> = {
  ArrowRight: (talk) => talk.next(),
  ArrowDown: (talk) => talk.next(),
  PageDown: (talk) => talk.next(),
  ' ': (talk) => talk.next(),
  n: (talk) => talk.next(),
  ArrowLeft: (talk) => talk.previous(),
  ArrowUp: (talk) => talk.previous(),
  PageUp: (talk) => talk.previous(),
  p: (talk) => talk.previous(),
  Home: (talk) => talk.go(0),
  End: (talk) => talk.go(talk.slides.count - 1),
};

/** Elements that have keys of their own. */
const OWN_KEYS = 'input, textarea, select, video, audio, [contenteditable], [role=tab], [role=slider]';
/** Elements that Space and Enter work on. */
const PRESSED = 'button, summary, a[href]';

/** Lets keys move the slides, as long as nothing else has a use for them. */
export function bindKeys(talk: Talk): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (talk.view !== 'slides' || document.querySelector('dialog[open]') !== null) return;
    if (target?.closest(OWN_KEYS)) return;
    if (event.key === ' ' && target?.closest(PRESSED)) return;
    const isBack = event.key === ' ' && event.shiftKey;
    const action = isBack ? KEYS.PageUp : KEYS[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action(talk);
  });
}
