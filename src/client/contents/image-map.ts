import { registerContent } from '../contents.ts';
import { fillRoom } from '../fill-room.ts';
import { stateKey } from '../state-key.ts';
import type { Talk } from '../talk.ts';

/** A picture with points: on slides each mark is a button with the name of its point, which opens the note. */
registerContent({ selector: '[data-image-map]', start: startMap });

/** A point of a map: its button and its note. */
interface Point {
  readonly button: HTMLButtonElement;
  readonly note: HTMLElement;
}

/** Of all notes of the page, for their ids. */
let count = 0;

function startMap(map: HTMLElement, talk: Talk): void {
  const marks = [...map.querySelectorAll<HTMLElement>('.map-mark')];
  const items = [...map.querySelectorAll<HTMLElement>('.map-list > li')];
  const points = marks.flatMap((mark, index) => pointOf(mark, items[index]) ?? []);
  const name = stateKey(map, 'image-map');
  const open = (opened: Point | null): void => {
    for (const point of points) {
      point.button.ariaExpanded = String(point === opened);
      point.note.hidden = point !== opened;
    }
    talk.store.keep(name, opened === null ? null : points.indexOf(opened));
  };
  for (const point of points) {
    point.button.addEventListener('click', () => open(point.note.hidden ? point : null));
  }
  map.addEventListener('keydown', (event) => {
    const opened = points.find(({ note }) => !note.hidden);
    if (event.key !== 'Escape' || opened === undefined) return;
    event.preventDefault();
    open(null);
    opened.button.focus();
  });
  const kept = talk.store.recall(name);
  open(typeof kept === 'number' ? (points[kept] ?? null) : null);
  fillRoom(map, map);
  map.classList.add('is-live');
}

/** Puts the name of a point at its mark, on a button where there is a note to open; `null` where there is none. */
function pointOf(mark: HTMLElement, item: HTMLElement | undefined): Point | null {
  const name = item?.querySelector('.map-name');
  const text = item?.querySelector('.map-note');
  if (!name) return null;
  const label = document.createElement('span');
  label.className = 'map-label';
  label.append(...[...name.childNodes].map((node) => node.cloneNode(true)));
  if (!text) {
    mark.append(label);
    return null;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-button';
  button.append(...[...mark.children].map((number) => number.cloneNode(true)), label);
  const note = document.createElement('div');
  note.className = 'map-opened';
  count += 1;
  note.id = `map-note-${count}`;
  note.append(...[...text.childNodes].map((node) => node.cloneNode(true)));
  for (const element of note.querySelectorAll('[id]')) element.removeAttribute('id');
  button.setAttribute('aria-controls', note.id);
  mark.append(button, note);
  return { button, note };
}
