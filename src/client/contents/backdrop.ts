import { isCalm } from '../calm.ts';
import { registerContent } from '../contents.ts';
import { iconButton, showSign } from '../icon-button.ts';
import type { Talk } from '../talk.ts';

/** Videos behind slides: each plays while its slide shows, unless the person wants no motion. */
registerContent({
  selector: '[data-backdrop]',
  start(element, talk) {
    if (element instanceof HTMLVideoElement) startBackdrop(element, talk);
  },
});

function startBackdrop(video: HTMLVideoElement, talk: Talk): void {
  const section = video.closest('section');
  if (section === null) return;
  // The attribute alone does not mute what was made by script, and browsers play nothing loud by themselves.
  video.muted = true;
  // Its first frame stands for it where it does not play.
  video.preload = 'metadata';
  const button = iconButton('pause', '', () => {
    talk.store.keep('backdrop', !isRunning(talk));
    update();
  });
  button.classList.add('backdrop-button');
  section.append(button);
  const update = (): void => {
    const isShown = talk.view === 'slides' && talk.slides.at(talk.place.index) === section;
    if (isShown && isRunning(talk)) video.play().catch(() => undefined);
    else video.pause();
    if (isRunning(talk)) showSign(button, 'pause', talk.words.say('backdrop-pause'));
    else showSign(button, 'play', talk.words.say('backdrop-play'));
  };
  talk.on('place', update);
  talk.on('view', update);
}

/** What the person chose; without a choice, what the system says of motion. */
function isRunning(talk: Talk): boolean {
  const kept = talk.store.recall('backdrop');
  return typeof kept === 'boolean' ? kept : !isCalm();
}
