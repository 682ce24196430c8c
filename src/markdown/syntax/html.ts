/** What stands in a line. */
const INLINE = new Set(
  (
    'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup ' +
    'time u var wbr'
  ).split(' '),
);
const VOID = new Set(['br', 'img', 'wbr']);
/** What stands on lines of its own, and where it may: within any of the elements named, or anywhere. */
const BLOCK: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    address: [],
    article: [],
    aside: [],
    blockquote: [],
    caption: ['table'],
    dd: ['dl'],
    details: [],
    div: [],
    dl: [],
    dt: ['dl'],
    figcaption: ['figure'],
    figure: [],
    h3: [],
    h4: [],
    h5: [],
    h6: [],
    li: ['ol', 'ul'],
    ol: [],
    p: [],
    summary: ['details'],
    table: [],
    tbody: ['table'],
    td: ['tr'],
    tfoot: ['table'],
    th: ['tr'],
    thead: ['table'],
    tr: ['table', 'tbody', 'tfoot', 'thead'],
    ul: [],
  }),
);
/** What is no text for people: it goes with all that is in it. */
const DROPPED = new Set(
  (
    'applet audio canvas embed frameset iframe math noembed noframes noscript object script select style svg template ' +
    'textarea title video xmp'
  ).split(' '),
);
/** Elements of HTML (the Living Standard's, and those it calls obsolete) that are left out, their text kept. */
const KNOWN = new Set(
  (
    'acronym area base basefont bgsound big blink body button center col colgroup command datalist dialog dir fieldset ' +
    'font footer form frame h1 h2 head header hgroup hr html input label legend link listing main map marquee menu meta ' +
    'meter nav nobr optgroup option output param picture plaintext pre progress search section slot source strike track tt'
  ).split(' '),
);
const NAME = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i;
const ATTRIBUTES = /^<[a-z][a-z0-9]*[\s/]+[^\s/>]/i;

const ROW_GROUPS = ['tbody', 'tfoot', 'thead'];
/** Elements whose end may be left out: it is where one of these begins, or what is around them ends. */
const ENDED_BY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    dd: ['dd', 'dt'],
    dt: ['dd', 'dt'],
    li: ['li'],
    p: [...BLOCK.keys()],
    tbody: ROW_GROUPS,
    td: ['td', 'th', 'tr', ...ROW_GROUPS],
    tfoot: ROW_GROUPS,
    th: ['td', 'th', 'tr', ...ROW_GROUPS],
    thead: ROW_GROUPS,
    tr: ['tr', ...ROW_GROUPS],
  }),
);

/** A tag as written, sorted by what becomes of it. */
export type HtmlTag =
  | {
      readonly kind: 'inline' | 'block' | 'void';
      readonly name: string;
      readonly isClosing: boolean;
      readonly hasAttributes: boolean;
    }
  /** `dropped` goes with what is in it, `refused` alone; `unknown` is meant as text, and a comment is for nobody. */
  | { readonly kind: 'dropped' | 'refused'; readonly name: string; readonly isClosing: boolean }
  | { readonly kind: 'unknown' | 'comment' };

/** Sorts one tag or comment as marked cuts it, by its name. */
export function classifyTag(raw: string): HtmlTag {
  if (raw.startsWith('<!--')) return { kind: 'comment' };
  const match = NAME.exec(raw);
  const name = match?.[2]?.toLowerCase() ?? '';
  const isClosing = match?.[1] === '/';
  if (DROPPED.has(name)) return { kind: 'dropped', name, isClosing };
  if (KNOWN.has(name) || (isClosing && VOID.has(name))) return { kind: 'refused', name, isClosing };
  const kind = VOID.has(name) ? 'void' : INLINE.has(name) ? 'inline' : BLOCK.has(name) ? 'block' : null;
  return kind ? { kind, name, isClosing, hasAttributes: ATTRIBUTES.test(raw) } : { kind: 'unknown' };
}

/** Whether an opening tag has the class that leaves out what is in its element. */
export function isHiding(raw: string): boolean {
  return /\sclass\s*=\s*(?:"[^"]*\bhidden\b|'[^']*\bhidden\b|[^\s"'>]*\bhidden\b)/i.test(raw);
}

/** Whether an element may stand in another; `null` for what is none. */
export function mayStandIn(name: string, parent: string | null): boolean {
  const parents = BLOCK.get(name) ?? [];
  return parents.length === 0 || (parent !== null && parents.includes(parent));
}

/** Whether the beginning of one element is the end of another, as `<li>` ends the one before it. */
export function endsBefore(name: string, next: string): boolean {
  return ENDED_BY.get(name)?.includes(next) ?? false;
}

/** Whether an element may go without its closing tag. */
export function mayStayOpen(name: string): boolean {
  return ENDED_BY.has(name);
}
