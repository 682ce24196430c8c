import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type CodeBlock, ROOT, readPage } from './pages.ts';
import { Shell } from './shell.ts';

const WALK = ['Change the footer', 'Add a layout of your own', 'Make a theme'];
const shell = new Shell();
afterAll(() => shell.remove());

const lines = readFileSync(join(ROOT, 'docs/themes.md'), 'utf8').split('\n');
const blocks = readPage('docs/themes.md').blocks.filter(({ heading }) => WALK.includes(heading));

/** The file that the sentence before a block says to write; '' for a block that is only shown. */
function fileOf({ line }: CodeBlock): string {
  const before = lines.slice(0, line - 1).join('\n');
  const paragraph = before.trimEnd().split('\n\n').at(-1) ?? '';
  return /`(my-talk\/[\w./-]+)`[^`]*:$/.exec(paragraph)?.[1] ?? '';
}

/** Does what a block says: writes its file, changes the one line of it that is there already, or gives its commands. */
async function follow(block: CodeBlock): Promise<void> {
  if (block.language === 'sh') {
    for (const line of block.text.split('\n')) expect(await shell.follow(line)).toBe('');
    return;
  }
  const file = fileOf(block);
  if (file === '') return;
  const [, field = ''] = /^(\w+): [^\n]*$/.exec(block.text) ?? [];
  const old = field === '' ? '' : readFileSync(join(shell.folder, file), 'utf8');
  const text = field === '' ? block.text : old.replace(new RegExp(`^${field}:.*$`, 'm'), block.text);
  shell.write({ [file]: `${text}\n` });
}

const deck = (): string => readFileSync(join(shell.folder, 'my-talk/dist/deck/index.html'), 'utf8');

test('docs/themes.md can be followed word by word, from an empty folder to a theme', async () => {
  for (const block of blocks) await follow(block);
  const page = deck();
  const [, last = ''] = /<span>1 \/ (\d+)<\/span>/.exec(page) ?? /<span>2 \/ (\d+)<\/span>/.exec(page) ?? [];
  expect(Number(last)).toBe(page.match(/<section id=/g)?.length);
  expect(page).toMatch(/<p class="role">Keeper of the rock<\/p>[\s\S]*<li data-step="1">Brought <strong>eighteen/);
  for (const css of ['.person .role', '.foot { color: var(--color-accent-text); }', 'font-style: italic']) {
    expect(page).toContain(css);
  }
  expect(page).toContain('--color-ground:#3b2a63;');
  expect(blocks.filter((block) => fileOf(block) !== '')).toHaveLength(9);
}, 240_000);

test('docs/themes.md says what happens when a field that is needed is left out', async () => {
  const outline = join(shell.folder, 'my-talk/slides/03-people.md');
  const text = readFileSync(outline, 'utf8');
  shell.write({ 'my-talk/slides/03-people.md': text.replace(' role="Keeper of the rock"', '') });
  const { code, errors } = await shell.rostrum(['build', 'my-talk']);
  expect([code, errors]).toEqual([1, expect.stringMatching(/03-people\.md:3:\d+: error: .*role.*\(layout-needs\)/)]);
});
