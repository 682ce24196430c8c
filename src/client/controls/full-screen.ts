import type { Action } from '../actions.ts';
import { ICONS } from '../icons.ts';

/** Full screen, where the browser has it: telephones may not. */
export function fullScreenActions(): readonly Action[] {
  if (!document.fullscreenEnabled) return [];
  const isOn = (): boolean => document.fullscreenElement !== null;
  const run = (): void => {
    // A browser may refuse it; the deck goes on in its window.
    const change = isOn() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    change.catch(() => {});
  };
  return [{ word: 'full', keys: ['f'], group: 'view', view: 'both', icon: ICONS.full, isOn, run }];
}
