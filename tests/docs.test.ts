import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { prepareTalk } from '../src/commands/prepare.ts';
import { drawSlides } from '../src/deck/slides.ts';
import { outlineFields } from '../src/outline/outline.ts';
import { talkSchema } from '../src/talk/fields.ts';
import { FIELD_KINDS } from '../src/text/declared-layouts.ts';
import { layoutNames } from '../src/view/contract.ts';
import { type CodeBlock, firstColumn, type Page, ROOT, readPage, tableUnder } from './docs/pages.ts';
import { type Run, Shell, wrongWithNpm } from './docs/shell.ts';

const docs = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const paths = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'templates/README.md'];
const pages = [...paths, ...docs.map((name) => `docs/${name}`)].map(readPage);

const shells: Shell[] = [];
function openShell(): Shell {
  const shell = new Shell();
  shells.push(shell);
  return shell;
}
afterAll(() => {
  for (const shell of shells) shell.remove();
});

function page(path: string): Page {
  const found = pages.find((one) => one.path === path);
  if (!found) throw new Error(`there is no page ${path}`);
  return found;
}

function blocksOf({ blocks }: Page, language: string): readonly CodeBlock[] {
  return blocks.filter((block) => block.language === language);
}

/** A talk that needs nothing but the example: its pictures, and an opening when it does not begin with one. */
function talkOf({ text, makes }: Pick<CodeBlock, 'text' | 'makes'>): Shell {
  const shell = openShell();
  const pictures = [...text.matchAll(/\]\((media\/[\w.-]+)/g)].map(([, path]) => [`slides/${path}`, '<svg/>']);
  const opening = makes[0] === 'title' ? {} : { 'slides/00-opening.md': '# An opening\n' };
  const named = {
    'slides/talk.yaml': 'title: Lights\nspeaker: Ada Marlowe\n',
    'slides/media/sea.svg': '<svg/>',
    'slides/media/lamp.ts': 'const a = 1;\nconst b = 2;\nconst c = 3;\nconst d = 4;\nconst e = 5;\n',
    'slides/media/lamp.mmd': 'stateDiagram-v2\n  direction LR\n  Dark --> Lit : dusk\n  Lit --> Dark : dawn\n',
    'slides/media/film.vtt': 'WEBVTT\n',
    'slides/parts/thanks.md': '## Safe home {.closing}\n',
  };
  shell.write({ ...named, ...opening, 'slides/01-example.md': `${text}\n`, ...Object.fromEntries(pictures) });
  return shell;
}

/** What a talk comes to, by the program's own line up to the drawn slides. Rejects when it has errors. */
async function draw(shell: Shell, path: string) {
  const context = { host: shell.host(), version: '', say: () => {}, progress: () => {}, lap: () => {} };
  const { view, templates, findings } = await prepareTalk(context, { talk: path });
  const slides = drawSlides(view, templates);
  return { layouts: slides.map(({ layout }) => layout), html: slides.map(({ html }) => html), findings };
}

const helps = new Map<string, Promise<Run>>();
/** What `rostrum COMMAND --help` says; each command is asked once. */
function helpOf(command: string): Promise<Run> {
  const words = [...command.split(' ').filter((word) => word !== ''), '--help'];
  const help = helps.get(command) ?? openShell().rostrum(words);
  helps.set(command, help);
  return help;
}

/** The commands that the help of the program, or of a group, names. */
async function commandsOf(group: string): Promise<readonly string[]> {
  const { out } = await helpOf(group);
  const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  return names.filter((name) => name !== 'help');
}

