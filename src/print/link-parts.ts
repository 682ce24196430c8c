/** The places of a part of a print that links can lead to, and its links that lead to other parts. */
export interface PartLinks {
  readonly ids: readonly string[];
  readonly outward: readonly OutwardLink[];
}

/** A link to another part: `id` as its address has it, decoded; `slide` is the id of the box it is in, or ''. */
export interface OutwardLink {
  readonly id: string;
  readonly slide: string;
}

/** The little of the browser's document that is used here. */
interface PageElement {
  readonly id: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): { readonly id: string } | null;
}
interface PageDocument {
  readonly head: { append(element: PageElement): void };
  createElement(name: 'a'): PageElement;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
declare const document: PageDocument;

/**
 * Runs inside a page that is one part of a print. Chromium writes no link to what is not in the page, and no place that
 * nothing in the page links to: links out of the part get the address `otherPart` before their `#id`, and every place is
 * linked to from the head, which shows nothing. `joinParts` makes links within the file of them. Puppeteer sends the
 * function as text, so it holds all it needs.
 */
export function linkParts(otherPart: string): PartLinks {
  const decoded = (fragment: string): string => {
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  };
  const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
  // A link in a drawing may have the older of the two.
  const addresses = [...document.querySelectorAll('a, area')].flatMap((link) =>
    ['href', 'xlink:href'].map((name) => ({ link, name, address: link.getAttribute(name) ?? '' })),
  );
  const outward = addresses.flatMap(({ link, name, address }): OutwardLink[] => {
    const fragment = address.slice(1);
    const id = decoded(fragment);
    if (!address.startsWith('#') || fragment === '' || ids.has(fragment) || ids.has(id)) return [];
    link.setAttribute(name, `${otherPart}#${fragment}`);
    return [{ id, slide: link.closest('article[id], section[id], .page[id]')?.id ?? '' }];
  });
  for (const id of ids) {
    const link = document.createElement('a');
    link.setAttribute('href', `#${encodeURIComponent(id)}`);
    document.head.append(link);
  }
  return { ids: [...ids], outward };
}
