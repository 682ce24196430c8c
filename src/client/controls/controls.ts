import type { Action } from '../actions.ts';
import { ICONS } from '../icons.ts';
import { bindKeys } from '../keys.ts';
import type { Presence } from '../presence.ts';
import type { Store } from '../store.ts';
import type { Talk } from '../talk.ts';
import { Bar } from './bar.ts';
import { BlackScreen } from './black-screen.ts';
import { Drawing } from './drawing.ts';
import { fullScreenActions } from './full-screen.ts';
import { watchIdleness } from './idleness.ts';
import { KeySheet } from './key-sheet.ts';
import { Layers } from './layers.ts';
import { Pointer } from './pointer.ts';
import { Progress } from './progress.ts';
import { Search } from './search.ts';
import { Shortcuts } from './shortcuts.ts';
import { SlideList } from './slide-list.ts';
import { TypedNumber } from './typed-number.ts';

/** Gives a talk its controls: bar, keys, and all that they open. `settings` is kept beyond this visit. */
export function addControls(talk: Talk, presence: Presence, settings: Store): void {
  const layers = new Layers();
  const shortcuts = new Shortcuts(settings);
  talk.actions.add(...moves(talk), ...finders(talk), ...shows(talk, presence, layers), ...views(talk, shortcuts));
  new Progress(talk);
  const bar = new Bar(talk, layers);
  const number = new TypedNumber(talk, (digits) => {
    bar.showTyped(digits);
    if (digits !== '') presence.say(digits);
  });
  bindKeys(talk, { shortcuts, layers, number });
  watchIdleness();
}

function moves(talk: Talk): readonly Action[] {
  const move = (word: string, keys: readonly string[], run: () => void): Action => {
    return { word, keys, group: 'move', view: 'slides', repeats: true, run };
  };
  return [
    move('next', ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'n'], () => talk.next()),
    move('previous', ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'PageUp', 'p'], () => talk.previous()),
    move('next-slide', ['Shift+ArrowRight'], () => talk.go(talk.place.index + 1)),
    move('previous-slide', ['Shift+ArrowLeft'], () => talk.go(talk.place.index - 1)),
    move('first', ['Home'], () => talk.go(0)),
    move('last', ['End'], () => talk.go(talk.slides.count - 1)),
  ];
}

function finders(talk: Talk): readonly Action[] {
  const list = new SlideList(talk);
  const search = new Search(talk);
  return [
    { word: 'list', keys: ['o'], group: 'find', view: 'both', icon: ICONS.list, run: () => list.open() },
    { word: 'search', keys: ['/', 'g'], group: 'find', view: 'both', icon: ICONS.search, run: () => search.open() },
  ];
}

function shows(talk: Talk, presence: Presence, layers: Layers): readonly Action[] {
  const drawing = new Drawing(talk, presence, layers);
  const pointer = new Pointer(talk, presence, layers);
  const black = new BlackScreen(talk.words);
  const show = (
    word: 'draw' | 'pointer' | 'black',
    keys: readonly string[],
    rest: Pick<Action, 'run' | 'isOn'>,
  ): Action => {
    return { word, keys, group: 'show', view: 'slides', icon: ICONS[word], ...rest };
  };
  return [
    show('draw', ['d'], { run: () => drawing.toggle(), isOn: () => drawing.isOn }),
    show('pointer', ['l'], { run: () => pointer.toggle(), isOn: () => pointer.isOn }),
    show('black', ['b', '.'], { run: () => black.open() }),
  ];
}

function views(talk: Talk, shortcuts: Shortcuts): readonly Action[] {
  const sheet = new KeySheet(talk, shortcuts);
  return [
    ...fullScreenActions(),
    {
      word: 'read',
      keys: ['r'],
      group: 'view',
      view: 'slides',
      icon: ICONS.read,
      run: () => void talk.choose('reading'),
    },
    {
      word: 'present',
      keys: ['r'],
      group: 'view',
      view: 'reading',
      icon: ICONS.present,
      run: () => void talk.choose('slides'),
    },
    { word: 'help', keys: ['?'], group: 'view', view: 'both', icon: ICONS.help, run: () => sheet.open() },
  ];
}
