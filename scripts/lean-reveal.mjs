/**
 * reveal.js for the deck, from its sources, without the parts that a deck of Rostrum turns off: it has controls, keys and
 * overlays of its own, and draws backgrounds itself. So a deck starts sooner, and a move touches less of the page.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const UNUSED =
  /\/(?:controllers\/(?:slidenumber|jumptoslide|backgrounds|scrollview|printview|overview|keyboard|controls|progress|pointer|overlay|notes)|components\/playback)$/;

/** A part that does nothing, whatever is asked of it. */
const ABSENT = 'export default class { constructor() { return new Proxy({}, { get: () => () => {} }) } }';

/**
 * What reveal.js says to screen readers at each move it finds by computing the style of every element on the slide. It
 * would say it in an element that the deck takes away, because it speaks of steps that do not show yet.
 */
const STATUS = 'function getStatusText( node ) {';
const NO_STATUS = `${STATUS} return '';`;

/** reveal.js says a millisecond later that it is ready, when the browser has drawn a page that is not yet complete. */
const READY_LATER = /setTimeout\((?= \(\) => \{\s+\/\/ Enable transitions now)/;
const READY = 'queueMicrotask(';

/** @param {string} root the folder of the project */
export function leanReveal(root) {
  const source = join(root, 'node_modules', 'reveal.js', 'js', 'reveal.js');
  return {
    name: 'lean-reveal',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^reveal\.js$/ }, () => ({ path: source }));
      onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'absent' }));
      onResolve({ filter: /^fitty$/ }, () => ({ path: 'fitty', namespace: 'no-op' }));
      onLoad({ filter: /.*/, namespace: 'absent' }, () => ({ contents: ABSENT }));
      onLoad({ filter: /.*/, namespace: 'no-op' }, () => ({ contents: 'export default () => {}' }));
      onLoad({ filter: /[/\\]reveal\.js[/\\]js[/\\]reveal\.js$/ }, () => {
        const text = readFileSync(source, 'utf8');
        if (!text.includes(STATUS) || !READY_LATER.test(text))
          throw new Error('reveal.js has changed: see scripts/lean-reveal.mjs');
        const contents = text.replace(STATUS, NO_STATUS).replace(READY_LATER, READY);
        return { contents, resolveDir: join(source, '..') };
      });
    },
  };
}
