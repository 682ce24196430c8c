/** Comes true when nothing else is to do. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve());
    else setTimeout(resolve, 500);
  });
}

/**
 * Loads the faces of the page's fonts while nothing else is to do: else the first slide that needs one would be drawn
 * twice, which costs a step more than all the rest of it, and on paper its text would be missing. Every face in the page
 * is one that some slide uses.
 */
export async function loadFonts(): Promise<void> {
  await whenIdle();
  for (const face of document.fonts) void face.load().catch(() => undefined);
}

/**
 * Loads the pictures of slides that are not near yet, one after the other while nothing else is to do: so no step waits
 * for one, paper has them all, and the deck starts without them.
 */
export async function loadPictures(sections: readonly HTMLElement[]): Promise<void> {
  await whenIdle();
  for (const section of sections) {
    for (const picture of section.querySelectorAll('img')) {
      picture.loading = 'eager';
      await loaded(picture);
      await whenIdle();
    }
  }
}

/** Comes true when a picture is there, or cannot be had. */
function loaded(picture: HTMLImageElement): Promise<void> {
  return new Promise((resolve) => {
    if (picture.complete) return resolve();
    picture.addEventListener('load', () => resolve(), { once: true });
    picture.addEventListener('error', () => resolve(), { once: true });
  });
}
