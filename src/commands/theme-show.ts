import { alignRows, joinWords, wrapWords } from '../text/columns.ts';
import { type Checked, stopOnErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import {
  describeTheme,
  type FoundTemplate,
  type FoundToken,
  type JoinedFile,
  TALK_TEMPLATES,
  type ThemeDescription,
} from '../theme/describe.ts';
import type { Context, Outcome } from './context.ts';
import { TERMINAL_WIDTH } from './terminal.ts';
import { readThemeTalk, themesAt } from './theme-talk.ts';

/** A value that is longer has a line for itself, with what is said of it on the next one. */
const LONGEST_VALUE = 12;
/** What stands for a colour that is derived from the one in the other scheme. */
const DERIVED = 'derived';

/** What a theme is made of, and where it comes from; without a name the theme of the talk at `path`. */
export function themeShow({ host }: Context, name: string | undefined, path: string): Outcome {
  const { theme, isUsed } = findShown(host, name, path);
  stopOnErrors(theme.findings);
  if (theme.value === null) throw new Error(`the theme "${name}" is neither there nor missing`);
  const { value, findings } = theme;
  return {
    outputs: [],
    slides: null,
    findings,
    lines: themeLines(host, value, isUsed),
    extra: themeJson(host, value, isUsed),
  };
}

/** The theme to show, and whether the talk uses it. */
function findShown(
  host: Host,
  name: string | undefined,
  path: string,
): { readonly theme: Checked<ThemeDescription | null>; readonly isUsed: boolean } {
  if (name !== undefined) {
    const { places, used } = themesAt(host, path);
    return { theme: describeTheme(host, places, name, null), isUsed: used === name };
  }
  const talk = readThemeTalk(host, path);
  const theme = describeTheme(host, talk.places, talk.theme, talk.span);
  return { theme: { value: theme.value, findings: [...talk.findings, ...theme.findings] }, isUsed: true };
}

function themeLines(host: Host, theme: ThemeDescription, isUsed: boolean): readonly string[] {
  const { name, about, templates, css, words, tokens, fonts, folders } = theme;
  const kind = (wanted: FoundTemplate['kind']) => templates.filter((template) => template.kind === wanted);
  return [
    `${name}${isUsed ? ', the theme of this talk' : ''}`,
    ...(about === '' ? [] : wrapWords(about, TERMINAL_WIDTH)),
    `Made for ${theme.madeFor} slides${theme.extends === '' ? '' : `; extends ${theme.extends}`}`,
    ...block(
      'Looked for in this order',
      folders.map(({ from, folder }) => [originName(from), host.display(folder)]),
    ),
    ...block('Layouts, layouts/NAME.hbs', kind('layouts').map(templateRow)),
    ...block('Partials, partials/NAME.hbs', kind('partials').map(templateRow)),
    ...block('Prints, prints/NAME.hbs', kind('prints').map(templateRow)),
    ...block('CSS, theme by theme', css.map(joinedRow)),
    ...block('Words of Rostrum itself, words/LANGUAGE.yaml', words.map(joinedRow)),
    ...tokenBlocks(tokens),
    ...block(
      'Fonts',
      fonts.map(({ family, package: from, faces, from: theme }) => [family, theme, `${from}: ${faces.join(', ')}`]),
    ),
  ];
}

/** Rows under a title, with an empty line above; nothing where there are none. */
function block(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ['', title, ...alignRows(rows, { indent: 2, width: TERMINAL_WIDTH })];
}

function templateRow({ name, from, insteadOf }: FoundTemplate): readonly string[] {
  const origin = originName(from);
  return [name, insteadOf.length === 0 ? origin : `${origin}, instead of ${joinWords(insteadOf)}`];
}

function joinedRow({ name, parts }: JoinedFile): readonly string[] {
  return [name, parts.map(({ from }) => originName(from)).join(', ')];
}

function originName(from: string): string {
  return from === TALK_TEMPLATES ? 'the talk' : from;
}

function tokenBlocks(tokens: readonly FoundToken[]): readonly string[] {
  const groups = [...new Set(tokens.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const members = tokens.filter((token) => token.group === group);
    const hasSchemes = members.some(({ light, dark }) => light !== dark);
    const title = `Tokens of ${group}${hasSchemes ? ', light and dark' : ''}, var(--${group}-NAME)`;
    return block(
      title,
      members.flatMap((token) => tokenRows(token, hasSchemes)),
    );
  });
}

function tokenRows(token: FoundToken, hasSchemes: boolean): readonly (readonly string[])[] {
  const { name, from, about } = token;
  const [light, dark] = [token.light ?? DERIVED, token.dark ?? DERIVED];
  const others = [...(hasSchemes ? [dark] : []), from, about];
  if (light.length <= LONGEST_VALUE) return [[name, light, ...others]];
  return [
    [name, light],
    ['', '', ...others],
  ];
}

function themeJson(host: Host, theme: ThemeDescription, isUsed: boolean): Readonly<Record<string, unknown>> {
  const { name, about, folders, templates, css, words, tokens, fonts } = theme;
  const kind = (wanted: FoundTemplate['kind']) =>
    templates
      .filter((template) => template.kind === wanted)
      .map((template) => ({
        name: template.name,
        from: template.from,
        path: host.display(template.path),
        insteadOf: template.insteadOf,
      }));
  const joined = (files: readonly JoinedFile[]) =>
    files.map((file) => ({
      name: file.name,
      parts: file.parts.map(({ from, path }) => ({ from, path: host.display(path) })),
    }));
  return {
    theme: { name, about, extends: theme.extends, madeFor: theme.madeFor, isUsed },
    folders: folders.map(({ from, folder }) => ({ from, path: host.display(folder) })),
    layouts: kind('layouts'),
    partials: kind('partials'),
    prints: kind('prints'),
    css: joined(css),
    words: joined(words),
    tokens,
    fonts,
  };
}
