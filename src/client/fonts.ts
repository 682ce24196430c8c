/**
 * Loads the faces of the page's fonts while nothing else is to do: else the first slide that needs one would be drawn
 * twice, which costs a step more than all the rest of it. Every face in the page is one that some slide uses.
 */
export function loadFonts(): void {
  const load = (): void => {
    for (const face of document.fonts) void face.load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(load);
  else setTimeout(load, 500);
}
