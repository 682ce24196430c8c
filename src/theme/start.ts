import { alignRows } from '../text/columns.ts';
import { type FoundToken, TEMPLATE_KINDS, type ThemeDescription } from './describe.ts';
import { isThemeName } from './find-theme.ts';
import { otherScheme } from './schemes.ts';
import type { Scheme } from './types.ts';

/** The folders that a talk's `templates/` has for itself, beside its themes. */
const OWN_FOLDERS: readonly string[] = [...TEMPLATE_KINDS, 'words', 'assets'];

/** Whether a theme of a talk can be started under a name. */
export function canStart(name: string): boolean {
  return isThemeName(name) && !OWN_FOLDERS.includes(name);
}

/**
 * The files of a theme to start from, by path: it looks like the one that it extends, and has all that can be changed
 * by a token as lines that only need to be uncommented.
 */
export function startTheme(name: string, extended: ThemeDescription): ReadonlyMap<string, string> {
  return new Map([
    ['theme.yaml', themeYaml(name, extended)],
    ['theme.css', themeCss(name, extended.name)],
  ]);
}

function themeYaml(name: string, { name: extended, madeFor, tokens }: ThemeDescription): string {
  const other = otherScheme(madeFor);
  return `# The theme ${name}. To use it, write in talk.yaml:  theme: ${name}

name: ${yamlText(name)}
about: ${JSON.stringify(`Like ${extended}, with changes of its own`)}
extends: ${yamlText(extended)}

# The colours, faces and sizes that all CSS is written with: "paper" of "color" is var(--color-paper) there.
# Each line has the value of ${extended}. To change one, take away the "# " before its name, and write another value.
# Between text and what it stands on there must be a contrast of 4.5:1, and of 7:1 where it is smaller than 24px.
# ${COLORS[madeFor]}
tokens:
${tokenGroups(tokens, madeFor, true)}

# ${COLORS[other]}
# A colour that is changed above and not here is derived from that one.
${other}:
${tokenGroups(
  tokens.filter(({ group, light, dark }) => group === 'color' || light !== dark),
  other,
  false,
)}

# Fonts of your own stand before those of ${extended}, and are named in the tokens of "font". They come from packages:
# install them in the folder of the talk, here by  npm install @fontsource/lora
# fonts:
#   - { family: Lora, package: "@fontsource/lora", faces: ["400", "400-italic", "700"] }
`;
}

const COLORS: Readonly<Record<Scheme, string>> = {
  light: 'These are the colours of light slides.',
  dark: 'These are the colours of dark slides ("scheme: dark" in talk.yaml, or a dark background).',
};

/** Each token with its value in a scheme as a line to be uncommented, by group; what it is for where that is asked for. */
function tokenGroups(tokens: readonly FoundToken[], scheme: Scheme, hasMeanings: boolean): string {
  const groups = [...new Set(tokens.map(({ group }) => group))];
  return groups
    .map((group) => {
      const rows = tokens
        .filter((token) => token.group === group && token[scheme] !== null)
        .map((token) => {
          const line = `# ${token.name}: ${yamlText(token[scheme] ?? '')}`;
          return hasMeanings && token.about !== '' ? [line, `# ${token.about}`] : [line, ''];
        });
      return [`  ${group}:`, ...alignRows(rows, { indent: 4, width: Number.POSITIVE_INFINITY })].join('\n');
    })
    .join('\n');
}

function themeCss(name: string, extended: string): string {
  return `/* ${name}: what is different from ${extended}, whose CSS stands before this, so that a rule here wins over the same one there.

   Every slide is a .slide, and by its layout a .slide-title, .slide-points ...; by how much is on it .density-low,
   .density-medium or .density-high. "rostrum theme eject LAYOUT" gives you its HTML, to see what else there is.
   Write colours and sizes as the tokens of theme.yaml, so that other colours, dark slides and paper follow:

   .slide-statement .heading {
     color: var(--color-accent-text);
   } */
`;
}

/** A text as YAML has it, in quotation marks where it would be read as something else. */
function yamlText(text: string): string {
  return /^(?:[a-z][\w-]*|\d+(?:\.\d+)?(?:px|pt|em|rem|%))$/i.test(text) && !/^(?:null|true|false)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
