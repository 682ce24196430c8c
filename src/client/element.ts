import { drawIcon } from './icons.ts';

/** An element with a class and content; text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}

/** A button that is a picture: its name is said, and shown with its key when one points at it. */
export function makeIconButton(
  className: string,
  { icon, name, key = '' }: { readonly icon: string; readonly name: string; readonly key?: string },
  press: () => void,
): HTMLButtonElement {
  const button = make('button', className, drawIcon(icon));
  button.type = 'button';
  nameButton(button, name, key);
  button.addEventListener('click', press);
  return button;
}

/** Gives a button another name. */
export function nameButton(button: HTMLButtonElement, name: string, key = ''): void {
  button.ariaLabel = name;
  button.title = key === '' ? name : `${name} (${key})`;
}
