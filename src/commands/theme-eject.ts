import { templateContracts } from '../deck/slides.ts';
import { writeTogether } from '../io/write.ts';
import { joinWords } from '../text/columns.ts';
import type { DeclaredLayouts } from '../text/declared-layouts.ts';
import { Stop, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { loadDeclarations } from '../theme/declarations.ts';
import { describeTheme, type ThemeDescription } from '../theme/describe.ts';
import { ejectTemplate, findTemplate, isTalksOwn, placeOf, type TemplateFacts } from '../theme/eject.ts';
import { type LayoutName, layoutNames, slideShapes } from '../view/contract.ts';
import type { Context, Outcome } from './context.ts';
import { templateThere } from './findings.ts';
import { readThemeTalk } from './theme-talk.ts';
import { written } from './writing.ts';

/** What the templates of each kind are given, and what each layout draws. */
export function templateFacts(declared: DeclaredLayouts): TemplateFacts {
  const about = (layout: string): string => declared.get(layout)?.about || knownAbout(layout);
  return { ...templateContracts(declared), about };
}

/**
 * Copies a template of the talk's theme into the talk's own `templates/`, to be changed there: a layout, else a partial,
 * else a print. Never over anything. Throws `Stop` (`unknown-template`, `already-there`), and as reading the talk does.
 */
export async function themeEject({ host, lap }: Context, name: string, path: string): Promise<Outcome> {
  const talk = readThemeTalk(host, path);
  const theme = describeTheme(host, talk.places, talk.theme, talk.span);
  const findings = [...talk.findings, ...theme.findings];
  stopOnErrors(findings);
  if (theme.value === null) throw new Error(`the theme "${talk.theme}" is neither there nor missing`);
  const folders = theme.value.folders.map(({ folder }) => folder);
  const declared = loadDeclarations(host, folders, []);
  const found = findTemplate(theme.value, name.replace(/\.hbs$/, ''));
  if (found.value === null) throw new Stop(found.findings);
  const template = found.value;
  const file = host.resolve(talk.places.own, template.kind, `${template.name}.hbs`);
  if (isTalksOwn(template) || host.kindOf(file) !== null) throw new Stop([templateThere(host.display(file))]);
  const ejected = ejectTemplate(host, theme.value, template, templateFacts(declared));
  if (ejected.value === null) throw new Stop(ejected.findings);
  const declaration = readDeclaration(host, template.path);
  lap('read');
  await written(
    host,
    file,
    writeTogether([
      { path: file, bytes: new TextEncoder().encode(ejected.value) },
      ...(declaration === null ? [] : [{ path: withYaml(file), bytes: declaration }]),
    ]),
  );
  lap('write');
  const { kind, from, name: templateName } = template;
  return {
    outputs: declaration === null ? [file] : [file, withYaml(file)],
    slides: null,
    findings,
    lines: [
      `It stands before ${placeOf(template)}.hbs of the theme ${from}, and draws the same until you`,
      'change it. At its top it says what it is given. Delete it to go back.',
      ...cssLines(host, theme.value, talk.places.own, `${kind}/${templateName}.css`),
    ],
    extra: { template: { kind, name: templateName, from } },
  };
}

/** Where the CSS of a template is, which no copy takes the place of; nothing where it has no file of its own. */
function cssLines(host: Host, theme: ThemeDescription, own: string, name: string): readonly string[] {
  const sheet = theme.css.find((file) => file.name === name);
  if (sheet === undefined) return [];
  const paths = sheet.parts.map(({ path }) => host.display(path));
  return [
    `Its CSS stays in force: ${joinWords(paths)}.`,
    `Rules of your own go into ${host.display(host.resolve(own, name))}.`,
  ];
}

/** The fields that a layout declares, in the file beside it, which go with it; `null` without any. */
function readDeclaration(host: Host, template: string): Uint8Array | null {
  return host.readBytes(withYaml(template));
}

function withYaml(template: string): string {
  return template.replace(/\.hbs$/, '.yaml');
}

function knownAbout(layout: string): string {
  return layoutNames.some((name) => name === layout) ? slideShapes[layout as LayoutName].about : '';
}
