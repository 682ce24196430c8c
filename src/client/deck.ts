import { dropQuery } from './address.ts';
import { addControls } from './controls/controls.ts';
import { Presence } from './presence.ts';
import { type SlideSize, Slides } from './slides.ts';
import { putBack } from './stage.ts';
import { Store } from './store.ts';
import { Talk } from './talk.ts';
import { useView } from './view-styles.ts';
import { Words } from './words.ts';

/** What the page says to its script. */
interface DeckData {
  /** What the state of this talk is kept under. */
  readonly key: string;
  readonly size: SlideSize;
  readonly words: Readonly<Record<string, string>>;
}

function readData(): DeckData {
  return JSON.parse(document.querySelector('script#deck-data')?.textContent ?? '{}');
}

async function start(sections: readonly HTMLElement[]): Promise<Talk> {
  const { key, size, words } = readData();
  const talk = new Talk(new Slides(sections, size), new Words(words), new Store(key, () => window.sessionStorage));
  const presence = new Presence(talk);
  addControls(talk, presence, new Store(key, () => window.localStorage));
  presence.start();
  await talk.open();
  const { classList } = document.documentElement;
  classList.remove('is-starting');
  classList.add('is-ready');
  return talk;
}

/** What a browser without scripts shows, where the script cannot go on. */
function fallBack(sections: readonly HTMLElement[], error: unknown): never {
  const main = document.querySelector('.slides');
  if (main) putBack(main, sections);
  useView('reading');
  document.documentElement.classList.remove('is-starting');
  throw error;
}

function open(): Promise<Talk> {
  const sections = [...document.querySelectorAll<HTMLElement>('.slides > section')];
  return start(sections).catch((error: unknown) => fallBack(sections, error));
}

/** The talk, once it shows; `null` where the page is opened anew first. */
export const started: Promise<Talk | null> = dropQuery() ? open() : Promise.resolve(null);
