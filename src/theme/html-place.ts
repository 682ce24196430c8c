/**
 * Where in HTML a template stands, as the WHATWG's tokenizer has it, told from what it writes itself. Go's `html/template`
 * works the same way: each piece of text leads from one place to the next, and the ways of a block meet in one.
 */
export type HtmlPlace =
  | { readonly in: 'text' }
  /** After `<` or `</`. */
  | { readonly in: 'tag-name'; readonly name: string }
  /** In a tag, where an attribute may begin. */
  | { readonly in: 'tag'; readonly element: string }
  /** In the name of an attribute, or after it; `UNCERTAIN` when a condition decides about the name. */
  | {
      readonly in: 'attribute-name';
      readonly element: string;
      readonly attribute: string;
      readonly isOver: boolean;
    }
  /** After `=`. */
  | { readonly in: 'equals'; readonly element: string; readonly attribute: string }
  | AttributePlace
  /** After `<!` or `<?`: a comment, or what a browser takes for one. */
  | { readonly in: 'declaration'; readonly text: string }
  | { readonly in: 'comment'; readonly tail: string }
  /** In an element whose content is no HTML, such as a script. */
  | { readonly in: 'raw'; readonly element: string; readonly tail: string; readonly hasTags: boolean };

/** In the value of an attribute; `quote` is '' for a value without quotation marks. */
export interface AttributePlace {
  readonly in: 'value';
  readonly element: string;
  readonly attribute: string;
  readonly quote: '"' | "'" | '';
  /** How the value begins, for addresses: with one made by Rostrum, or so that what follows changes no more where it leads. */
  readonly begins: 'not-yet' | 'with-address' | 'settled' | 'otherwise';
}

export const TEXT_PLACE: HtmlPlace = { in: 'text' };
/** The name of an attribute, or of an element, that depends on a condition. */
export const UNCERTAIN = '?';
/** The same where what follows at once belongs to the name of the tag when the condition does not hold. */
const UNCERTAIN_BEHIND_TAG = '??';

const RAW_ELEMENTS = new Set([
  UNCERTAIN,
  ...['script', 'style', 'title', 'textarea', 'xmp', 'iframe'],
  ...['noembed', 'noframes', 'noscript', 'plaintext'],
]);
const NEVER_ENDS = new Set(['plaintext', UNCERTAIN]);
const SPACE = /[\t\n\f\r ]/;
/** The dashes that open a comment, which also close one that is empty: `<!-->`. */
const OPENING_DASHES = '\0\0';
const COMMENT_END = /^\0\0-?>|--!?>/;

/** The place after some text of a template. */
export function afterText(from: HtmlPlace, text: string): HtmlPlace {
  let place = from;
  let at = 0;
  while (at < text.length) [place, at] = step(place, text, at);
  return place;
}

type Step = readonly [place: HtmlPlace, at: number];

function step(place: HtmlPlace, text: string, at: number): Step {
  const sign = text[at] ?? '';
  switch (place.in) {
    case 'text': {
      const open = text.indexOf('<', at);
      return open < 0 ? [place, text.length] : [{ in: 'tag-name', name: '' }, open + 1];
    }
    case 'tag-name':
      return [afterTagName(place.name, sign), at + 1];
    case 'tag':
    case 'attribute-name':
      return [afterTagSign(place, sign), at + 1];
    case 'equals':
      return afterEquals(place, sign, at);
    case 'value':
      return inValue(place, text, at);
    case 'declaration':
      return [afterDeclaration(place.text + sign), at + 1];
    case 'comment':
      return inComment(place.tail, text, at);
    case 'raw':
      return [afterRaw(place, sign), at + 1];
  }
}

