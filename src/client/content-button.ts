/** A button with a text, for content that a person can work with. */
export function contentButton(text: string, press: (event: MouseEvent) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'content-button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}

/** An element with a class. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
