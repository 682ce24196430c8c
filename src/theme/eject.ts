import { alignRows, joinWords, wrapWords } from '../text/columns.ts';
import type { Checked, Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type GivenName, listNames } from '../view/list-names.ts';
import { type FoundTemplate, TALK_TEMPLATES, type TemplateKind, type ThemeDescription } from './describe.ts';
import { unknownTemplate } from './findings.ts';
import type { Contract } from './names.ts';
import { callsOf, type PartialCall } from './partial-calls.ts';
import { readThemeText } from './read-text.ts';
import type { Contracts } from './templates.ts';

const WIDTH = 118;
/** The layout that has no more than what all have. */
const LIKE_ALL = 'points';
const ONE: Readonly<Record<TemplateKind, string>> = { layouts: 'layout', partials: 'partial', prints: 'print' };

/** What templates are given, and what each layout draws, in words; '' for one of the talk's own. */
export interface TemplateFacts extends Contracts {
  readonly about: (layout: string) => string;
}

/**
 * The template that a person means by `timeline`, or exactly by `layouts/timeline`: a layout, else a partial, else a
 * print. Finding: `unknown-template`, with `null`.
 */
export function findTemplate({ name, templates }: ThemeDescription, wanted: string): Checked<FoundTemplate | null> {
  const found = templates.find((template) => template.name === wanted || placeOf(template) === wanted);
  if (found) return { value: found, findings: [] };
  const known = templates.map((template) => (wanted.includes('/') ? placeOf(template) : template.name));
  return { value: null, findings: [unknownTemplate(wanted, name, [...new Set(known)])] };
}

/** Where a template stands in its folder, without the ending: `layouts/timeline`. */
export function placeOf({ kind, name }: FoundTemplate): string {
  return `${kind}/${name}`;
}

/**
 * A template as the talk's own, to be changed: its text under a comment that says what it draws, and what it can name.
 * It draws the same to the byte, because a comment on lines of its own is no part of what a template draws. `null`, with
 * `unreadable-file`, when it cannot be read.
 */
export function ejectTemplate(
  host: Host,
  theme: ThemeDescription,
  template: FoundTemplate,
  contracts: TemplateFacts,
): Checked<string | null> {
  const findings: Finding[] = [];
  const source = readThemeText(host, template.path, findings);
  if (source === null) return { value: null, findings };
  const partials = theme.templates.filter(({ kind }) => kind === 'partials').map(({ name }) => name);
  const called = [...new Set(callsOf(source).map(({ partial }) => partial))].filter((name) => partials.includes(name));
  const parts = [
    introduction(template, contracts),
    ...(called.length > 0 ? [paragraph(`It calls ${plural('the partial', called)} ${namesOf(called)}.`)] : []),
    ...(template.kind === 'partials'
      ? partialNames(host, theme, template.name, contracts)
      : ownNames(template, contracts)),
  ];
  return { value: asComment(parts) + source.text, findings };
}

function asComment(parts: readonly (readonly string[])[]): string {
  const text = parts.map((lines) => lines.map((line) => `  ${line}`.trimEnd()).join('\n')).join('\n\n');
  return `{{!--\n${text.replaceAll('--}}', '-- }}')}\n--}}\n`;
}

/** What a layout or a print is given; of a layout first what others do not have. */
function ownNames(template: FoundTemplate, contracts: TemplateFacts): readonly (readonly string[])[] {
  const names = listNames(contractOf(template, contracts));
  if (template.kind === 'prints') return [explained('It is given these names.', names), rowsOf(names)];
  const common = listNames(contracts.layout(LIKE_ALL));
  const isOwn = ({ path }: GivenName): boolean => !common.some((name) => name.path === path);
  const own = names.filter(isOwn);
  if (own.length === 0) return [explained('It is given what every slide is given.', names), rowsOf(names)];
  return [
    explained('It is given these names, which other layouts do not have, and what every slide is given.', [
      ...own,
      ...names,
    ]),
    rowsOf(own),
    ['Every slide is given:'],
    rowsOf(names.filter((name) => !isOwn(name))),
  ];
}

function contractOf({ kind, name }: FoundTemplate, contracts: TemplateFacts): Contract {
  if (kind !== 'prints') return contracts.layout(name);
  return Object.hasOwn(contracts.prints, name) ? (contracts.prints[name] ?? {}) : {};
}

function introduction(template: FoundTemplate, contracts: TemplateFacts): readonly string[] {
  const { kind, name, from } = template;
  const draws = {
    layouts: contracts.about(name) || 'A layout of your own',
    partials: 'A piece that other templates draw',
    prints: `What "rostrum print ${name}" draws: the slides, and what stands around them on paper`,
  }[kind];
  const origin = `This is the ${ONE[kind]} of the theme "${from}", copied by "rostrum theme eject" to be changed.`;
  return [
    ...paragraph(`${placeOf(template)}.hbs: ${draws}.`),
    ...paragraph(`${origin} As long as it is here it is used instead; delete this file to go back.`),
  ];
}