function afterTagName(name: string, sign: string): HtmlPlace {
  if (name === '' && (sign === '!' || sign === '?')) return { in: 'declaration', text: sign };
  if (name === '' && sign === '/') return { in: 'tag-name', name: '/' };
  if (name === '' && sign === '<') return { in: 'tag-name', name: '' };
  if (name === '' && !/[a-z]/i.test(sign)) return TEXT_PLACE;
  if (name === '/' && sign === '>') return TEXT_PLACE;
  if (name === '/' && !/[a-z]/i.test(sign)) return { in: 'declaration', text: '/' };
  const element = name.toLowerCase();
  if (sign === '>') return inElement(element);
  if (sign === '/' || SPACE.test(sign)) return { in: 'tag', element };
  return { in: 'tag-name', name: name + sign };
}

function inElement(element: string): HtmlPlace {
  return RAW_ELEMENTS.has(element) ? { in: 'raw', element, tail: '', hasTags: false } : TEXT_PLACE;
}

function afterTagSign(place: Extract<HtmlPlace, { readonly in: 'tag' | 'attribute-name' }>, sign: string): HtmlPlace {
  const { element } = place;
  const named = place.in === 'attribute-name' ? place : null;
  if (sign === '>') return inElement(element);
  if (sign === '/') return { in: 'tag', element };
  if (SPACE.test(sign)) return named ? { ...named, attribute: certain(named.attribute), isOver: true } : place;
  if (sign === '=' && named) return { in: 'equals', element, attribute: certain(named.attribute) };
  if (named?.attribute === UNCERTAIN_BEHIND_TAG) return { ...named, element: UNCERTAIN, attribute: UNCERTAIN };
  if (named?.attribute === UNCERTAIN && !named.isOver) return named;
  const attribute = named && !named.isOver ? named.attribute + sign.toLowerCase() : sign.toLowerCase();
  return { in: 'attribute-name', element, attribute, isOver: false };
}

function certain(attribute: string): string {
  return attribute === UNCERTAIN_BEHIND_TAG ? UNCERTAIN : attribute;
}

function afterEquals(place: Extract<HtmlPlace, { readonly in: 'equals' }>, sign: string, at: number): Step {
  const { element, attribute } = place;
  if (SPACE.test(sign)) return [place, at + 1];
  if (sign === '>') return [inElement(element), at + 1];
  const isQuote = sign === '"' || sign === "'";
  const value: HtmlPlace = { in: 'value', element, attribute, quote: isQuote ? sign : '', begins: 'not-yet' };
  return [value, isQuote ? at + 1 : at];
}

function inValue(place: AttributePlace, text: string, at: number): Step {
  const { element, quote } = place;
  const rest = text.slice(at);
  const length = quote === '' ? rest.search(/[\t\n\f\r >]/) : rest.indexOf(quote);
  const value = length < 0 ? rest : rest.slice(0, length);
  if (length < 0) return [{ ...place, begins: beginsAfter(place.begins, value) }, text.length];
  if (quote === '' && rest[length] === '>') return [inElement(element), at + length + 1];
  return [{ in: 'tag', element }, at + length + 1];
}

function beginsAfter(begins: AttributePlace['begins'], text: string): AttributePlace['begins'] {
  if (text === '') return begins;
  if (begins === 'not-yet') return text.startsWith('#') ? 'settled' : 'otherwise';
  if (begins === 'with-address') return /^[#?/]/.test(text) ? 'settled' : 'otherwise';
  return begins;
}

function afterDeclaration(text: string): HtmlPlace {
  if (text === '!--') return { in: 'comment', tail: OPENING_DASHES };
  // A section of SVG ends at ]]>, and in HTML at the first >: where these differ it is taken for one without an end.
  const isOver = text.startsWith('![CDATA[') ? /^[^>]*\]\]>$/.test(text) : text.endsWith('>');
  return isOver ? TEXT_PLACE : { in: 'declaration', text };
}

function inComment(tail: string, text: string, at: number): Step {
  const joined = tail + text.slice(at);
  const end = COMMENT_END.exec(joined);
  if (end === null) return [{ in: 'comment', tail: joined.length < 5 ? joined : joined.slice(-3) }, text.length];
  return [TEXT_PLACE, at - tail.length + end.index + end[0].length];
}

