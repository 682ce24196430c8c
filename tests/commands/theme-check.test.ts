import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SampleTalkForm } from '../../src/check/samples.ts';
import type { Context } from '../../src/commands/context.ts';
import { themeCheck } from '../../src/commands/theme-check.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { type Finding, Stop } from '../../src/text/finding.ts';
import { positionAt } from '../../src/text/source.ts';
import { layoutNames } from '../../src/view/contract.ts';
import { thisMachine } from '../print/samples.ts';
import { Folders, rostrum } from './program.ts';

const folders = new Folders();
afterAll(() => folders.removeAll());

/** One form of each kind of question that a theme is asked; all of them take a minute. */
const SOME: readonly SampleTalkForm[] = [
  { kind: 'long', size: '4:3', scheme: 'light' },
  { kind: 'right-to-left', size: '16:9', scheme: 'dark' },
  { kind: 'missing', size: '16:9', scheme: 'light' },
];
const SHORT: readonly SampleTalkForm[] = [{ kind: 'short', size: '16:9', scheme: 'light' }];
const LONG: readonly SampleTalkForm[] = [{ kind: 'long', size: '16:9', scheme: 'light' }];

/** A folder with a talk whose theme `mine` has these files. */
function talkWith(files: Readonly<Record<string, string>>): string {
  const folder = folders.make();
  const own = Object.entries(files).map(([name, text]) => [`templates/mine/${name}`, text]);
  const all: Readonly<Record<string, string>> = {
    'slides/talk.yaml': 'theme: mine\n',
    'slides/00.md': '# A talk\n',
    'templates/mine/theme.yaml': 'name: mine\nextends: base\n',
    ...Object.fromEntries(own),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function contextIn(folder: string): Context {
  const host = createDiskHost({ ...thisMachine(), folder });
  return { host, version: '', say: () => {}, progress: () => {}, lap: () => {} };
}

function shown({ rule, span }: Finding): string {
  const { line, column } = span ? positionAt(span.source, span.start) : { line: 0, column: 0 };
  return `${span?.source.path.replace(/^.*(?=base\/)/, '')}:${line}:${column} ${rule}`;
}

/** What is found in the theme of a talk. */
async function check(files: Readonly<Record<string, string>>, forms: readonly SampleTalkForm[]) {
  const { findings } = await themeCheck(contextIn(talkWith(files)), { name: undefined, talk: '.' }, forms);
  return { findings, places: findings.map(shown) };
}

const layout = (name: string, inside: string): string =>
  `<div class="slide slide-${name} density-{{slide.density}}">\n  {{> heading}}\n  ${inside}\n  {{> foot}}\n</div>\n`;

describe('a theme that is broken', () => {
  test('in its type says which layout does not hold what it must', async () => {
    const { findings, places } = await check({ 'theme.css': '.slide-table .table { font-size: 60px }' }, LONG);
    expect(places).toEqual(['base/layouts/table.hbs:5:17 layout-overflow']);
    expect(findings[0]?.message).toMatch(
      / stands \d+ px over the bottom edge of its room \("table", long content, 16:9, /,
    );
  });

  test('in its colours says which text, and which token', async () => {
    const theme = 'name: mine\nextends: base\ntokens:\n  color: { pale: "#b0b0b0" }\n';
    const layouts = layout(
      'quote',
      '<div class="main faint">{{slide.quote}}{{slide.speaker}}{{slide.role}}{{> lead}}{{> body}}</div>',
    );
    const files = {
      'theme.yaml': theme,
      'theme.css': '.faint { color: var(--color-pale) }',
      'layouts/quote.hbs': layouts,
    };
    const { findings, places } = await check(files, SHORT);
    expect(places).toEqual(['templates/mine/layouts/quote.hbs:3:15 layout-contrast']);
    const contrast = findings.find(({ rule }) => rule === 'layout-contrast');
    expect(contrast?.message).toContain('has a contrast of 2.1:1 with what it stands on, instead of 4.5:1');
    expect(contrast?.hint).toContain('the token color.pale');
  });

  test('in what it shows says what is lost, and what cannot be seen', async () => {
    const files = {
      'layouts/points.hbs': layout('points', '<div class="main">{{> lead}}</div>'),
      'theme.css': '.slide-closing .body { display: none }',
    };
    expect((await check(files, SHORT)).places).toEqual([
      'base/layouts/closing.hbs:3:15 layout-hides-text',
      'templates/mine/layouts/points.hbs:1:1 layout-loses-text',
    ]);
  });

  test('on paper says which print is at fault', async () => {
    const { findings, places } = await check({ 'print.css': '.no-notes { color: #999999 }' }, SHORT);
    expect(places).toEqual(['base/prints/notes.hbs:10:53 layout-contrast']);
    expect(findings[0]?.message).toContain('("notes", short content, 16:9, light, notes)');
  });

  test('for who cannot see it says which rule of axe it breaks', async () => {
    const picture = '<span class="logo" role="img"><svg width="9" height="9"><circle r="9"/></svg></span>';
    const { places } = await check(
      { 'layouts/points.hbs': layout('points', `<div class="main">{{> body}}${picture}</div>`) },
      SHORT,
    );
    expect(places).toEqual(['templates/mine/layouts/points.hbs:3:44 layout-access']);
  });

  test.each([
    [
      'a name that does not exist',
      { 'layouts/points.hbs': '{{slide.bdy}}' },
      'templates/mine/layouts/points.hbs:1:3 unknown-name',
    ],
    [
      'a name on paper that does not exist',
      { 'prints/notes.hbs': '{{slidez}}' },
      'templates/mine/prints/notes.hbs:1:3 unknown-name',
    ],
    [
      'a template that cannot be read',
      { 'partials/foot.hbs': 'a\n{{#if}' },
      'templates/mine/partials/foot.hbs:2:1 template-syntax',
    ],
    [
      'a token that does not exist',
      { 'theme.css': 'p {\n  color: var(--color-inc);\n}' },
      'templates/mine/theme.css:2:10 unknown-token',
    ],
  ])('by %s is not drawn', async (_, files, expected) => {
    const error = await check(files, SHORT).catch((thrown: unknown) => thrown);
    expect(error instanceof Stop ? error.findings.map(shown) : error).toEqual([expected]);
  });
});

describe.each(['base', 'horizon'])('the theme %s', (name) => {
  test('passes', async () => {
    const outcome = await themeCheck(contextIn(folders.make()), { name, talk: '.' }, SOME);
    expect(outcome.findings.map(({ message }) => message)).toEqual([]);
    const { layouts } = outcome.extra as { readonly layouts: readonly { readonly name: string }[] };
    expect(layouts.map((one) => one.name).sort()).toEqual([...layoutNames].sort());
  }, 180_000);
});

test('a layout of the talk itself is drawn too', async () => {
  const folder = talkWith({});
  mkdirSync(join(folder, 'templates/layouts'));
  writeFileSync(join(folder, 'templates/layouts/gallery.hbs'), layout('gallery', '<div class="main"></div>'));
  const { findings } = await themeCheck(contextIn(folder), { name: 'base', talk: '.' }, SHORT);
  expect(findings.map(shown)).toEqual(['templates/layouts/gallery.hbs:1:1 layout-loses-text']);
});

test('a theme that does not exist ends the command with exit code 1, before a browser is looked for', async () => {
  const run = await rostrum(['theme', 'check', 'horizan'], folders.make(), { ROSTRUM_BROWSER: '/nowhere' });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('error: no theme is called "horizan" (unknown-theme)\n  hint: did you mean "horizon"?');
});
