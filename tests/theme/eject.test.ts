import { describe, expect, test } from 'vitest';
import { describeTheme } from '../../src/theme/describe.ts';
import { ejectTemplate, findTemplate, type TemplateFacts } from '../../src/theme/eject.ts';
import { html, list, maybe, record, text } from '../../src/view/shape.ts';
import { type Files, hostOf } from '../talk/talk-of.ts';

const PLACES = { own: '/desk/templates', builtIn: '/desk/built-in' };
const BASE = 'built-in/base';

const slide = { heading: html('The heading'), id: text('Its id') };
const CONTRACTS: TemplateFacts = {
  layout: (name) => {
    const fields = {
      quote: { ...slide, quote: html('The words'), speaker: text('Who said it') },
      timeline: { ...slide, events: list('The events', record('An event', { date: text('When') })) },
      figure: { ...slide, picture: maybe('The picture', record('A picture', { src: text('Its address') })) },
      number: { ...slide, speaker: text('Who counted it') },
      hostile: { ...slide, end: text('What ends it: --}} and {{slide.id}}') },
    }[name];
    return { slide: record('The slide', fields ?? slide) };
  },
  prints: { notes: { slides: list('The slides', html('A slide')) } },
  about: (layout) => ({ quote: 'A quotation', timeline: 'Dates in order' })[layout] ?? '',
};

/** The comment at the top of a template that was ejected, with its lines joined, and what stands under it. */
function eject(files: Files, wanted: string): { readonly comment: string; readonly under: string } {
  const host = hostOf({ [`${BASE}/theme.yaml`]: 'name: base', ...files });
  const theme = describeTheme(host, PLACES, 'base', null).value;
  const template = theme && findTemplate(theme, wanted).value;
  if (!theme || !template) throw new Error(`there is no ${wanted}`);
  const whole = ejectTemplate(host, theme, template, CONTRACTS).value ?? '';
  const [, comment = '', under = ''] = /^\{\{!--\n(.*?)\n--\}\}\n(.*)$/s.exec(whole) ?? [];
  return { comment: comment.replaceAll(/\s+/g, ' ').trim(), under };
}

describe('an ejected template', () => {
  test('is the text of the theme under what is said of it', () => {
    const { comment, under } = eject({ [`${BASE}/layouts/quote.hbs`]: '\n<p>{{slide.quote}}</p>\n' }, 'quote');
    expect(under).toBe('\n<p>{{slide.quote}}</p>\n');
    expect(comment).toContain('layouts/quote.hbs: A quotation. This is the layout of the theme "base"');
    expect(comment).toContain('delete this file to go back');
  });

  test('says what a layout is given for itself, then what all are', () => {
    const { comment } = eject({ [`${BASE}/layouts/quote.hbs`]: '' }, 'quote');
    expect(comment).toMatch(
      /slide\.quote HTML The words slide\.speaker text Who said it Every slide is given: slide group The slide slide\.heading HTML The heading slide\.id text Its id$/,
    );
  });

  test('says how the items of its list are named', () => {
    const { comment } = eject({ [`${BASE}/layouts/timeline.hbs`]: '' }, 'timeline');
    expect(comment).toContain('Inside {{#each slide.events}} write {{date}} for slide.events[].date.');
    expect(eject({ [`${BASE}/prints/notes.hbs`]: '' }, 'notes').comment).toContain(
      'Inside {{#each slides}} write {{this}} for slides[].',
    );
  });

  test('is called one of the talk itself where Rostrum does not know it, and given what every slide is', () => {
    const { comment } = eject({ [`${BASE}/layouts/gallery.hbs`]: '' }, 'gallery');
    expect(comment).toContain('layouts/gallery.hbs: A layout of your own.');
    expect(comment).toContain('It is given what every slide is given.');
  });

  test('names the partials that it calls, each once, and no other words', () => {
    const text = '{{> head}}{{#each slide.events}}{{> foot}}{{/each}}{{> head}}{{> gone}}';
    const files = {
      [`${BASE}/layouts/quote.hbs`]: text,
      [`${BASE}/partials/head.hbs`]: '',
      [`${BASE}/partials/foot.hbs`]: '',
    };
    expect(eject(files, 'quote').comment).toContain('It calls the partials "head" and "foot".');
    expect(eject({ [`${BASE}/layouts/quote.hbs`]: '' }, 'quote').comment).not.toContain('It calls');
  });

  test('of paper says what prints it', () => {
    const { comment } = eject({ [`${BASE}/prints/notes.hbs`]: '' }, 'notes');
    expect(comment).toContain('prints/notes.hbs: What "rostrum print notes" draws:');
    expect(comment).toContain('slides list The slides slides[] HTML A slide');
  });

  test('is a comment to its end, whatever a meaning says', () => {
    const { comment, under } = eject({ [`${BASE}/layouts/hostile.hbs`]: 'under' }, 'hostile');
    expect(under).toBe('under');
    expect(comment).toContain('What ends it: -- }} and {{slide.id}}');
  });

  test('is not there when it cannot be read', () => {
    const host = hostOf({ [`${BASE}/theme.yaml`]: 'name: base', [`${BASE}/layouts/a.hbs`]: Buffer.from([0xe9]) });
    const theme = describeTheme(host, PLACES, 'base', null).value;
    const [template] = theme?.templates ?? [];
    if (!theme || !template) throw new Error('there is no template');
    const { value, findings } = ejectTemplate(host, theme, template, CONTRACTS);
    expect([value, findings.map(({ rule }) => rule)]).toEqual([null, ['unreadable-file']]);
  });
});

