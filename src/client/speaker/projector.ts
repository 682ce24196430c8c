import { started } from '../deck.ts';
import { Store } from '../store.ts';
import type { Talk } from '../talk.ts';
import { type ClockState, NEW_CLOCK } from './clock.ts';
import { Link } from './link.ts';
import { isClock, type Message } from './messages.ts';

/** What the page of the projector is told beside what every deck is. */
interface ProjectorData {
  readonly key: string;
  readonly speaker: { readonly secret: string };
}

const SPEAKER_WINDOW = 'popup,width=1280,height=800';
/** One who speaks, before a screen. */
const ICON = 'M3 4h18v9M3 4v9h4M12 11a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM6 22c0-3 2.5-5 6-5s6 2 6 5';

/** Lets the speaker's window steer and follow a deck. Inside a page of others the deck is only a deck. */
function join(talk: Talk): void {
  if (window.top !== window) return;
  const { key, speaker }: ProjectorData = JSON.parse(document.querySelector('script#deck-data')?.textContent ?? '{}');
  const store = new Store(`${key} ${speaker.secret}`, () => window.sessionStorage);
  const link = new Link({ role: 'projector', key, secret: speaker.secret, store, hear });
  const tellPlace = (): void => link.send({ kind: 'at', ...talk.place });
  talk.on('place', tellPlace);
  talk.on('view', tellPlace);
  link.send({ kind: 'hello', isNew: link.isNew });
  if (!link.isNew) tellPlace();
  addOpener(talk, () => link.open(SPEAKER_WINDOW));

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

/** The key S, in the menu and the sheet of keys too; and what is said when the browser opens no window. */
function addOpener({ actions, words }: Talk, open: () => boolean): void {
  const notice = document.createElement('p');
  notice.className = 'speaker-notice';
  notice.setAttribute('role', 'alert');
  document.body.append(notice);
  const run = (): void => {
    notice.textContent = open() ? '' : words.say('speaker-blocked');
  };
  actions.add({ word: 'speaker-window', keys: ['s'], group: 'view', view: 'both', icon: ICON, run });
}

void started.then((talk) => talk && join(talk));
