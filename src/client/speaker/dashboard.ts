import { timeText } from './clock.ts';
import type { Desk, SpeakerData } from './desk.ts';
import { NotesPanel } from './notes-panel.ts';
import { partOf } from './page.ts';
import { PlanBar } from './plan-bar.ts';
import { Preview } from './preview.ts';

/** The speaker's window: shows where the talk stands, and takes clicks. */
export class Dashboard {
  readonly #desk: Desk;
  readonly #clockText: Intl.DateTimeFormat;
  readonly #totalMs: number;
  readonly #now: Preview;
  readonly #next: Preview;
  readonly #notes: NotesPanel;
  readonly #plan: PlanBar;
  #isBlocked = false;
  hasLetterKeys: boolean;

  constructor({ size, lang, timeSeconds, plan }: SpeakerData, desk: Desk) {
    this.#desk = desk;
    this.#totalMs = timeSeconds * 1000;
    this.#clockText = new Intl.DateTimeFormat(lang, { timeStyle: 'short' });
    const styles = document.querySelector('style#style-of-slides')?.textContent ?? '';
    this.#now = new Preview(partOf('now'), desk.course, size, styles);
    this.#next = new Preview(partOf('next'), desk.course, size, styles);
    this.#notes = new NotesPanel(desk);
    this.#plan = new PlanBar(plan, desk);
    this.hasLetterKeys = desk.preferences.recall('letter-keys') !== false;
    this.#bindButtons();
    this.#showScheme(desk.preferences.recall('scheme') === 'light');
    window.setInterval(() => this.tick(), 500);
  }

  /** Shows where the talk stands. */
  update(): void {
    const { course, guide, words } = this.#desk;
    const { index, step } = guide.place;
    const after = course.after(guide.place);
    const count = course.stepsOf(index);
    this.#now.show(guide.place);
    this.#next.show(after);
    partOf('now-name').textContent = course.titleOf(index);
    partOf('next-title').textContent =
      after?.index === index ? words.say('next-step', { number: after.step }) : words.say('next-slide');
    partOf('next-name').textContent = after === null ? words.say('end') : course.titleOf(after.index);
    partOf('next').hidden = after === null;
    partOf('position').textContent = words.say('position', { number: index + 1, count: course.slideCount });
    partOf('step').textContent =
      count === 0 ? '' : words.say(step === 0 ? 'before-step' : 'step', { number: Math.max(1, step), count });
    this.#notes.show(guide.place);
    if (guide.isFollowed) this.#isBlocked = false;
    const state = this.#isBlocked ? 'blocked' : guide.isFollowed ? 'connected' : 'closed';
    setText(partOf('slides-state'), words.say(state));
    document.documentElement.classList.toggle('is-alone', !guide.isFollowed);
    partOf('open-slides').textContent = words.say(guide.isFollowed ? 'show-slides' : 'open-slides');
    this.tick();
  }

  /** Shows what time it is. */
  tick(): void {
    const { timer, words, guide } = this.#desk;
    const now = new Date();
    setText(partOf('clock'), this.#clockText.format(now));
    setText(partOf('elapsed'), timeText(timer.elapsedMs));
    partOf('elapsed').classList.toggle('is-over', this.#totalMs > 0 && timer.elapsedMs > this.#totalMs);
    setText(partOf('of'), this.#totalMs === 0 ? '' : words.say('of', { time: timeText(this.#totalMs) }));
    setText(partOf('start'), words.say(timer.isGoing ? 'pause' : timer.isNew ? 'start' : 'resume'));
    this.#plan.show(guide.place.index, timer.elapsedMs);
  }

  /** Makes the notes larger by a step, or smaller. */
  resizeText(steps: number): void {
    this.#notes.resize(steps);
  }

  open(): void {
    this.#isBlocked = !this.#desk.openSlides();
    this.update();
  }

  #bindButtons(): void {
    const { guide, timer, preferences } = this.#desk;
    const press = (id: string, action: () => void): void => partOf(id).addEventListener('click', action);
    press('go-back', () => guide.previous());
    press('go-on', () => guide.next());
    press('start', () => timer.toggle());
    press('reset', () => timer.reset());
    press('smaller', () => this.resizeText(-1));
    press('larger', () => this.resizeText(1));
    press('open-slides', () => this.open());
    press('scheme', () => this.#showScheme(!document.documentElement.classList.contains('is-light')));
    const letters = partOf('letter-keys');
    if (!(letters instanceof HTMLInputElement)) return;
    letters.checked = this.hasLetterKeys;
    letters.addEventListener('change', () => {
      this.hasLetterKeys = letters.checked;
      preferences.keep('letter-keys', letters.checked);
    });
  }

  #showScheme(isLight: boolean): void {
    document.documentElement.classList.toggle('is-light', isLight);
    this.#desk.preferences.keep('scheme', isLight ? 'light' : null);
    partOf('scheme').textContent = this.#desk.words.say(isLight ? 'dark' : 'light');
  }
}

/** Text that did not change is left alone, so that it is neither drawn nor read again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
