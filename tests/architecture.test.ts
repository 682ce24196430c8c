import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** The rooms of the source, and the rooms that each may import beside itself. Data goes right, imports go left. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  io: ['text'],
  markdown: ['text'],
  outline: ['text', 'markdown'],
  talk: ['text', 'markdown', 'outline'],
  typeset: ['text', 'markdown'],
  view: ['text', 'markdown', 'outline', 'talk'],
  theme: ['text', 'view'],
  deck: ['text', 'view', 'theme'],
  print: ['text', 'view'],
  migrate: ['text', 'markdown', 'talk'],
  check: ['text', 'view', 'theme', 'print'],
  commands: [
    'text',
    'io',
    'markdown',
    'outline',
    'talk',
    'typeset',
    'view',
    'theme',
    'deck',
    'print',
    'migrate',
    'check',
  ],
  client: [],
};
/** The program itself stands in no room, and puts them together. */
const PROGRAM = 'cli.ts';

/** What only some rooms, or single files, may import. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  // A browser that is started has a folder of its own for as long as it runs, and one that is downloaded may be broken.
  'node:fs': ['io', 'print/profile-folder.ts', 'print/download-browser.ts'],
  'node:child_process': ['print'],
  puppeteer: ['print'],
  // It is for browsers only, and large.
  mermaid: ['client'],
};
/** Who may name the process: beside the program those that leave nothing behind however it ends. */
const NAME_PROCESS = [PROGRAM, 'io/write.ts', 'print/browser-process.ts', 'print/profile-folder.ts'];

interface SourceFile {
  /** Relative to `src/`, with `/`. */
  readonly path: string;
  readonly room: string;
  readonly code: string;
  /** What it imports, as written. */
  readonly imports: readonly string[];
}

function readSource(file: string): SourceFile {
  const path = relative(SRC, file).replaceAll('\\', '/');
  const code = readFileSync(file, 'utf8');
  const statements = code.matchAll(
    /^(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*['`]([^'`]+)['`]/gm,
  );
  const imports = [...statements].map(([, from, bare, late]) => from ?? bare ?? late ?? '');
  return { path, room: path.includes('/') ? (path.split('/')[0] ?? '') : '', code, imports };
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => readSource(join(entry.parentPath, entry.name)));

/** The room that an import leads to: '' for the program, `null` for a package or a file outside `src/`. */
function roomOf({ path }: SourceFile, imported: string): string | null {
  if (!imported.startsWith('.')) return null;
  const target = relative(SRC, resolve(SRC, dirname(path), imported)).replaceAll('\\', '/');
  if (target.startsWith('..')) return null;
  return target.includes('/') ? (target.split('/')[0] ?? '') : '';
}

/** The package, or module of Node, that an import names. */
function packageOf(imported: string): string {
  if (imported.startsWith('node:')) return imported.replace(/(?<=^node:\w+)\/.*$/, '');
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('every file', () => {
  test('stands in a room, or is the program', () => {
    const rooms = new Set(files.map(({ room, path }) => (room === '' ? path : room)));
    expect([...rooms].sort()).toEqual([...Object.keys(ROOMS), PROGRAM].sort());
  });

  test.each(Object.keys(ROOMS))('in %s imports only from the rooms that it may', (room) => {
    const allowed = [room, ...(ROOMS[room] ?? [])];
    const wrong = files
      .filter((file) => file.room === room)
      .flatMap((file) =>
        file.imports
          .filter((imported) => {
            const target = roomOf(file, imported);
            return target !== null && !allowed.includes(target);
          })
          .map((imported) => `${file.path} imports ${imported}`),
      );
    expect(wrong).toEqual([]);
  });

  test('imports no file outside of src but the facts of the package', () => {
    const outside = files.flatMap((file) =>
      file.imports
        .filter((imported) => imported.startsWith('.') && roomOf(file, imported) === null)
        .map((imported) => `${file.path} imports ${imported}`),
    );
    expect(outside).toEqual([`${PROGRAM} imports ../package.json`]);
  });

  test('imports files with their endings, so that what is named is what is there', () => {
    const own = files.flatMap(({ imports }) => imports.filter((imported) => imported.startsWith('.')));
    expect(own.filter((imported) => !/\.(?:ts|json)$/.test(imported))).toEqual([]);
    expect(own.length).toBeGreaterThan(100);
  });
});

describe('what only some may touch', () => {
  test.each(Object.entries(KEPT))('is %s, in %s', (name, rooms) => {
    const users = files.filter(({ imports }) => imports.some((imported) => packageOf(imported) === name));
    expect(
      users.filter(({ room, path }) => !rooms.includes(room) && !rooms.includes(path)).map(({ path }) => path),
    ).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  test('is the process, in the program and where browsers are ended', () => {
    const users = files.filter(({ code }) => /(?<![#.\w])process\.\w/.test(withoutTexts(code)));
    expect(users.map(({ path }) => path).sort()).toEqual([...NAME_PROCESS].sort());
  });

  test('is the clock and chance: a talk gives the same bytes every time', () => {
    const line = ['text', 'markdown', 'outline', 'talk', 'view', 'theme', 'deck'];
    const users = files.filter(
      ({ room, code }) =>
        line.includes(room) && /Date\.now|new Date\(\)|performance\.|Math\.random|randomBytes|randomUUID/.test(code),
    );
    expect(users.map(({ path }) => path)).toEqual([]);
  });
});

/** Code without comments and texts. */
function withoutTexts(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'/g, '');
}

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8'));

  test('that are imported are named in package.json', () => {
    const used = new Set(
      files.flatMap(({ imports }) =>
        imports.filter((imported) => /^[@\w]/.test(imported) && !imported.startsWith('node:')).map(packageOf),
      ),
    );
    const named = { ...dependencies, ...devDependencies };
    const isNamed = (name: string) => Object.hasOwn(named, name) || Object.hasOwn(named, `@types/${name}`);
    expect([...used].filter((name) => !isNamed(name))).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test('sees every way to write one', () => {
    const code = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  type D,\n} from './c.ts';",
      "import './d.ts';",
      "export { e } from './e.ts';",
      "const f = await import('./f.ts');",
      'const g = import(`./g/x.ts`);',
    ].join('\n');
    const found = [
      ...code.matchAll(
        /^(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*['`]([^'`]+)['`]/gm,
      ),
    ];
    expect(found.map(([, from, bare, late]) => from ?? bare ?? late)).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
      './f.ts',
      './g/x.ts',
    ]);
  });
});
