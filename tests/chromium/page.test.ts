import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeHTML } from 'entities';
import { describe, expect, test } from 'vitest';
import { picturesOf, waitForPictures } from './deck-pictures.ts';
import { openDeck } from './deck-tab.ts';
import { readOutlines } from './outlines.ts';
import { readFolder } from './rostrum.ts';
import { setUpStage, talkNames } from './stage.ts';

const stage = setUpStage(talkNames);

/** What the page says of itself, by name, as the browser reads it. */
const HEAD = `Object.fromEntries([
  ['lang', document.documentElement.lang],
  ['title', document.title],
  ...[...document.querySelectorAll('meta[name], meta[property]')].map((meta) =>
    [meta.getAttribute('name') ?? meta.getAttribute('property'), meta.content])])`;

/** A page in Chromium's accessibility tree, flat: role and name. */
interface Heard {
  readonly role: string;
  readonly name: string;
}

describe.each(talkNames)('the deck of the %s talk', (name) => {
  test('holds no word of the notes or of hidden slides in any of its files', () => {
    const { secrets } = readOutlines(stage.talk(name));
    expect(secrets.length).toBeGreaterThanOrEqual(5);
    for (const [path, bytes] of readFolder(stage.deck(name))) {
      const text = decodeHTML(bytes.toString('utf8')).replace(/\s+/g, ' ');
      expect(
        secrets.filter((secret) => text.includes(secret)),
        path,
      ).toEqual([]);
    }
  });

  test('refers to nothing outside its folder', () => {
    for (const [path, bytes] of readFolder(stage.deck(name))) {
      if (!/\.(?:html|svg)$/.test(path)) continue;
      const text = bytes.toString('utf8').replace(/<script>.*?<\/script>/s, '');
      expect(
        text.match(/\b(?:src|xlink:href|srcset|poster)="(?:https?:)?\/\/[^"]*"|url\(["']?(?:https?:)?\/\/[^)]*\)/g) ??
          [],
        path,
      ).toEqual([]);
    }
  });

  test('asks for all of its pictures before the slides with them show', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    const html = readFileSync(join(stage.deck(name), 'index.html'), 'utf8');
    const pictures = picturesOf(stage.deck(name));
    expect(pictures.length).toBeGreaterThan(1);
    expect(html).not.toMatch(/<img (?!loading="lazy")/);
    const { slide } = await tab.place();
    await waitForPictures(tab, pictures);
    expect((await tab.place()).slide).toBe(slide);
    await tab.close();
  });

  test('says who it is, and names a picture for sharing that is in it', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    const head = (await tab.page.evaluate(HEAD)) as Record<string, string>;
    const yaml = readFileSync(join(stage.talk(name), 'slides/talk.yaml'), 'utf8');
    const field = (key: string) => new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(yaml)?.[1] ?? '';
    expect(head).toMatchObject({
      lang: field('lang'),
      title: field('title'),
      description: field('description'),
      author: field('speaker'),
      'og:title': field('title'),
      'og:description': field('description'),
      'twitter:card': 'summary_large_image',
    });
    expect(field('title')).not.toBe('');
    expect(readFolder(stage.deck(name)).has(head['og:image'] ?? '')).toBe(true);
    await tab.close();
  });

  test('gives every slide a name of its own and at most one heading', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    const slides = await tab.slides();
    const names = slides.map((slide) => slide.name);
    expect(names.filter((slideName) => slideName.trim() === '')).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    for (const { headings } of slides) expect(headings.length).toBeLessThanOrEqual(1);
    await tab.close();
  });

  test('is no application to a screen reader, which hears the slide that shows and no other', async () => {
    const tab = await openDeck(stage.browser, stage.page(name, 'http'));
    expect(await tab.page.$('[role=application]')).toBeNull();
    const [first, second] = await tab.slides();
    const count = (await tab.slides()).length;
    await tab.press('ArrowRight');
    const session = await tab.page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const heard: readonly Heard[] = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name: heardName }) => ({ role: String(role?.value), name: String(heardName?.value) }));
    const groups = heard.filter(({ role, name: groupName }) => role === 'group' && groupName !== '');
    expect(groups.map((group) => group.name)).toEqual([`2 of ${count}: ${second?.name}`]);
    const headings = heard.filter(({ role }) => role === 'heading').map((heading) => `${heading.name}`);
    expect(headings).toEqual(second?.headings.map((heading) => heading.replace(/^h\d /, '')));
    expect(headings).not.toContain(first?.headings[0]?.replace(/^h\d /, ''));
    expect(heard.filter(({ role }) => role === 'main')).toHaveLength(1);
    await tab.close();
  });
});

test('a step that was not clicked yet is silent, and said once when it comes', async () => {
  const tab = await openDeck(stage.browser, `${stage.page('harbour', 'http')}#order`);
  const session = await tab.page.createCDPSession();
  const heard = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const texts = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'StaticText');
    const said = String(await tab.page.evaluate('document.querySelector("[role=status]").textContent'));
    const items = texts.map((node) => String(node.name?.value)).filter((text) => /^(?:Shown|There)/.test(text));
    // What is said stands in the tree too, after the slide.
    return { said, items: said === '' ? items : items.filter((text, index) => items.indexOf(text) === index) };
  };
  expect(await heard()).toEqual({ said: '', items: ['There from the start'] });
  await tab.press('ArrowRight');
  expect(await heard()).toEqual({ said: 'Shown first', items: ['Shown first', 'There from the start'] });
  await tab.press('ArrowRight');
  expect(await heard()).toEqual({
    said: 'Shown last',
    items: ['Shown last', 'Shown first', 'There from the start'],
  });
  await tab.close();
});
