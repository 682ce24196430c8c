import { isCalm } from '../calm.ts';
import { registerContent } from '../contents.ts';
import { stateKey } from '../state-key.ts';
import type { Talk } from '../talk.ts';

/** Videos and sounds: one plays at a time, none on a slide that was left, each from where it was before a reload. */
registerContent({
  selector: '[data-media]',
  start(element, talk) {
    if (element instanceof HTMLMediaElement) startMedia(element, talk);
  },
});

function startMedia(media: HTMLMediaElement, talk: Talk): void {
  const name = stateKey(media, 'media');
  const kept = talk.store.recall(name);
  // Before anything is loaded this is where it will begin.
  if (typeof kept === 'number') media.currentTime = kept;
  const keep = (): void => talk.store.keep(name, media.ended || media.currentTime === 0 ? null : media.currentTime);
  media.addEventListener('pause', keep);
  window.addEventListener('pagehide', keep);
  media.addEventListener('play', () => pauseOthers(media));
  keepSwipes(media);
  let wasShown = false;
  const follow = (): void => {
    const isShown = talk.slides.at(talk.place.index)?.contains(media) ?? false;
    const isSlides = talk.view === 'slides';
    if (isSlides && !isShown) media.pause();
    if (isSlides && isShown && !wasShown && media.dataset.media === 'autoplay' && !isCalm()) {
      // A browser that refuses leaves it to the person.
      media.play().catch(() => undefined);
    }
    wasShown = isSlides && isShown;
  };
  talk.on('place', follow);
  talk.on('view', () => {
    media.pause();
    wasShown = false;
    follow();
  });
}

function pauseOthers(playing: HTMLMediaElement): void {
  for (const other of document.querySelectorAll<HTMLMediaElement>('[data-media]')) {
    if (other !== playing) other.pause();
  }
}

/** A finger on the line of time moves in it, not to the next slide. */
function keepSwipes(media: HTMLElement): void {
  media.toggleAttribute('data-prevent-swipe', true);
}
