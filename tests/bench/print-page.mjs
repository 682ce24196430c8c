/**
 * Writes the page that Rostrum prints a kind from, all parts of it in one, with its files, so that another script can
 * print it:
 *
 *     node tests/bench/print-page.mjs TALK FOLDER KIND
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [talk, folder, kind] = process.argv.slice(2);
if (!talk || !folder || !kind) throw new Error('usage: node tests/bench/print-page.mjs TALK FOLDER KIND');

/** The program's own functions, compiled beside the program so that its relative places hold. */
const source = `
  export { prepareTalk } from './commands/prepare.ts';
  export { printableTalk, renderKind } from './commands/print-pages.ts';
  export { createDiskHost } from './io/disk.ts';
`;
/** What `rostrum print` takes when it is asked for nothing else. */
const asked = {
  paper: { name: 'A4', isLandscape: false },
  noteKinds: new Set(['speaker', 'handout']),
  handout: { perSheet: 6, hasLines: false, hasNotes: false },
  steps: null,
};
const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(root, 'dist', 'rostrum-'));
try {
  const outfile = join(work, 'print-page.mjs');
  await build({
    stdin: { contents: source, resolveDir: join(root, 'src'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
    logLevel: 'warning',
  });
  const { prepareTalk, printableTalk, renderKind, createDiskHost } = await import(pathToFileURL(outfile).href);
  const machine = {
    folder: process.cwd(),
    environment: process.env,
    platform: process.platform,
    isRoot: false,
    home: homedir(),
  };
  const host = createDiskHost(machine);
  const context = { host, lap() {}, say() {}, progress() {}, version: '' };
  const prepared = await prepareTalk(context, { talk, speaker: true });
  const { parts, assets } = renderKind(host, await printableTalk(prepared, [kind]), asked, kind).value;
  write(join(folder, 'print.html'), inOne(parts));
  for (const [path, bytes] of assets) write(join(folder, path), bytes);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The first page with what is in the others too. @param {readonly string[]} pages */
function inOne([first, ...others]) {
  const bodies = others.map((page) =>
    page.slice(page.indexOf('<body>') + '<body>'.length, page.lastIndexOf('</body>')),
  );
  const end = first.lastIndexOf('</body>');
  return first.slice(0, end) + bodies.join('') + first.slice(end);
}

/** @param {string} path @param {string | Uint8Array} content */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
