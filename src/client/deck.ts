import { dropQuery } from './address.ts';
import { addControls } from './controls/controls.ts';
import { Presence } from './presence.ts';
import { Slides } from './slides.ts';
import { Store } from './store.ts';
import { Talk } from './talk.ts';
import { Words } from './words.ts';

/** What the page says to its script. */
interface DeckData {
  /** What the state of this talk is kept under. */
  readonly key: string;
  readonly words: Readonly<Record<string, string>>;
}

function readData(): DeckData {
  return JSON.parse(document.querySelector('#deck-data')?.textContent ?? '{}');
}

async function start(): Promise<Talk> {
  const { key, words } = readData();
  const talk = new Talk(
    new Slides([...document.querySelectorAll<HTMLElement>('.slides > section')]),
    new Words(words),
    new Store(key, () => window.sessionStorage),
  );
  addControls(talk, new Presence(talk), new Store(key, () => window.localStorage));
  await talk.open();
  const { classList } = document.documentElement;
  classList.remove('is-starting');
  classList.add('is-ready');
  return talk;
}

/** The talk, once it shows; `null` where the page is opened anew first. */
export const started: Promise<Talk | null> = dropQuery() ? start() : Promise.resolve(null);
