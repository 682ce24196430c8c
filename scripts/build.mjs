/**
 * Builds dist/rostrum/: the program as a few bundled files, because a program that starts in a hundred small files
 * takes twice as long to start, and the browser's side of the deck. What is bundled is listed with its licence.
 */

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { leanReveal } from './lean-reveal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = join(root, 'dist', 'rostrum');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Handlebars uses source-map only for maps of precompiled templates, and has its own way where it is missing. */
const withoutSourceMap = {
  name: 'without-source-map',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^source-map$/ }, () => ({ path: 'source-map', namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** mermaid asks for KaTeX only where a label holds a formula in HTML, and no label of a deck is HTML. */
const withoutKatex = {
  name: 'without-katex',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^katex$/ }, () => ({ path: 'katex', namespace: 'empty' }));
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }));
  },
};

/** Of mermaid's types of diagram those that src/client/diagrams/config.ts names; the others would be half of the bundle. */
const DIAGRAMS =
  /\/(?:flow|sequence|class|state|er|gantt|pie|mindmap|timeline|gitGraph|quadrant|xychart|journey)(?:Diagram|-definition)(?:-v2)?-\w+\.mjs$/;
const withoutOtherDiagrams = {
  name: 'without-other-diagrams',
  setup({ onResolve }) {
    onResolve({ filter: /\/chunks\/mermaid\.core\// }, ({ kind, path, importer }) => {
      const isType = kind === 'dynamic-import' && /[/\\]mermaid\.core\.mjs$/.test(importer);
      return isType && !DIAGRAMS.test(path) ? { path, namespace: 'empty' } : undefined;
    });
    onResolve({ filter: /\/swimlanes-\w+\.mjs$/ }, ({ path }) => ({ path, namespace: 'empty' }));
  },
};

const common = { absWorkingDir: root, bundle: true, metafile: true, logLevel: 'warning', legalComments: 'none' };

rmSync(outdir, { recursive: true, force: true });
const program = await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  outdir,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
  plugins: [withoutSourceMap],
  // CommonJS packages in the bundle still ask for Node's own modules by require.
  banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
});
const client = await build({
  ...common,
  entryPoints: [
    ...['head.ts', 'deck.ts', 'deck.css', 'slides.css'].map((name) => `src/client/${name}`),
    ...['projector.ts', 'projector.css', 'speaker.ts', 'speaker.css', 'preview.css'].map(
      (name) => `src/client/speaker/${name}`,
    ),
    ...['page.css', 'tree.css'].map((name) => `src/client/gallery/${name}`),
    ...contents(),
  ],
  outbase: 'src/client',
  outdir: join(outdir, 'client'),
  format: 'iife',
  target: 'es2022',
  minify: true,
  plugins: [leanReveal(root)],
});
const diagrams = await build({
  ...common,
  entryPoints: { diagrams: 'src/client/diagrams/draw.ts', fit: 'src/client/fit/fit.ts' },
  outdir: join(outdir, 'client'),
  format: 'iife',
  // It runs in the browser that prints, and in no other.
  target: 'es2022',
  minify: true,
  plugins: [withoutKatex, withoutOtherDiagrams],
});
copyKatex();
copyFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), join(outdir, 'axe.min.js'));
await writeSchemas();
writeFileSync(join(outdir, 'LICENSES.txt'), licences([program, client, diagrams], ['node_modules/axe-core']));

/** The kinds of content that a person can work with: a script each, and CSS beside it. */
function contents() {
  const folder = join(root, 'src', 'client', 'contents');
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => `src/client/contents/${name}`);
}

/** KaTeX's CSS and fonts, of which a deck is given what its formulas use. */
function copyKatex() {
  const source = join(root, 'node_modules', 'katex', 'dist');
  mkdirSync(join(outdir, 'katex', 'fonts'), { recursive: true });
  copyFileSync(join(source, 'katex.min.css'), join(outdir, 'katex', 'katex.min.css'));
  for (const name of readdirSync(join(source, 'fonts')).filter((file) => file.endsWith('.woff2'))) {
    copyFileSync(join(source, 'fonts', name), join(outdir, 'katex', 'fonts', name));
  }
}

/** JSON schemas for editors, which the program's own code makes. */
async function writeSchemas() {
  const folder = join(outdir, 'schemas');
  const maker = join(folder, 'make.mjs');
  await build({
    ...common,
    entryPoints: ['scripts/schemas.ts'],
    outfile: maker,
    format: 'esm',
    platform: 'node',
    external: Object.keys(dependencies),
    plugins: [withoutSourceMap],
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
  });
  const { schemaFiles } = await import(pathToFileURL(maker).href);
  rmSync(maker);
  for (const [path, schema] of schemaFiles((page) => readFileSync(join(root, page), 'utf8'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/** The licence of every package of which something is in the bundles, or which is `copied`, by name. */
function licences(results, copied) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  // A package may have another version of one within it.
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return [...new Set([...new Set([...folders, ...copied])].map(licenceOf))].sort().join('\n\n');
}

function licenceOf(path) {
  const folder = join(root, path);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : license;
  return `${name} ${version}\n${'-'.repeat(name.length + version.length + 1)}\n${text}\n`;
}