describe('an ejected partial', () => {
  const files = {
    [`${BASE}/layouts/quote.hbs`]: '{{> head}}{{#each slide.quote}}{{> item tone="dark"}}{{/each}}',
    [`${BASE}/layouts/number.hbs`]: '{{> outer}}',
    [`${BASE}/layouts/timeline.hbs`]: '{{#with slide}}{{> outer}}{{/with}}',
    [`${BASE}/partials/outer.hbs`]: '{{> head}}',
    [`${BASE}/partials/head.hbs`]: '',
    [`${BASE}/partials/item.hbs`]: '',
    [`${BASE}/partials/lonely.hbs`]: '',
    [`${BASE}/partials/round.hbs`]: '{{> round}}',
  };

  test('names the layouts that draw it, by another partial too, and what all of them are given', () => {
    const { comment } = eject(files, 'head');
    expect(comment).toContain('It is drawn in layouts/number and layouts/quote.');
    expect(comment).toContain('In layouts/timeline it is drawn for one item or group');
    expect(comment).toContain('slide.speaker text Who counted it; or: Who said it');
    expect(comment).not.toContain('slide.quote');
    expect(comment).not.toContain('slide.events');
  });

  test('has no names of its own where it is drawn for an item', () => {
    const { comment } = eject(files, 'item');
    expect(comment).toContain('In layouts/quote it is drawn for one item or group, or with a context of its own');
    expect(comment).toContain('Some calls add "tone".');
    expect(comment).not.toContain('slide.id');
  });

  test.each(['lonely', 'round'])('that nothing draws yet, %s, has what every slide is given', (name) => {
    const { comment } = eject(files, name);
    expect(comment).toContain(`No layout and no print draws it yet: {{> ${name}}} does.`);
    expect(comment).toContain('slide.heading HTML The heading');
    expect(comment).not.toContain('slide.quote');
  });
});

describe('a template is found', () => {
  const theme = describeTheme(
    hostOf({
      [`${BASE}/theme.yaml`]: 'name: base',
      [`${BASE}/layouts/notes.hbs`]: '',
      [`${BASE}/partials/notes.hbs`]: '',
      [`${BASE}/partials/foot.hbs`]: '',
      [`${BASE}/prints/notes.hbs`]: '',
      [`${BASE}/prints/foot.hbs`]: '',
    }),
    PLACES,
    'base',
    null,
  ).value;

  test.each([
    ['notes', 'layouts/notes'],
    ['foot', 'partials/foot'],
    ['prints/notes', 'prints/notes'],
    ['partials/notes', 'partials/notes'],
  ])('%s as %s', (wanted, place) => {
    const found = theme && findTemplate(theme, wanted).value;
    expect(`${found?.kind}/${found?.name}`).toBe(place);
  });

  test.each([
    ['fooot', 'did you mean "foot"?'],
    ['prints/fooot', 'did you mean "prints/foot"?'],
    ['layouts/foot', 'did you mean "layouts/notes"?'],
  ])('not as %s: %s', (wanted, hint) => {
    const found = theme && findTemplate(theme, wanted);
    expect(found?.value).toBeNull();
    expect(found?.findings).toMatchObject([{ rule: 'unknown-template', hint }]);
  });
});
