import { homedir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { contractOf } from '../../src/deck/slides.ts';
import { createDiskHost } from '../../src/io/disk.ts';
import { Html } from '../../src/text/html.ts';
import { HELPERS } from '../../src/theme/helpers.ts';
import { listThemes } from '../../src/theme/list-themes.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { TOKEN_MEANINGS } from '../../src/theme/token-meanings.ts';
import { type LayoutName, layoutNames, slideShapes } from '../../src/view/contract.ts';
import { listNames } from '../../src/view/list-names.ts';
import { printShapes } from '../../src/view/print-contract.ts';
import { type Fields, record } from '../../src/view/shape.ts';
import { exampleOf, examplePrint, PRINTED_OUTLINE } from './contract-examples.ts';
import { ROOT } from './pages.ts';

const builtIn = join(ROOT, 'templates');
const host = createDiskHost({ folder: ROOT, environment: {}, platform: 'linux', isRoot: false, home: homedir() });

/** The parts of docs/themes.md that are made from the contract of templates, by the name in their marks. */
export async function contractParts(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['themes', themesPart()],
    ['tokens', tokensPart()],
    ['helpers', helpersPart()],
    ['every slide', await everySlidePart()],
    ['layouts', (await Promise.all(layoutNames.map(layoutPart))).join('\n')],
    ['prints', await printsPart()],
  ]);
}

/** A page in which what stands between the marks of each part is that part. Throws when it has other marks. */
export function withParts(page: string, parts: ReadonlyMap<string, string>): string {
  const names: string[] = [];
  const made = page.replace(
    /(<!-- made: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      names.push(name);
      return `${start}\n${parts.get(name) ?? ''}\n${end}`;
    },
  );
  if (names.join() !== [...parts.keys()].join()) throw new Error(`the page has the parts ${names.join(', ')}`);
  return made;
}

function themesPart(): string {
  const rows = listThemes(host, { own: join(ROOT, 'none'), builtIn }).value.map(({ name, about }) => [
    `\`${name}\``,
    about,
  ]);
  return table(['theme', 'what it is like'], rows);
}

function tokensPart(): string {
  const { tokens } = loadTheme(host, { own: join(ROOT, 'none'), builtIn }, 'base', null, 'en', 'light').value;
  const rows = Object.entries(TOKEN_MEANINGS).flatMap(([group, names]) =>
    Object.entries(names).map(([name, meaning]) => [
      `\`${group}.${name}\``,
      tokens[group]?.[name] === undefined ? '' : `\`${tokens[group][name]}\``,
      meaning,
    ]),
  );
  return table(['token', 'value', 'what it is for'], rows);
}

function helpersPart(): string {
  const rows = Object.entries(HELPERS).map(([name, { parameters, makes }]) => {
    const [type = ''] = listNames({ made: makes }).map((made) => made.type);
    return [`\`{{${[name, ...parameters].join(' ')}}}\``, type, makes.about];
  });
  return table(['written', 'makes', 'what it is'], rows);
}

async function everySlidePart(): Promise<string> {
  const { markdown, data } = await exampleOf('points');
  return `${nameTable(contractOf('points'))}\n${exampleText(markdown, data)}`;
}

async function layoutPart(layout: LayoutName): Promise<string> {
  const { about, fields } = slideShapes[layout];
  const common = Object.keys(slideShapes.points.fields);
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => !common.includes(name)));
  const { markdown, data } = await exampleOf(layout);
  const told = Object.entries(data.slide).filter(
    ([name, value]) => name in own || (['heading', 'kicker', 'lead', 'body'].includes(name) && value !== ''),
  );
  const names = Object.keys(own).length === 0 ? 'It adds no name of its own.\n' : nameTable({ slide: record('', own) });
  return `### ${layout}\n\n${about}.\n\n${names}\n${exampleText(markdown, { slide: Object.fromEntries(told) })}`;
}

async function printsPart(): Promise<string> {
  const parts: string[] = [];
  for (const [kind, shapes] of Object.entries(printShapes)) {
    const own = Object.fromEntries(Object.entries(shapes).filter(([name]) => name !== 'talk'));
    const { talk: _, ...data } = await examplePrint(kind);
    parts.push(`### ${kind}\n\n${nameTable(own)}\n\`\`\`yaml\n${yamlOf(data)}\`\`\`\n`);
  }
  return `The examples are made of this talk; \`talk\` is what slides are given.\n\n\`\`\`\`markdown\n${PRINTED_OUTLINE}\`\`\`\`\n\n${parts.join('\n')}`;
}

function nameTable(fields: Fields): string {
  const names = listNames(fields);
  // What a group is shows by what is in it.
  const rows = names
    .filter(({ type }) => type !== 'group')
    .map(({ path, type, about }) => [`\`${path}\``, type, about]);
  return table(['name', 'type', 'what it is'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`).join('');
}

function exampleText(markdown: string, data: object): string {
  return `\`\`\`\`markdown\n${markdown}\n\`\`\`\`\n\n\`\`\`yaml\n${yamlOf(data)}\`\`\`\n`;
}

/** Data as YAML, HTML as the text that it is. */
function yamlOf(data: object): string {
  const plain = JSON.parse(
    JSON.stringify(data, (_, value: unknown) => (value instanceof Html ? String(value) : value)),
  );
  return stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false });
}
