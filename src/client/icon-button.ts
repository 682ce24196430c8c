import { makeIconButton, nameButton } from './element.ts';
import { drawIcon } from './icons.ts';

/** Signs on buttons, as paths in a box of 24 by 24. */
export const SIGNS = {
  zoom: 'M10 4a6 6 0 1 0 0 12a6 6 0 1 0 0-12M15 15l5 5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  close: 'M6 6l12 12M18 6L6 18',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  sides: 'M9 6l-6 6l6 6M15 6l6 6l-6 6',
} as const;

/** A round button with a sign on it, and its name. */
export function iconButton(sign: keyof typeof SIGNS, name: string, press: () => void): HTMLButtonElement {
  return makeIconButton('icon-button', { icon: SIGNS[sign], name }, press);
}

/** Gives a button another sign and name. */
export function showSign(button: HTMLButtonElement, sign: keyof typeof SIGNS, name: string): void {
  nameButton(button, name);
  button.replaceChildren(drawIcon(SIGNS[sign]));
}
