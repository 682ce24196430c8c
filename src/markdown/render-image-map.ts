import { attributeValue, type Block, type Division, type Figure, type Image, type ListItem } from './tree.ts';

/** How the parts of an image map become HTML. */
export interface ImageMapParts {
  readonly picture: (image: Image) => string;
  readonly caption: (figure: Figure) => string;
  readonly name: (blocks: readonly Block[]) => string;
  readonly note: (blocks: readonly Block[]) => string;
  readonly step: (item: ListItem) => string;
}

/**
 * A picture with numbered marks, and the list of what they mean beside it. The script of the deck makes buttons of the
 * marks, which open the notes. `attributes` are those of the box.
 */
export function renderImageMap({ blocks }: Division, attributes: string, parts: ImageMapParts): string {
  const figure = blocks.find((block) => block.kind === 'figure');
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  if (!figure) return '';
  const marks = items.map((item, index) => markHtml(item, index + 1, parts.step(item)));
  const names = items.map(({ blocks: [name, ...note] }) => {
    const noted = note.length === 0 ? '' : `<div class="map-note">${parts.note(note)}</div>`;
    return `<li><div class="map-name">${name ? parts.name([name]) : ''}</div>${noted}</li>`;
  });
  return (
    `<div${attributes} role="group" data-image-map><figure class="map-picture" role="group">` +
    `<div class="map-ground">${parts.picture(figure.image)}${marks.join('')}</div>${parts.caption(figure)}</figure>` +
    `<ol class="map-list">${names.join('')}</ol></div>`
  );
}

/** The number at its place; classes say to which sides of it there is room for a note. */
function markHtml({ attributes }: ListItem, number: number, step: string): string {
  const [left = '0%', top = '0%'] = attributeValue(attributes, 'at').split(/ +/);
  const sides = `${Number.parseFloat(left) > 50 ? ' is-right' : ''}${Number.parseFloat(top) > 50 ? ' is-low' : ''}`;
  return `<span class="map-mark${sides}" style="left: ${left}; top: ${top}"${step}><span class="map-number" aria-hidden="true">${number}</span></span>`;
}
