import { dropQuery } from './address.ts';
import { addBar } from './bar.ts';
import { bindKeys } from './keys.ts';
import { Presence } from './presence.ts';
import { Slides } from './slides.ts';
import { putBack } from './stage.ts';
import { Store } from './store.ts';
import { Talk } from './talk.ts';
import { useView } from './view-styles.ts';
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

async function start(sections: readonly HTMLElement[]): Promise<void> {
  const { key, words } = readData();
  const talk = new Talk(new Slides(sections), new Words(words), new Store(key, () => window.sessionStorage));
  new Presence(talk);
  addBar(talk);
  bindKeys(talk);
  await talk.open();
  const { classList } = document.documentElement;
  classList.remove('is-starting');
  classList.add('is-ready');
}

/** What a browser without scripts shows, where the script cannot go on. */
function fallBack(sections: readonly HTMLElement[], error: unknown): never {
  const main = document.querySelector('.slides');
  if (main) putBack(main, sections);
  useView('reading');
  document.documentElement.classList.remove('is-starting');
  throw error;
}

if (dropQuery()) {
  const sections = [...document.querySelectorAll<HTMLElement>('.slides > section')];
  start(sections).catch((error: unknown) => fallBack(sections, error));
}