/** Who calls a partial, and what it can name in all of these. */
function partialNames(
  host: Host,
  theme: ThemeDescription,
  partial: string,
  contracts: TemplateFacts,
): readonly (readonly string[])[] {
  const callers = callersOf(host, theme, partial);
  const whole = callers.filter(({ hasAllNames }) => hasAllNames).map(({ template }) => template);
  const others = callers.filter(({ hasAllNames }) => !hasAllNames).map(({ template }) => placeOf(template));
  const sentences = [
    ...(whole.length > 0 ? [`It is drawn in ${joinWords(whole.map(placeOf))}.`] : []),
    ...(others.length > 0
      ? [
          `In ${joinWords(others)} it is drawn for one item or group, or with a context of its own, and has other names.`,
        ]
      : []),
    ...(callers.length === 0 ? [`No layout and no print draws it yet: {{> ${partial}}} does.`] : []),
    ...addedNames(callers.flatMap(({ added }) => added)),
  ];
  if (whole.length === 0 && callers.length > 0) return [paragraph(sentences.join(' '))];
  const given = whole.map((template) => listNames(contractOf(template, contracts)));
  const names = callers.length === 0 ? listNames(contracts.layout(LIKE_ALL)) : commonNames(given);
  const opening = whole.length > 1 ? 'These names are given to all of them.' : 'These names are given to it.';
  return [paragraph(sentences.join(' ')), explained(opening, names), rowsOf(names)];
}

function addedNames(names: readonly string[]): readonly string[] {
  const added = [...new Set(names)];
  return added.length === 0 ? [] : [`Some calls add ${namesOf(added)}.`];
}

/** A layout or print that comes to draw a partial, by itself or by another partial. */
interface Caller {
  readonly template: FoundTemplate;
  /** Whether the partial has, in one place at least, all names of the template. */
  readonly hasAllNames: boolean;
  readonly added: readonly string[];
}

function callersOf(host: Host, { templates }: ThemeDescription, partial: string): readonly Caller[] {
  const callsIn = new Map(templates.map((template) => [placeOf(template), readCalls(host, template)]));
  return templates.flatMap((template): readonly Caller[] => {
    if (template.kind === 'partials') return [];
    const calls = allCalls(callsIn, placeOf(template), []).filter((call) => call.partial === partial);
    if (calls.length === 0) return [];
    const hasAllNames = calls.some((call) => call.hasAllNames);
    return [{ template, hasAllNames, added: calls.flatMap(({ added }) => added) }];
  });
}

function readCalls(host: Host, { path }: FoundTemplate): readonly PartialCall[] {
  // One that cannot be read calls nothing; whoever draws it is told.
  const source = readThemeText(host, path, []);
  return source === null ? [] : callsOf(source);
}

/** The calls of a template, and those of the partials that it calls. */
function allCalls(
  callsIn: ReadonlyMap<string, readonly PartialCall[]>,
  place: string,
  inside: readonly string[],
): readonly PartialCall[] {
  if (inside.includes(place)) return [];
  return (callsIn.get(place) ?? []).flatMap((call) => {
    const inner = allCalls(callsIn, `partials/${call.partial}`, [...inside, place]);
    return [call, ...inner.map((one) => ({ ...one, hasAllNames: one.hasAllNames && call.hasAllNames }))];
  });
}

/** The names that are in all lists with the same type; what they mean in each, where that differs. */
function commonNames(lists: readonly (readonly GivenName[])[]): readonly GivenName[] {
  const [first = [], ...others] = lists;
  return first.flatMap((name): readonly GivenName[] => {
    const same = others.map((list) => list.find(({ path, type }) => path === name.path && type === name.type));
    const all = [name, ...same].filter((one) => one !== undefined);
    if (all.length < lists.length) return [];
    return [{ ...name, about: [...new Set(all.map(({ about }) => about))].join('; or: ') }];
  });
}

/** How names are written, with one of them as the example. */
function explained(opening: string, names: readonly GivenName[]): readonly string[] {
  const item = names.find(({ path }) => /\[\](?:\.\w+)?$/.test(path))?.path ?? '';
  const [, list = '', field = ''] = /^(.*)\[\]\.?(\w*)$/.exec(item) ?? [];
  const lists = item === '' ? '' : ` Inside {{#each ${list}}} write {{${field || 'this'}}} for ${item}.`;
  const empty = 'Where there is nothing a text is "", a list is empty and what may be null is null: {{#if NAME}} asks.';
  return paragraph(`${opening} ${empty}${lists}`);
}

function rowsOf(names: readonly GivenName[]): readonly string[] {
  const rows = names.map(({ path, type, about }) => [path, type, about]);
  return alignRows(rows, { indent: 2, width: WIDTH });
}

function paragraph(text: string): readonly string[] {
  return wrapWords(text, WIDTH);
}

function plural(word: string, of: readonly string[]): string {
  return of.length === 1 ? word : `${word}s`;
}

function namesOf(names: readonly string[]): string {
  return joinWords(names.map((name) => `"${name}"`));
}

/** Whether a template is the talk's own already. */
export function isTalksOwn({ from }: FoundTemplate): boolean {
  return from === TALK_TEMPLATES;
}
