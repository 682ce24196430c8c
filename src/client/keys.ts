import { isSingleKey, keyName } from './actions.ts';
import type { Layers } from './controls/layers.ts';
import type { Shortcuts } from './controls/shortcuts.ts';
import type { TypedNumber } from './controls/typed-number.ts';
import type { Talk } from './talk.ts';

/** What keys are bound to besides the actions of a talk. */
interface KeyUsers {
  readonly shortcuts: Shortcuts;
  readonly layers: Layers;
  readonly number: TypedNumber;
}

/** Elements that have keys of their own. */
const OWN_KEYS = 'input, textarea, select, video, audio, [contenteditable], [role=tab], [role=slider]';
/** Elements that Space and Enter work on. */
const PRESSED = 'button, summary, a[href]';
/** Elements in which arrows lead from one to the next. */
const OWN_ARROWS = '[role=toolbar], .menu';
const ARROWS = /^(?:Arrow\w+|Home|End)$/;

/** Lets keys do what the actions of a talk say, as long as nothing else has a use for them. */
export function bindKeys(talk: Talk, { shortcuts, layers, number }: KeyUsers): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]') !== null || isUsedBy(event)) return;
    const name = keyName(event);
    if (isSingleKey(name) && !shortcuts.areOn) return;
    const isDone = name === 'Escape' ? layers.closeTop() || number.clear() : number.take(name) || act(name, event);
    if (isDone) event.preventDefault();
  });

  function act(name: string, event: KeyboardEvent): boolean {
    const action = talk.actions.withKey(name, talk.view);
    if (action === null) return false;
    if (!event.repeat || action.repeats) action.run();
    return true;
  }

  function isUsedBy({ target, key }: KeyboardEvent): boolean {
    if (!(target instanceof Element)) return false;
    if (key === ' ' && target.closest(PRESSED)) return true;
    if (ARROWS.test(key) && target.closest(OWN_ARROWS)) return true;
    return target.closest(OWN_KEYS) !== null;
  }
}
