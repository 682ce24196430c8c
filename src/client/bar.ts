import type { Talk } from './talk.ts';

/** The control bar: always to be seen, never on the content. */
export function addBar(talk: Talk): void {
  const { words } = talk;
  const bar = document.createElement('nav');
  bar.className = 'bar';
  bar.ariaLabel = words.say('controls');
  const previous = button('previous', '‹', () => talk.previous());
  const next = button('next', '›', () => talk.next());
  const place = document.createElement('span');
  place.className = 'bar-place';
  const read = button('read', '☰', () => void talk.choose(talk.view === 'slides' ? 'reading' : 'slides'));
  bar.append(previous, place, next, read);
  document.body.append(bar);
  const update = (): void => {
    const isReading = talk.view === 'reading';
    const { index } = talk.place;
    place.textContent = words.say('position', { number: index + 1, count: talk.slides.count });
    read.ariaLabel = words.say(isReading ? 'present' : 'read');
    for (const element of [previous, place, next]) element.hidden = isReading;
  };
  talk.on('view', update);
  talk.on('place', update);

  function button(name: string, sign: string, press: () => void): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = `bar-${name}`;
    element.ariaLabel = words.say(name);
    element.textContent = sign;
    element.addEventListener('click', press);
    return element;
  }
}
