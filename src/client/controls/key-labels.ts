import type { Words } from '../words.ts';

/** Keys that are called by a sign everywhere. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** Keys that have names, other ones in other languages. */
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'key-space',
  PageUp: 'key-page-up',
  PageDown: 'key-page-down',
  Home: 'key-home',
  End: 'key-end',
  Enter: 'key-enter',
  Escape: 'key-escape',
  Shift: 'key-shift',
};

/** What stands on the keys that are pressed together, for a name as actions have it: `Shift`, `→`. */
export function keyLabels(name: string, words: Words): readonly string[] {
  const [shift, key] = name.startsWith('Shift+') ? ['Shift', name.slice('Shift+'.length)] : ['', name];
  return [shift, key].filter((part) => part !== '').map((part) => keyLabel(part, words));
}

function keyLabel(key: string, words: Words): string {
  const name = NAMES[key];
  return name === undefined ? (SIGNS[key] ?? key.toUpperCase()) : words.say(name);
}
