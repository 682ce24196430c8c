import { make } from './element.ts';

/** A button with a text, for content that a person can work with. */
export function contentButton(text: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const button = make('button', 'content-button', text);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}
