import Reveal from 'reveal.js';
import { markSteps, watchLines } from './steps.ts';

/**
 * reveal.js lets the address override every setting (`?showNotes=true`, `?url=javascript:...`): so what follows the
 * question mark goes before reveal.js can read it. Where the address cannot be rewritten the page is opened without it.
 */
function dropQuery(): boolean {
  const { pathname, hash, search } = window.location;
  if (search === '') return true;
  try {
    window.history.replaceState(null, '', pathname + hash);
  } catch {
    // Browsers may refuse this for files; the test below sees it.
  }
  if (window.location.search === '') return true;
  window.location.replace(pathname + hash);
  return false;
}

async function start(): Promise<void> {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const deck = new Reveal({
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 10,
    center: false,
    hash: true,
    history: true,
    fragmentInURL: false,
    postMessage: false,
    postMessageEvents: false,
    controls: true,
    controlsTutorial: false,
    progress: true,
    slideNumber: false,
    overview: true,
    touch: true,
    help: true,
    transition: calm ? 'none' : 'fade',
    backgroundTransition: 'none',
    transitionSpeed: 'fast',
    scrollActivationWidth: 0,
    viewDistance: 2,
    mobileViewDistance: 2,
  });
  watchLines(deck);
  await deck.initialize();
  // reveal.js says "application", which takes reading keys away from screen readers.
  deck.getRevealElement()?.removeAttribute('role');
  document.documentElement.classList.add('is-ready');
}

if (dropQuery()) {
  markSteps();
  void start();
}
