import { fileURLToPath } from 'node:url';

/** The themes that come with Rostrum. The program and this source both stand two folders below the package. */
export const BUILT_IN_TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/** KaTeX's CSS and fonts, as its package has them. */
export const KATEX_FOLDER = fileURLToPath(new URL('../../dist/rostrum/katex', import.meta.url));

/** The browser's side of the deck, as built. */
export const CLIENT_FOLDER = fileURLToPath(new URL('../../dist/rostrum/client', import.meta.url));

/** The talks of samples that themes are tried with, and the script of axe. */
export const SAMPLES_FOLDER = fileURLToPath(new URL('../../templates/samples', import.meta.url));
export const AXE_SCRIPT = fileURLToPath(new URL('../../dist/rostrum/axe.min.js', import.meta.url));
