import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readClient } from '../../src/commands/client-files.ts';
import type { Context } from '../../src/commands/context.ts';
import { prepareTalk } from '../../src/commands/prepare.ts';
import { printableTalk, renderKind } from '../../src/commands/print-pages.ts';
import { templateFacts } from '../../src/commands/theme-eject.ts';
import { renderDeck } from '../../src/deck/deck.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { overlayHost } from '../../src/io/overlay.ts';
import { NONE_DECLARED } from '../../src/text/declared-layouts.ts';
import { describeTheme, type FoundTemplate } from '../../src/theme/describe.ts';
import { ejectTemplate } from '../../src/theme/eject.ts';
import { EVERY_LAYOUT } from '../view/every-layout.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const builtIn = fileURLToPath(new URL('../../templates', import.meta.url));
const disk = createDiskHost({ folder, environment: {}, platform: 'linux', isRoot: false, home: '/' });

const TALK = disk.resolve('no-such-talk');
const PLACES = { own: disk.resolve(TALK, 'templates'), builtIn };
const NOTES = '\n\nNote:\nWhat is said.\n\n::: {.handout}\nFor the handout.\n:::\n\n## Thank you {.closing}\n';

/** The bytes of the deck of a talk in a theme, and of its papers, with files of its own. */
async function bytesOf(theme: string, own: Readonly<Record<string, string>>): Promise<string> {
  const files = {
    'slides/talk.yaml': `title: Lights\nsubtitle: And marks\nspeaker: Ada\nevent: A fair\ndate: 2025-01-19\ntheme: ${theme}\naddress: https://example.org/\n`,
    'slides/00.md': EVERY_LAYOUT + NOTES,
    'slides/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
    'templates/layouts/gallery.hbs': '<div class="slide">{{slide.body}}{{slide.lead}}</div>',
    ...own,
  };
  const host = overlayHost(
    disk,
    new Map(Object.entries(files).map(([path, text]) => [disk.resolve(TALK, path), new TextEncoder().encode(text)])),
  );
  const context: Context = { host, version: '', say: () => {}, progress: () => {}, lap: () => {} };
  const prepared = await prepareTalk(context, { talk: TALK, speaker: true });
  const facts = { ...prepared.talk, picture: '', version: '' };
  const deck = renderDeck(host, prepared, readClient(host), facts).value.files;
  const printable = await printableTalk(prepared, ['notes', 'handout', 'article']);
  const request = {
    paper: { name: 'A4', isLandscape: false },
    noteKinds: new Set(['speaker', 'handout'] as const),
    handout: { perSheet: 6, hasLines: false, hasNotes: true },
    steps: null,
  } as const;
  const papers = (['notes', 'handout', 'article'] as const).map((kind) =>
    renderKind(host, printable, request, kind).value.parts.join(''),
  );
  return [...Array.from(deck, ([path, bytes]) => `${path}\n${Buffer.from(bytes).toString('latin1')}`), ...papers].join(
    '\n',
  );
}

describe.each(['base', 'horizon'])('a deck and its papers in the theme %s are the same to the byte', (name) => {
  const theme = describeTheme(disk, PLACES, name, null).value;
  const templates = theme?.templates ?? [];
  let before = '';
  beforeAll(async () => {
    before = await bytesOf(name, {});
  });

  function ejected(template: FoundTemplate): { readonly path: string; readonly text: string } {
    if (theme === null) throw new Error(`there is no theme ${name}`);
    const text = ejectTemplate(disk, theme, template, templateFacts(NONE_DECLARED)).value ?? '';
    return { path: `templates/${template.kind}/${template.name}.hbs`, text };
  }

  test('when they draw all templates, each of which was ejected and changed', async () => {
    const changed = templates.map((template) => {
      const { path, text } = ejected(template);
      return [path, text.replace('\n--}}\n', `$&<!-- ${template.kind}/${template.name} -->`)] as const;
    });
    const bytes = await bytesOf(name, Object.fromEntries(changed));
    const drawn = templates.filter((template) => bytes.includes(`<!-- ${template.kind}/${template.name} -->`));
    expect(drawn).toEqual(templates);
  });

  test.each(templates)('after $name of $kind was ejected', async (template) => {
    const { path, text } = ejected(template);
    expect(text.startsWith(`{{!--\n  ${template.kind}/${template.name}.hbs: `)).toBe(true);
    expect((await bytesOf(name, { [path]: text })) === before).toBe(true);
  });

  test('after all of them were', async () => {
    const all = templates.map(ejected).map(({ path, text }) => [path, text] as const);
    expect(all.length).toBeGreaterThan(20);
    expect((await bytesOf(name, Object.fromEntries(all))) === before).toBe(true);
  });
});
