import { registerContent } from '../contents.ts';
import { make } from '../element.ts';
import { stateKey } from '../state-key.ts';
import type { Talk } from '../talk.ts';

/** A tab, the part that it shows, and the heading that names both where there are no tabs. */
interface Panel {
  readonly tab: HTMLButtonElement;
  readonly part: HTMLElement;
  readonly heading: HTMLElement | null;
}

/** How many tabs a key leads on; Home and End lead to the first and the last. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Tabs on slides, as the WAI-ARIA Authoring Practices have them, with automatic activation. In the column to read all
 * parts stand under each other, each under its heading.
 */
class Tabs {
  readonly #root: HTMLElement;
  readonly #talk: Talk;
  readonly #key: string;
  readonly #list = make('div', 'tab-list');
  readonly #panels: readonly Panel[];
  #chosen = 0;

  constructor(root: HTMLElement, talk: Talk) {
    this.#root = root;
    this.#talk = talk;
    this.#key = stateKey(root, 'tabs');
    const name = this.#key.replace(/\s+/g, '-');
    const parts = [...root.querySelectorAll<HTMLElement>('.tab-panel')].filter(
      (part) => part.closest('.tabs') === root,
    );
    this.#panels = parts.map((part, index) => this.#makePanel(part, `${name}-${index + 1}`, index));
    this.#list.setAttribute('role', 'tablist');
    this.#list.ariaLabel = talk.words.say('tabs');
    this.#list.append(...this.#panels.map(({ tab }) => tab));
    this.#list.addEventListener('keydown', (event) => this.#move(event));
    const kept = talk.store.recall(this.#key);
    this.#chosen = typeof kept === 'number' && this.#panels[kept] ? kept : 0;
    talk.on('view', () => this.#update());
    talk.on('place', () => this.#followStep());
    this.#update();
  }

  #makePanel(part: HTMLElement, id: string, index: number): Panel {
    const heading = part.querySelector<HTMLElement>('h3');
    const tab = make('button', 'tab');
    tab.type = 'button';
    tab.id = `${id}-tab`;
    part.id ||= id;
    tab.textContent = heading?.textContent ?? String(index + 1);
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', part.id);
    tab.addEventListener('click', () => this.#choose(index));
    return { tab, part, heading };
  }

  #choose(index: number): void {
    this.#chosen = index;
    this.#talk.store.keep(this.#key, index);
    this.#update();
  }

  #move(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const { length } = this.#panels;
    const isRightToLeft = getComputedStyle(this.#root).direction === 'rtl';
    const step = (STEPS[key] ?? 0) * (isRightToLeft ? -1 : 1);
    const target = key === 'Home' ? 0 : key === 'End' ? length - 1 : (this.#chosen + step + length) % length;
    if (ctrlKey || metaKey || altKey || (step === 0 && key !== 'Home' && key !== 'End')) {
      this.#turnSlide(event);
      return;
    }
    event.preventDefault();
    this.#choose(target);
    this.#panels[target]?.tab.focus();
  }

  /** Keys that mean nothing to tabs turn the slides, as a clicker does. */
  #turnSlide(event: KeyboardEvent): void {
    if (event.key === 'PageDown') this.#talk.next();
    else if (event.key === 'PageUp') this.#talk.previous();
    else return;
    event.preventDefault();
  }

  /** A step that shows in a part that is not seen brings it to the front. */
  #followStep(): void {
    const index = this.#panels.findIndex(({ part }) => part.querySelector('.current-fragment') !== null);
    if (this.#talk.view === 'slides' && index !== -1 && index !== this.#chosen) this.#choose(index);
  }

  #update(): void {
    const isTabbed = this.#talk.view === 'slides';
    this.#root.classList.toggle('is-tabbed', isTabbed);
    if (isTabbed) this.#root.querySelector('.tab-panels')?.before(this.#list);
    else this.#list.remove();
    for (const [index, { tab, part, heading }] of this.#panels.entries()) {
      const isChosen = index === this.#chosen;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      part.classList.toggle('is-chosen', isChosen);
      if (heading) heading.hidden = isTabbed;
      if (isTabbed) {
        part.setAttribute('role', 'tabpanel');
        part.setAttribute('aria-labelledby', tab.id);
        part.tabIndex = 0;
      } else {
        for (const name of ['role', 'aria-labelledby', 'tabindex']) part.removeAttribute(name);
      }
    }
  }
}

registerContent({ selector: '[data-tabs]', start: (root, talk) => void new Tabs(root, talk) });
