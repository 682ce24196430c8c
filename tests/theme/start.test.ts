import { describe, expect, test } from 'vitest';
import { describeTheme } from '../../src/theme/describe.ts';
import { loadTheme } from '../../src/theme/load.ts';
import { canStart, startTheme } from '../../src/theme/start.ts';
import { type Files, hostOf } from '../talk/talk-of.ts';

const PLACES = { own: '/desk/templates', builtIn: '/desk/built-in' };
const BASE: Files = {
  'built-in/base/theme.yaml': `name: base
tokens:
  color: {paper: "#ffffff", ground: "#000", own: "no"}
  font: {serif: "A, 'B \\"C\\"', serif"}
  size: {text: 20px, ratio: "1.50", none: "null"}
dark:
  color: {paper: "rgb(1, 2, 3)", ground: "#000"}`,
  'built-in/night/theme.yaml':
    'name: night\nscheme: dark\ntokens: {color: {paper: navy}}\nlight: {color: {paper: linen}}',
  'built-in/base/theme.css': '',
};

function started(name: string, extended = 'base'): Readonly<Record<string, string>> {
  const theme = describeTheme(hostOf(BASE), PLACES, extended, null).value;
  if (theme === null) throw new Error('there is no theme to extend');
  return Object.fromEntries(startTheme(name, theme));
}

/** The theme of a talk that has these files in its folder. */
function loaded(name: string, files: Readonly<Record<string, string>>) {
  const own = Object.entries(files).map(([path, text]) => [`templates/${name}/${path}`, text]);
  return loadTheme(hostOf({ ...BASE, ...Object.fromEntries(own) }), PLACES, name, null, 'en');
}

const base = loadTheme(hostOf(BASE), PLACES, 'base', null, 'en').value;

describe('a theme that was started', () => {
  test.each(['mine', 'my-theme_2', '2025', 'null', 'true', '1e3', '-a-'])('is like the one it extends: %s', (name) => {
    const { value, findings } = loaded(name, started(name));
    expect(findings).toEqual([]);
    expect(value.tokens).toEqual(base.tokens);
    expect(value.otherTokens).toEqual(base.otherTokens);
    expect(value.lacking).toEqual(base.lacking);
  });

  test('has each token as a line that sets the same when it is uncommented', () => {
    const files = started('mine');
    const yaml = (files['theme.yaml'] ?? '').replaceAll(/^ {4}# /gm, '    ');
    expect(yaml).toContain('    paper: "#ffffff"');
    const { value, findings } = loaded('mine', { ...files, 'theme.yaml': yaml.replace('#ffffff', '#123456') });
    expect(findings).toEqual([]);
    expect(value.tokens).toEqual({ ...base.tokens, color: { ...base.tokens.color, paper: '#123456' } });
    expect(value.otherTokens).toEqual(base.otherTokens);
  });

  test('says of each token what it is for, and nothing of one that only its base knows', () => {
    const yaml = started('mine')['theme.yaml'];
    expect(yaml).toMatch(/^ {4}# paper: "#ffffff" +# what slides stand on$/m);
    expect(yaml).toMatch(/^ {4}# own: no$/m);
  });

  test('has the colours of the other scheme under its name', () => {
    expect(started('mine')['theme.yaml']).toContain(
      'dark:\n  color:\n    # paper: "rgb(1, 2, 3)"\n    # ground: "#000"\n\n',
    );
    const night = started('mine', 'night')['theme.yaml'];
    expect(night).toMatch(/^tokens:\n {2}color:\n {4}# paper: navy +# what slides stand on$/m);
    expect(night).toContain('\nlight:\n  color:\n    # paper: linen\n');
  });

  test('has CSS that changes nothing yet', () => {
    const css = started('mine')['theme.css'] ?? '';
    expect(css.replaceAll(/\/\*.*?\*\//gs, '').trim()).toBe('');
    expect(css).toContain('mine');
  });
});

test.each([
  ['mine', true],
  ['My_theme-2', true],
  ['', false],
  ['my theme', false],
  ['../mine', false],
  ['mine/', false],
  ['thème', false],
  ['layouts', false],
  ['partials', false],
  ['prints', false],
  ['words', false],
  ['assets', false],
])('a theme can be called "%s": %s', (name, can) => {
  expect(canStart(name)).toBe(can);
});