describe('commands', () => {
  // The walk through docs/themes.md is taken by a test of its own, which writes its files too.
  const withCommands = pages.filter((one) => one.path !== 'docs/themes.md' && blocksOf(one, 'sh').length > 0);

  // npm's own commands are only compared with package.json: to install and pack is what a clone does before any test.
  test.concurrent.each(withCommands)(
    'of $path can be given in their order, in a folder that holds a deck for another tool and a theme from a package',
    async (one) => {
      const shell = openShell();
      const deck = blocksOf(page('docs/migrating.md'), 'markdown')[0]?.text ?? '';
      shell.write({ 'deck.md': deck, 'node_modules/@acme/theme/theme.yaml': 'name: acme\n' });
      for (const line of blocksOf(one, 'sh').flatMap(({ text }) => text.split('\n'))) {
        expect(await shell.follow(line)).toBe('');
      }
    },
    240_000,
  );

  test('in the text of a page exist, with their options', async () => {
    const named = new Set<string>();
    for (const { path, inlineCode } of pages) {
      for (const code of inlineCode) {
        const [, words = ''] = /^(?:npx )?rostrum ([a-z].*)/.exec(code) ?? [];
        const command = /^(?:theme [a-z]+|[a-z]+)/.exec(words)?.[0];
        if (command === undefined) continue;
        named.add(command);
        const help = await helpOf(command);
        expect(help.code, `${path}: ${code}`).toBe(0);
        for (const option of words.match(/--[a-z-]+/g) ?? []) expect(help.out, `${path}: ${code}`).toContain(option);
      }
    }
    expect([...named].sort()).toEqual([
      'browser',
      'build',
      'new',
      'print',
      'theme check',
      'theme eject',
      'theme gallery',
      'theme list',
      'theme new',
      'theme show',
      'theme trust',
    ]);
  });

  test('of npm in the text of a page are scripts of the package', () => {
    const words = pages.flatMap(({ inlineCode }) => inlineCode.filter((code) => /^npm [a-z]/.test(code)));
    expect(words.map((code) => wrongWithNpm(code.split(' ').slice(1))).filter((wrong) => wrong !== '')).toEqual([]);
  });

  test('and their options are all on the page of commands', async () => {
    const { headings } = page('docs/commands.md');
    const source = readFileSync(join(ROOT, 'docs/commands.md'), 'utf8');
    const listed = headings.filter(({ text }) => text.startsWith('rostrum ')).map(({ text }) => text.slice(8));
    const known = await Promise.all(
      (await commandsOf('')).map(async (command) =>
        command === 'theme' ? (await commandsOf('theme')).map((inner) => `theme ${inner}`) : command,
      ),
    );
    expect(listed).toEqual(known.flat());
    for (const command of listed) {
      const section = source.split('\n## ').find((part) => part.startsWith(`rostrum ${command}\n`)) ?? '';
      const help = await helpOf(command);
      const options = [...help.out.matchAll(/^ {2}(?:-\w, )?(--[a-z]+)/gm)].map(([, option = '']) => option);
      for (const option of options) if (option !== '--help') expect(section, command).toContain(option);
    }
  });
});

