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

/**
 * Keeps the browser from scrolling a page that is loaded again to where it stood: heights of slides that were not seen yet
 * are guesses, so that would be another slide. Going back and forward in the page stays the browser's.
 */
export function keepScrollOfReload(): void {
  window.history.scrollRestoration = 'manual';
  const release = (): void => {
    window.requestAnimationFrame(() => {
      window.history.scrollRestoration = 'auto';
    });
  };
  if (document.readyState === 'complete') release();
  else window.addEventListener('load', release, { once: true });
}

/** Lets the address name a slide, without another entry in the history. */
export function nameInAddress(section: HTMLElement | null): void {
  const hash = hashOf(section);
  if (window.location.hash === hash) return;
  try {
    window.history.replaceState(null, '', hash === '' ? window.location.pathname : hash);
  } catch {
    // The slide shows all the same.
  }
}

/**
 * Lets the address name a slide that the deck has moved to: the way back leads to the one before. An address that led
 * here itself, by an element of the slide, is only written anew.
 */
export function moveAddress(section: HTMLElement): void {
  const { hash } = window.location;
  if (hash === hashOf(section)) return;
  if (document.getElementById(nameIn(hash))?.closest('section') === section) {
    nameInAddress(section);
    return;
  }
  try {
    // Unlike a new hash, this neither looks for an element to scroll to nor tells the deck of its own move.
    window.history.pushState(null, '', hashOf(section));
  } catch {
    // Browsers refuse very many moves in a short time. The slide shows all the same.
  }
}

/** What the end of an address names, as in `#/name` and `#name`; '' for nothing. */
export function nameIn(hash: string): string {
  const text = hash.replace(/^#\/?/, '');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hashOf(section: HTMLElement | null): string {
  return section === null ? '' : `#/${encodeURIComponent(section.id)}`;
}
