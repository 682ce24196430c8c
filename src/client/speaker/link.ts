import type { Store } from '../store.ts';
import { type Message, type Role, readMessage } from './messages.ts';

/** What joins the windows of one talk. */
export interface LinkOptions {
  readonly role: Role;
  /** Names the talk; anybody may know it. */
  readonly key: string;
  /** Made of the notes: who cannot read the files of the deck does not know it, and cannot pass for one of its windows. */
  readonly secret: string;
  /** This tab's own. */
  readonly store: Store;
  hear(message: Message): void;
}

const PAGES: Readonly<Record<Role, string>> = { projector: 'index.html', speaker: 'speaker.html' };
const OTHER: Readonly<Record<Role, Role>> = { projector: 'speaker', speaker: 'projector' };

/**
 * The line between the projector's window and the speaker's. It is a channel under a name that nobody can guess: the
 * window that opens the other one makes it, and hands it over in the name of the new window, which then gives that name
 * up. So no other page hears or says anything, although all files of a disk share their channels. Firefox and Safari
 * have no channels between files; there the windows speak to each other directly, and know each other by that name.
 */
export class Link {
  readonly #options: LinkOptions;
  readonly #sender = randomName();
  #token: string | null;
  #channel: BroadcastChannel | null = null;
  #other: Window | null;
  #count = 0;
  /** The number of the last letter of each window: the same one may come on both ways. */
  readonly #heard = new Map<unknown, number>();
  /** Whether the other window is there, as far as it has said. */
  #isAnswered = false;
  /** Whether the channel is known to reach the other window. */
  #isChannelUsed = false;
  /** Whether another window of the talk has just opened this one. */
  readonly isNew: boolean;

  constructor(options: LinkOptions) {
    this.#options = options;
    const handed = window.name.startsWith(this.#handOver('')) ? window.name.slice(this.#handOver('').length) : '';
    this.isNew = /^[0-9a-f]{32}$/.test(handed);
    const kept = options.store.recall('link');
    this.#token = this.isNew ? handed : typeof kept === 'string' ? kept : null;
    if (this.isNew) options.store.keep('is-opened', true);
    // A page that is no window of the talk may have opened this one too.
    this.#other = options.store.recall('is-opened') === true ? window.opener : null;
    window.name = publicName(options.role, options.key);
    if (this.#token !== null) this.#connect(this.#token);
  }

  send(message: Message): void {
    this.#count += 1;
    const { role } = this.#options;
    const letter = { ...message, role, sender: this.#sender, number: this.#count };
    this.#channel?.postMessage(letter);
    if (!needsWindows() || this.#isChannelUsed || this.#token === null) return;
    // A file has no origin that could be named; who is meant is in the letter, and nothing else that matters.
    this.#other?.postMessage({ ...letter, token: this.#token }, '*');
  }

  /** Opens the other window, or brings it to the front. False when the browser does not let it. */
  open(features: string, hash = ''): boolean {
    if (this.#token === null) this.#connect(randomName());
    const { role, key, secret } = this.#options;
    const isOpen = this.#other !== null && !this.#other.closed;
    // Without an address: a window of this name that is there already is not loaded anew.
    const found = isOpen ? this.#other : window.open('', publicName(OTHER[role], key), features);
    if (found === null) return false;
    this.#other = found;
    const isMade = isBlank(found);
    if (isMade) found.name = handOverName(OTHER[role], secret, this.#token ?? '');
    // A window that does not answer may show another page by now.
    if (isMade || !this.#isAnswered)
      found.location.replace(new URL(PAGES[OTHER[role]] + hash, window.location.href).href);
    found.focus();
    return true;
  }

  #handOver(token: string): string {
    return handOverName(this.#options.role, this.#options.secret, token);
  }

  #connect(token: string): void {
    this.#token = token;
    this.#options.store.keep('link', token);
    if ('BroadcastChannel' in window) {
      this.#channel = new BroadcastChannel(`rostrum ${this.#options.secret} ${token}`);
      this.#channel.addEventListener('message', ({ data }) => {
        this.#isChannelUsed = true;
        this.#receive(data);
      });
    }
    if (needsWindows()) window.addEventListener('message', (event) => this.#receiveDirectly(event));
    window.addEventListener('pagehide', () => this.send({ kind: 'bye' }));
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.send({ kind: 'hello', isNew: false });
    });
  }

  #receiveDirectly({ source, origin, data }: MessageEvent): void {
    const isFile = origin === 'null' || origin === 'file://';
    const isOther = source !== null && (this.#other === null || this.#other.closed || source === this.#other);
    if (!isFile || !isOther || data?.token !== this.#token) return;
    this.#other = source as Window;
    this.#receive(data);
  }

  #receive(data: unknown): void {
    const { role, sender, number } = Object(data) as Readonly<Record<string, unknown>>;
    if (role !== OTHER[this.#options.role] || typeof number !== 'number') return;
    if (number <= (this.#heard.get(sender) ?? 0)) return;
    this.#heard.set(sender, number);
    const message = readMessage(data);
    if (message === null) return;
    this.#isAnswered = message.kind !== 'bye';
    this.#options.hear(message);
  }
}

function publicName(role: Role, key: string): string {
  return `rostrum-${role}-${key}`;
}

function handOverName(role: Role, secret: string, token: string): string {
  return `rostrum-${role}-${secret}-${token}`;
}

function needsWindows(): boolean {
  return window.location.protocol === 'file:';
}

/** Whether a window has just been made; one that shows a file, or a page of another place, does not say. */
function isBlank(other: Window): boolean {
  try {
    return other.location.href === 'about:blank';
  } catch {
    return false;
  }
}

function randomName(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
