import { Store } from '../store.ts';
import { Words } from '../words.ts';
import { Course } from './course.ts';
import { Dashboard } from './dashboard.ts';
import type { SpeakerData } from './desk.ts';
import { Guide } from './guide.ts';
import { bindSpeakerKeys } from './keys.ts';
import { Link } from './link.ts';
import { Timer } from './timer.ts';

const SLIDES_WINDOW = 'popup,width=1280,height=720';

/** Starts the speaker's window. Inside a page of others it stays the list of notes that it is without a script. */
function start(): void {
  if (window.top !== window) return;
  const data: SpeakerData = JSON.parse(document.querySelector('script#speaker-data')?.textContent ?? '{}');
  const { key, secret } = data;
  const store = new Store(`${key} ${secret}`, () => window.sessionStorage);
  const preferences = new Store('speaker', () => window.localStorage);
  const template = document.querySelector<HTMLTemplateElement>('template#slides');
  const course = new Course([...(template?.content.querySelectorAll<HTMLElement>('section[id]') ?? [])]);
  const guide = new Guide(course, store, {
    changed: () => dashboard.update(),
    // Nobody thinks of the clock at that moment.
    began: () => (timer.isNew ? timer.toggle() : undefined),
  });
  const timer = new Timer(store, (clock) => {
    link.send({ kind: 'clock', clock });
    dashboard.tick();
  });
  const link = new Link({
    role: 'speaker',
    key,
    secret,
    store,
    hear: (message) => {
      if (message.kind === 'clock') timer.adopt(message.clock);
      else if (message.kind === 'hello') link.send({ kind: 'clock', clock: timer.clock });
      guide.hear(message);
    },
  });
  guide.use(link);
  const openSlides = (): boolean => link.open(SLIDES_WINDOW, course.addressOf(guide.place.index));
  const desk = { course, guide, timer, preferences, words: new Words(data.words), openSlides };
  const dashboard = new Dashboard(data, desk);
  bindSpeakerKeys(desk, dashboard);
  document.documentElement.classList.add('is-ready');
  dashboard.update();
  link.send({ kind: 'hello', isNew: link.isNew });
}

start();
