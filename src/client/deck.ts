import { dropQuery } from './address.ts';
import { addBar } from './bar.ts';
import { bindKeys } from './keys.ts';
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

async function start(): Promise<void> {
  const { key, words } = readData();
  const talk = new Talk(
    new Slides([...document.querySelectorAll<HTMLElement>('.slides > section')]),
    new Words(words),
    new Store(key, () => window.sessionStorage),
  );
  new Presence(talk);
  addBar(talk);
  bindKeys(talk);
  await talk.open();
  const { classList } = document.documentElement;
  classList.remove('is-starting');
  classList.add('is-ready');
}

if (dropQuery()) void start();