describe('examples', () => {
  const outlines = ['README.md', 'docs/outlines.md', 'docs/layouts.md', 'docs/interactive.md'].flatMap((path) =>
    blocksOf(page(path), 'markdown').map((block) => ({ path, ...block })),
  );

  test.each(outlines)('$path:$line makes the slides that it says', async ({ path, text, makes }) => {
    const isWhole = makes[0] === 'title' || text.startsWith('# Lights and marks');
    const { layouts, findings } = await draw(talkOf({ text, makes: isWhole ? ['title'] : makes }), '.');
    expect(findings).toEqual([]);
    if (path !== 'README.md') expect(isWhole ? layouts : layouts.slice(1)).toEqual(makes);
  });

  test('of layouts stand under the name of their layout, each layout once', () => {
    const { headings, prose } = page('docs/layouts.md');
    const names = headings.filter(({ depth }) => depth === 2).map(({ text }) => text);
    const others = ['How large things are', 'A layout of your own'];
    expect(names.filter((name) => !others.includes(name))).toEqual(layoutNames);
    for (const { heading, makes } of blocksOf(page('docs/layouts.md'), 'markdown')) {
      expect(makes.length).toBeGreaterThan(0);
      expect(makes.filter((name) => name !== heading)).toEqual([]);
    }
    for (const name of layoutNames) expect(prose).toContain(`[${name}](#${name})`);
  });

  test('of a layout of your own is drawn with all its fields', async () => {
    const shell = openShell();
    const text = (language: string) => `${blocksOf(page('docs/own-layouts.md'), language)[0]?.text}\n`;
    shell.write({
      'slides/00.md': '# Keepers\n',
      'slides/01.md': text('markdown'),
      'slides/media/nell.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
      'templates/layouts/profile.yaml': text('yaml'),
      'templates/layouts/profile.hbs': text('handlebars'),
      'templates/theme.css': text('css'),
    });
    const { layouts, html, findings } = await draw(shell, '.');
    expect(findings).toEqual([]);
    expect(layouts).toEqual(['title', 'profile']);
    const seen = html[1]?.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') ?? '';
    for (const words of [
      'Keeper of the rock, born 1842 (retired)',
      'After a print',
      'in every weather',
      'no light',
      'still there',
    ]) {
      expect(seen).toContain(words);
    }
    const kinds = firstColumn(page('docs/own-layouts.md'), 'What a layout declares');
    expect(kinds).toEqual(FIELD_KINDS);
    expect([...text('yaml').matchAll(/type: (\w+)/g)].map(([, kind]) => kind).sort()).toEqual([...FIELD_KINDS].sort());
  });

  test('of a talk in one file builds', async () => {
    const [block] = blocksOf(page('docs/talk.md'), 'markdown');
    const shell = openShell();
    shell.write({ 'tides.md': `${block?.text}\n` });
    const { layouts, findings } = await draw(shell, 'tides.md');
    expect(findings).toEqual([]);
    expect(layouts).toEqual(block?.makes);
  });

  test('of talk.yaml has every field, as its table has', async () => {
    const [block] = blocksOf(page('docs/talk.md'), 'yaml');
    const shell = openShell();
    const files = {
      'slides/article.md': 'Text',
      'slides/media/share.png': 'picture',
      'slides/00.md': '# An opening\n',
    };
    shell.write({ ...files, 'slides/talk.yaml': `${block?.text}\n` });
    expect((await draw(shell, '.')).findings).toEqual([]);
    const fields = Object.keys(talkSchema.entries).sort();
    expect([...(block?.text ?? '').matchAll(/^\w+(?=:)/gm)].map(([name]) => name).sort()).toEqual(fields);
    expect([...firstColumn(page('docs/talk.md'), 'Fields')].sort()).toEqual(fields);
  });

  test('of a house style builds, with a layout that shows its logo', async () => {
    const brand = blocksOf(page('docs/branding.md'), 'yaml').find(({ text }) => text.startsWith('name:'));
    const [layout] = blocksOf(page('docs/branding.md'), 'handlebars');
    const shell = openShell();
    const face = '@font-face { font-family: Acme; font-style: normal; font-weight: 400; src: url(./a.woff2); }';
    const faces = ['sans/400', 'sans/500', 'sans/600', 'mono/400'].map((name) => [
      `node_modules/@acme/${name}.css`,
      face,
    ]);
    shell.write({
      'slides/00.md': '# Lights\n\n# A part\n\nThe lamp.\n',
      'templates/brand.yaml': `${brand?.text}\n`,
      'templates/assets/logo.svg': '<svg/>',
      'templates/assets/logo-white.svg': '<svg/>',
      'templates/layouts/section.hbs': `${layout?.text}\n`,
      ...Object.fromEntries(faces),
    });
    const { code, errors } = await shell.rostrum(['build']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const [, section = ''] = readFileSync(shell.host().resolve('dist/deck/index.html'), 'utf8').split(
      'class="slide slide-section ',
    );
    expect(section).toMatch(
      /^density-\w+">\s*<img [^>]*class="logo logo-light" src="assets\/logo-[^"]*" alt="Acme Harbours">/,
    );
    expect(section).toContain('<p>The lamp.</p>');
  });

  test('of a deck for another tool becomes the outline that is shown, and is said what is lost', async () => {
    const [deck, outline] = blocksOf(page('docs/migrating.md'), 'markdown');
    const [said] = blocksOf(page('docs/migrating.md'), 'text');
    const shell = openShell();
    shell.write({ 'deck.md': `${deck?.text}\n` });
    const { errors } = await shell.rostrum(['new', 'my-talk', '--from', 'deck.md']);
    expect(readFileSync(shell.host().resolve('my-talk/slides/00-opening.md'), 'utf8')).toBe(`${outline?.text}\n`);
    expect(errors).toBe(`${said?.text}\n\n1 warning\n`);
  });

  test('of front matter has the fields of an outline', () => {
    expect(firstColumn(page('docs/outlines.md'), 'Front matter')).toEqual(Object.keys(outlineFields));
  });

  test('of an error is what the program says', async () => {
    const [outline] = blocksOf(page('docs/errors.md'), 'markdown');
    const [said] = blocksOf(page('docs/errors.md'), 'text');
    const shell = openShell();
    shell.write({ 'slides/01-watches.md': `${outline?.text}\n`, 'slides/media/lamp.png': 'picture' });
    const { code, errors } = await shell.rostrum(['build']);
    expect(errors.trim()).toBe(said?.text);
    expect(code).toBe(1);
  });
});

describe('the object of --json', () => {
  const [build, finding, browser, themes, shown, ejected, started, _gallery, trusted, checked] = blocksOf(
    page('docs/json.md'),
    'json',
  ).map(({ text }) => JSON.parse(text));

  /** The names in an object, outer before inner, as paths; of a list those of its first item. */
  function namesIn(value: unknown, path = ''): readonly string[] {
    if (Array.isArray(value)) return namesIn(value[0], `${path}[]`);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => [`${path}.${name}`, ...namesIn(inner, `${path}.${name}`)]);
  }

  test('has the fields of the page after a build, with findings too', async () => {
    const shell = openShell();
    await shell.rostrum(['new', 'my-talk']);
    const built = JSON.parse((await shell.rostrum(['build', 'my-talk', '--json'])).out);
    expect(namesIn(built)).toEqual(namesIn(build));
    expect({ ...built, milliseconds: {} }).toEqual({ ...build, milliseconds: {} });
    shell.write({ 'my-talk/slides/03-more.md': '## The road {.timelime}\n\nA stone.\n\n![](media/path.svg)\n' });
    const failed = JSON.parse((await shell.rostrum(['build', 'my-talk', '--json'])).out);
    expect(failed.findings).toEqual(finding.findings);
    expect(namesIn(failed)).toEqual(namesIn(finding));
  });

  test('has the fields of the page for the browser and the themes', async () => {
    const shell = openShell();
    const found = await shell.rostrum(['browser', '--json'], { ROSTRUM_BROWSER: process.execPath });
    expect(namesIn(JSON.parse(found.out))).toEqual(namesIn(browser));
    const listed = JSON.parse((await shell.rostrum(['theme', 'list', '--json'])).out);
    expect(namesIn(listed)).toEqual(namesIn(themes));
    expect(listed.themes[0].about).toBe(themes.themes[0].about);
    shell.write({ 'node_modules/@acme/theme/theme.yaml': 'name: acme\n' });
    const kept = await shell.rostrum(['theme', 'trust', '@acme/theme', '--json']);
    expect(namesIn(JSON.parse(kept.out))).toEqual(namesIn(trusted));
  });

  test('has the fields of the page when a theme is shown, copied from and started', async () => {
    const shell = openShell();
    shell.write({ 'slides/00.md': '# An opening\n' });
    const show = JSON.parse((await shell.rostrum(['theme', 'show', '--json'])).out);
    expect(namesIn(show)).toEqual(namesIn(shown));
    for (const field of ['theme', 'tokens', 'fonts']) {
      const first = (object: Record<string, unknown>) => [object[field]].flat()[0];
      expect(first(show)).toEqual(first(shown));
    }
    const eject = JSON.parse((await shell.rostrum(['theme', 'eject', 'timeline', '--json'])).out);
    expect({ ...eject, milliseconds: namesIn(eject.milliseconds) }).toEqual({
      ...ejected,
      milliseconds: namesIn(ejected.milliseconds),
    });
    const start = JSON.parse((await shell.rostrum(['theme', 'new', 'harbour', '--json'])).out);
    expect({ ...start, milliseconds: namesIn(start.milliseconds) }).toEqual({
      ...started,
      milliseconds: namesIn(started.milliseconds),
    });
  });

  test('has the fields of the page when a theme is checked', async () => {
    const words = ['theme', 'check', 'base', '--content', 'short', '--json'];
    const object = JSON.parse((await openShell().rostrum(words)).out);
    expect(namesIn(object)).toEqual(namesIn(checked));
    expect({ ...object, layouts: object.layouts.slice(0, 1), milliseconds: {} }).toEqual({
      ...checked,
      milliseconds: {},
    });
  }, 120_000);
});

describe('pages', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );

  test.each(pages)('$path links to files and headings that exist', ({ path, links }) => {
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    const broken = local.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !readPage(target).headings.some((heading) => heading.anchor === anchor);
    });
    expect(broken).toEqual([]);
  });

  test('of the folder docs are all linked from the README', () => {
    const { links } = page('README.md');
    expect(docs.map((name) => `docs/${name}`).filter((path) => !links.includes(path))).toEqual([]);
  });

  test('have small pictures', () => {
    const pictures = readdirSync(join(ROOT, 'docs/pictures'));
    expect(pictures.filter((name) => statSync(join(ROOT, 'docs/pictures', name)).size > 200_000)).toEqual([]);
  });

  test('have every rule that the program knows, and no other', () => {
    const rules = sources.flatMap((path) => {
      const found = readFileSync(join(ROOT, 'src', path), 'utf8').matchAll(/\brule: '([a-z0-9-]+)'/g);
      return [...found].map(([, rule = '']) => rule);
    });
    const documented = page('docs/errors.md').headings.filter(({ depth }) => depth === 3);
    expect(documented.map(({ text }) => text).sort()).toEqual([...new Set(rules)].sort());
  });

  test('have every room of src, which imports what the table says and nothing else', () => {
    const rows = tableUnder(page('ARCHITECTURE.md').prose, 'The rooms of `src/`');
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = rows.map(([room = '']) => room.replace(/[`/]/g, ''));
    expect([...names].sort()).toEqual(rooms.map(({ name }) => name).sort());
    const allowed = new Map(
      names.map((name, index) => {
        const cell = rows[index]?.[2] ?? '';
        return [name, cell === 'all' ? names : [...cell.matchAll(/`(\w+)`/g)].map(([, room = '']) => room)];
      }),
    );
    const roomOf = (path: string): string => path.split(/[/\\]/)[0] ?? '';
    const forbidden = sources
      .filter((path) => path !== 'cli.ts')
      .flatMap((path) =>
        importsOf(path)
          .filter((target) => roomOf(target) !== roomOf(path) && !allowed.get(roomOf(path))?.includes(roomOf(target)))
          .map((target) => `${path} imports ${target}`),
      );
    expect(forbidden).toEqual([]);
  });

  /** The files of `src/` that one of them imports, relative to `src/`. */
  function importsOf(path: string): readonly string[] {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    const targets = [...text.matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(([, target = '']) => target);
    return targets.map((target) => relative(join(ROOT, 'src'), join(ROOT, 'src', dirname(path), target)));
  }
});
