import { registerContent } from '../contents.ts';
import { iconButton } from '../icon-button.ts';
import type { Talk } from '../talk.ts';
import { ZoomedPicture } from '../zoomed-picture.ts';

/** Pictures that can be looked at closely, in a window of their own over the slide. */
registerContent({ selector: '[data-zoom]', start: startZoom });

function startZoom(figure: HTMLElement, talk: Talk): void {
  const picture = figure.querySelector('img');
  if (picture === null) return;
  const { words } = talk;
  const open = iconButton('zoom', words.say('zoom', { title: picture.alt }), () => openDialog(picture, talk));
  open.classList.add('zoom-button');
  open.setAttribute('aria-haspopup', 'dialog');
  figure.append(open);
}

/** The dialog is made for each look: closed, nothing of it is left in the page, and the focus is on the button again. */
function openDialog(picture: HTMLImageElement, { words }: Talk): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom-dialog';
  dialog.ariaLabel = picture.alt;
  const image = document.createElement('img');
  image.src = picture.src;
  image.alt = picture.alt;
  image.draggable = false;
  const ground = document.createElement('div');
  ground.className = 'zoom-ground';
  ground.append(image);
  const zoomed = new ZoomedPicture(ground, image);
  const controls = document.createElement('div');
  controls.className = 'zoom-controls';
  controls.append(
    iconButton('plus', words.say('zoom-in'), () => zoomed.enlarge(1)),
    iconButton('minus', words.say('zoom-out'), () => zoomed.enlarge(-1)),
    iconButton('whole', words.say('zoom-reset'), () => zoomed.reset()),
    iconButton('close', words.say('close'), () => dialog.close()),
  );
  dialog.append(ground, controls);
  dialog.addEventListener('keydown', (event) => {
    if (zoomed.press(event.key)) event.preventDefault();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
