/**
 * reveal.js lets the address override every setting (`?showNotes=true`, `?url=javascript:...`): so what follows the
 * question mark goes before reveal.js can read it. Where the address cannot be rewritten the page is opened without it.
 */
export function dropQuery(): boolean {
  const { pathname, hash, search } = window.location;
  if (search === '') return true;
  try {
    window.history.replaceState(null, '', pathname + hash);
  } catch {
    // Browsers may refuse this for files; the test below sees it.
  }
  if (window.location.search === '') return true;
  window.location.replace(pathname + hash);
  return false;
}

/** Lets the address name a slide, without another entry in the history. */
export function nameInAddress(section: HTMLElement | null): void {
  const hash = section === null ? '' : `#/${encodeURIComponent(section.id)}`;
  if (window.location.hash === hash) return;
  try {
    window.history.replaceState(null, '', hash === '' ? window.location.pathname : hash);
  } catch {
    // The slide shows all the same.
  }
}
