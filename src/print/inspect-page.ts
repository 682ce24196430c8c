/** What a loaded page shows of itself. Addresses are as written in the page; `slide` is the id of the page's box or ''. */
export interface PageReport {
  readonly brokenPictures: readonly PagePlace[];
  readonly brokenFonts: readonly string[];
  readonly deadLinks: readonly PagePlace[];
  /** Width of everything in the page, in CSS px. */
  readonly contentPx: number;
  /** The box that holds the widest content. */
  readonly widestSlide: string;
}

interface PagePlace {
  readonly address: string;
  readonly slide: string;
}

/** The little of the browser's document that is used here. */
interface PageElement {
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  closest(selector: string): { readonly id: string } | null;
  getBoundingClientRect(): { readonly right: number };
}
interface PageImage extends PageElement {
  readonly naturalWidth: number;
  decode(): Promise<void>;
}
interface PageDocument {
  readonly fonts: Iterable<{ readonly family: string; readonly status: string }> & { readonly ready: Promise<unknown> };
  readonly images: Iterable<PageImage>;
  readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  querySelectorAll(selector: string): Iterable<PageElement>;
  getElementById(id: string): PageElement | null;
}
declare const document: PageDocument;
declare function requestAnimationFrame(callback: () => void): number;

/**
 * Runs inside the page: waits until fonts and pictures are there and two frames are drawn, none of them for longer
 * than `timeoutMs`, and reports what is wrong. Links that lead nowhere are none any more: in the PDF they would be
 * programs, files of this machine, or addresses that do not exist. Chromium prints a broken picture as its alternative text and says
 * nothing, and shrinks all pages when one is too wide. Puppeteer sends the function as text, so it holds all it needs.
 */
export async function inspectPage({ timeoutMs }: { readonly timeoutMs: number }): Promise<PageReport> {
  const settled = (wait: Promise<unknown>): Promise<boolean> =>
    Promise.race([
      wait.then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, timeoutMs, false)),
    ]);
  const slideOf = (element: PageElement): string => element.closest('article[id], section[id], .page[id]')?.id ?? '';
  const isShown = async (image: PageImage): Promise<boolean> =>
    (await settled(image.decode())) && image.naturalWidth > 0;
  const hasId = (fragment: string): boolean => {
    if (document.getElementById(fragment)) return true;
    try {
      return document.getElementById(decodeURIComponent(fragment)) !== null;
    } catch {
      return false;
    }
  };
  const leadsNowhere = (address: string): boolean =>
    address.startsWith('#') ? !hasId(address.slice(1)) : !/^(https?|mailto|tel):/i.test(address);

  // A link in a drawing may have the older of the two.
  const addresses = [...document.querySelectorAll('a, area')].flatMap((link) =>
    ['href', 'xlink:href'].map((name) => ({ link, name, address: link.getAttribute(name) })),
  );
  const deadLinks = addresses.flatMap(({ link, name, address }) => {
    if (address === null || !leadsNowhere(address)) return [];
    link.removeAttribute(name);
    return [{ address, slide: slideOf(link) }];
  });

  const images = [...document.images];
  const [, shown] = await Promise.all([settled(document.fonts.ready), Promise.all(images.map(isShown))]);
  await settled(new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

  const contentPx = document.documentElement.scrollWidth;
  const isWide = contentPx > document.documentElement.clientWidth;
  const widest = isWide
    ? [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right >= contentPx - 1)
    : undefined;
  return {
    brokenPictures: images
      // What a slide shows in its earlier states, it holds in its last one.
      .filter((image, index) => !shown[index] && image.closest('.earlier') === null)
      .map((image) => ({ address: image.getAttribute('src') ?? '', slide: slideOf(image) })),
    brokenFonts: [
      ...new Set([...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family)),
    ],
    deadLinks,
    contentPx,
    widestSlide: widest ? slideOf(widest) : '',
  };
}