function afterRaw(place: Extract<HtmlPlace, { readonly in: 'raw' }>, sign: string): HtmlPlace {
  const { element } = place;
  const end = `</${element}`;
  const tail = (place.tail + sign.toLowerCase()).slice(-end.length - 1);
  const opened = tail.slice(tail.lastIndexOf('<'));
  const isEnd = opened.length > end.length && opened.startsWith(end) && /[\t\n\f\r />]/.test(sign);
  // What holds a tag or a comment ends elsewhere in SVG, or without scripts: it is taken for what has no end.
  if (isEnd && !place.hasTags && !NEVER_ENDS.has(element))
    return sign === '>' ? TEXT_PLACE : { in: 'tag', element: `/${element}` };
  const isCut = opened === '<' && /<\/[^<]*$/.test(place.tail);
  const isTag = isCut || (/^<[a-z!?/]/.test(opened) && !end.startsWith(opened) && !isEnd);
  return { ...place, tail, hasTags: place.hasTags || isTag };
}

/** The place after data, which is an address made by Rostrum or something else. */
export function afterData(place: HtmlPlace, isAddress: boolean): HtmlPlace {
  if (place.in === 'tag') return { ...place, in: 'attribute-name', attribute: UNCERTAIN, isOver: false };
  if (place.in === 'attribute-name') return { ...place, attribute: UNCERTAIN, isOver: false };
  if (place.in === 'equals') return { ...place, in: 'value', quote: '', begins: 'otherwise' };
  if (place.in !== 'value' || place.begins === 'settled') return place;
  return { ...place, begins: place.begins === 'not-yet' && isAddress ? 'with-address' : 'otherwise' };
}

/** The place where two ways meet; `null` when they cannot. */
export function mergePlaces(one: HtmlPlace, other: HtmlPlace): HtmlPlace | null {
  if (isSamePlace(one, other)) return one;
  if (isInTag(one) && isInTag(other) && one.element === other.element)
    return { in: 'attribute-name', element: one.element, attribute: UNCERTAIN, isOver: isOver(one) && isOver(other) };
  if (one.in === 'tag-name' && isInTag(other)) return mergeBehindTag(one, other);
  if (other.in === 'tag-name' && isInTag(one)) return mergeBehindTag(other, one);
  if (one.in === 'value' && other.in === 'value') {
    const merged: HtmlPlace = { ...one, begins: 'otherwise' };
    return isSamePlace(merged, { ...other, begins: 'otherwise' }) ? merged : null;
  }
  if (one.in === 'comment' && other.in === 'comment') return { in: 'comment', tail: '' };
  if (one.in === 'raw' && other.in === 'raw' && one.element === other.element)
    return { ...one, tail: '', hasTags: one.hasTags || other.hasTags };
  return null;
}

export function isSamePlace(one: HtmlPlace, other: HtmlPlace): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isInTag(place: HtmlPlace): place is Extract<HtmlPlace, { readonly in: 'tag' | 'attribute-name' }> {
  return place.in === 'tag' || place.in === 'attribute-name';
}

/** Whether what follows in a tag can only be another attribute. */
function isOver(place: Extract<HtmlPlace, { readonly in: 'tag' | 'attribute-name' }>): boolean {
  return place.in === 'tag' || place.isOver;
}

/** Where a tag goes on behind its name, or behind a whole attribute that a condition adds: `<p{{#if}} hidden{{/if}}>`. */
function mergeBehindTag(
  { name }: Extract<HtmlPlace, { readonly in: 'tag-name' }>,
  { element }: { readonly element: string },
): HtmlPlace | null {
  if (name.toLowerCase() !== element) return null;
  return { in: 'attribute-name', element, attribute: UNCERTAIN_BEHIND_TAG, isOver: false };
}
