/** The pictures of README and docs that show many small slides: the shipped talk, the layouts, the themes. */

import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const PROJECT = pathOf('..');
const SAMPLES = pathOf('../templates/samples/short.md');

/** The slides of the shipped talk that stand in README, and those that show what a theme is like. */
const OF_TALK = 'alliance years map equitable before-after consultation wider kishi outcome trust work road'.split(' ');
const OF_THEMES = ['alliance', 'equitable', 'treaty-1951', 'kishi', 'road'];

const CSS = `
  body { margin: 0; width: 1616px; background: #fff; font: 17px/1.3 "Libre Franklin", Arial, sans-serif; color: #334; }
  main { display: grid; gap: 16px; padding: 8px; }
  h2 { grid-column: 1 / -1; margin: 6px 0 -8px; font-size: 18px; }
  figure { margin: 0; }
  img { display: block; box-sizing: border-box; width: 100%; border: 1px solid #aab4c4; }
  figcaption { padding-top: 5px; text-align: center; }
`;

/**
 * Draws the sheets into a folder: `talk.webp`, `layouts.webp`, `themes.webp`. `rostrum` runs the program and gives what it
 * prints with `--json`; `scratch` is a folder that may be filled.
 */
export async function drawSheets(browser, rostrum, scratch, folder) {
  const slides = slidesOf(rostrum, scratch);
  const sheets = {
    talk: sheet(4, chosen(slides('talk', PROJECT), OF_TALK)),
    layouts: sheet(
      4,
      slides('layouts', SAMPLES).map(({ path, name }) => picture(path, name)),
    ),
    themes: sheet(5, themeRows(rostrum, scratch, slides)),
  };
  const page = await browser.newPage();
  for (const [name, html] of Object.entries(sheets)) {
    await page.setViewport({ width: 1616, height: 400 });
    await page.setContent(html, { waitUntil: 'load' });
    await page.screenshot({ path: join(folder, `${name}.webp`), type: 'webp', quality: 82, fullPage: true });
  }
  await page.close();
}

/** A row of slides for each theme, under its name, from the shipped talk. */
function themeRows(rostrum, scratch, slides) {
  return rostrum('theme', 'list').themes.flatMap(({ name }) => {
    const talk = join(scratch, `talk-${name}`);
    cpSync(join(PROJECT, 'slides'), join(talk, 'slides'), { recursive: true });
    const settings = join(talk, 'slides', 'talk.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^theme: .*$/m, `theme: ${name}`));
    return [`<h2>${name}</h2>`, ...chosen(slides(`of-${name}`, talk), OF_THEMES)];
  });
}

/** Draws the slides of a talk; gives them in order, by the ids that are their names. */
function slidesOf(rostrum, scratch) {
  return (name, talk) => {
    const folder = join(scratch, name);
    rostrum('print', 'slides', '--png', '--talk', talk, '-o', folder);
    return readdirSync(folder)
      .sort()
      .map((file) => ({ path: join(folder, file), name: file.replace(/^\d+-|\.png$/g, '') }));
  };
}

function chosen(slides, ids) {
  return slides.filter(({ name }) => ids.includes(name)).map(({ path }) => picture(path));
}

function picture(path, caption = '') {
  const label = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="data:image/png;base64,${readFileSync(path, 'base64')}" alt="">${label}</figure>`;
}

function sheet(columns, parts) {
  return `<style>${CSS}</style><main style="grid-template-columns: repeat(${columns}, 1fr)">${parts.join('')}</main>`;
}
