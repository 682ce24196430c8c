import { templateContracts } from '../deck/slides.ts';
import { writeWhole } from '../io/write.ts';
import { Stop, stopOnErrors } from '../text/finding.ts';
import { describeTheme } from '../theme/describe.ts';
import { ejectTemplate, findTemplate, isTalksOwn, placeOf, type TemplateFacts } from '../theme/eject.ts';
import { slideShapes } from '../view/contract.ts';
import type { Context, Outcome } from './context.ts';
import { templateThere } from './findings.ts';
import { readThemeTalk } from './theme-talk.ts';
import { written } from './writing.ts';

/** What the templates of each kind are given, and what each layout draws. */
export const TEMPLATE_FACTS: TemplateFacts = {
  ...templateContracts(),
  about: (layout) => (isKnownLayout(layout) ? slideShapes[layout].about : ''),
};

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
  const found = findTemplate(theme.value, name.replace(/\.hbs$/, ''));
  if (found.value === null) throw new Stop(found.findings);
  const template = found.value;
  const file = host.resolve(talk.places.own, template.kind, `${template.name}.hbs`);
  if (isTalksOwn(template) || host.kindOf(file) !== null) throw new Stop([templateThere(host.display(file))]);
  const ejected = ejectTemplate(host, theme.value, template, TEMPLATE_FACTS);
  if (ejected.value === null) throw new Stop(ejected.findings);
  lap('read');
  await written(host, file, writeWhole(file, new TextEncoder().encode(ejected.value)));
  lap('write');
  const { kind, from, name: templateName } = template;
  return {
    outputs: [file],
    slides: null,
    findings,
    lines: [
      `It stands before ${placeOf(template)}.hbs of the theme ${from}, and draws the same until you`,
      'change it. At its top it says what it is given. Delete it to go back.',
    ],
    extra: { template: { kind, name: templateName, from } },
  };
}

function isKnownLayout(name: string): name is keyof typeof slideShapes {
  return Object.hasOwn(slideShapes, name);
}
