import { started } from '../deck.ts';
import { Store } from '../store.ts';
import type { Talk } from '../talk.ts';
import { Words } from '../words.ts';
import { type ClockState, NEW_CLOCK } from './clock.ts';
import { Link } from './link.ts';
import { isClock, type Message } from './messages.ts';

/** What the page of the projector is told beside what every deck is. */
interface ProjectorData {
  readonly key: string;
  readonly speaker: { readonly secret: string; readonly words: Readonly<Record<string, string>> };
}

/** Keys are not for the window where something is written. */
const WRITTEN_IN = 'input, textarea, select, [contenteditable], dialog[open]';
const SPEAKER_WINDOW = 'popup,width=1280,height=800';

/** Lets the speaker's window steer and follow a deck. Inside a page of others the deck is only a deck. */
function join(talk: Talk): void {
  if (window.top !== window) return;
  const { key, speaker }: ProjectorData = JSON.parse(document.querySelector('script#deck-data')?.textContent ?? '{}');
  const store = new Store(`${key} ${speaker.secret}`, () => window.sessionStorage);
  const words = new Words(speaker.words);
  const link = new Link({ role: 'projector', key, secret: speaker.secret, store, hear });
  const tellPlace = (): void => link.send({ kind: 'at', ...talk.place });
  talk.on('place', tellPlace);
  talk.on('view', tellPlace);
  link.send({ kind: 'hello', isNew: link.isNew });
  if (!link.isNew) tellPlace();
  addOpener(words, () => link.open(SPEAKER_WINDOW));

  function hear(message: Message): void {
    if (message.kind === 'next') talk.next();
    else if (message.kind === 'previous') talk.previous();
    else if (message.kind === 'go') talk.go(Math.min(message.index, talk.slides.count - 1), message.step);
    else if (message.kind === 'clock') store.keep('clock', message.clock);
    else if (message.kind === 'hello') link.send({ kind: 'clock', clock: keptClock(store) });
    // Every wish is answered, also one that has changed nothing.
    if (message.kind !== 'bye' && message.kind !== 'clock') tellPlace();
  }
}

function keptClock(store: Store): ClockState {
  const kept = store.recall('clock');
  return isClock(kept) ? kept : NEW_CLOCK;
}

/** A button among the controls, and the key S. */
function addOpener(words: Words, open: () => boolean): void {
  const notice = document.createElement('p');
  notice.className = 'speaker-notice';
  notice.setAttribute('role', 'alert');
  document.body.append(notice);
  const press = (): void => {
    notice.textContent = open() ? '' : words.say('blocked');
  };
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bar-speaker';
  button.ariaLabel = words.say('window');
  button.title = words.say('window');
  button.append(drawScreen());
  button.addEventListener('click', press);
  document.querySelector('.bar')?.append(button);
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    if (key.toLowerCase() !== 's' || ctrlKey || metaKey || altKey || defaultPrevented) return;
    if (target instanceof Element && target.closest(WRITTEN_IN)) return;
    event.preventDefault();
    press();
  });
}

/** Two windows, one before the other. */
function drawScreen(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M6 6V3h12v8h-4M2 7h12v9H2zM5 10.5h6M5 13h4');
  svg.append(path);
  return svg;
}

void started.then((talk) => talk && join(talk));
