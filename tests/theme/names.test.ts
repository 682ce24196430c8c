import { describe, expect, test } from 'vitest';
import { placed } from '../talk/talk-of.ts';
import { drawText, MET } from './draw-text.ts';

describe('a template that names only what it is given', () => {
  test.each([
    ['of the talk', '{{talk.title}}{{talk.slideCount}}', 'points'],
    ['of the section', '{{section.label}}{{section.progress}}', 'points'],
    ['of its own layout', '{{slide.figure}}{{slide.text}}', 'number'],
    ['in conditions', '{{#if slide.heading}}a{{else if slide.kicker}}b{{else}}c{{/if}}', 'points'],
    ['in conditions that are turned', '{{#unless slide.isAlone}}a{{/unless}}', 'figure'],
    ['in a list', '{{#each slide.columns}}{{heading}}{{this.body}}{{./step}}{{/each}}', 'compare'],
    ['in a list of HTML', '{{#each slide.sources}}{{this}}{{/each}}', 'sources'],
    ['in an empty list', '{{#each slide.events}}{{date}}{{else}}{{slide.title}}{{/each}}', 'timeline'],
    ['out of a list', '{{#each slide.columns}}{{../slide.title}}{{../talk.title}}{{/each}}', 'compare'],
    [
      'out of a condition in a list',
      '{{#each slide.columns}}{{#if heading}}{{../slide.id}}{{/if}}{{/each}}',
      'compare',
    ],
    [
      'with a name of its own for an item',
      '{{#each slide.columns as |column|}}{{column.heading}}{{slide.x}}{{/each}}'.replace('{{slide.x}}', ''),
      'compare',
    ],
    [
      'with names of its own for item and place',
      '{{#each slide.events as |event place|}}{{place}}{{event.date}}{{/each}}',
      'timeline',
    ],
    ['with a record', '{{#with slide}}{{title}}{{../talk.title}}{{/with}}', 'points'],
    ['with a record that may be missing', '{{#with slide.picture}}{{src}}{{alt}}{{/with}}', 'figure'],
    ['through a record that may be missing', '{{#if slide.picture}}{{slide.picture.src}}{{/if}}', 'figure'],
    ['with a name of its own for a record', '{{#with slide.picture as |picture|}}{{picture.src}}{{/with}}', 'figure'],
    ['and the place in a list', '{{#each slide.columns}}{{@index}}{{@first}}{{@last}}{{/each}}', 'compare'],
    ['and everything from the root', '{{#each slide.columns}}{{@root.talk.title}}{{/each}}', 'compare'],
    ['and a helper', '{{between 0 100 section.progress}}', 'points'],
    ['and a helper in a helper', '{{between 0 (between 1 2 0.5) section.progress}}', 'points'],
    ['in other words for the same', '{{slide/title}}{{[slide].[title]}}{{this.slide.title}}', 'points'],
    ['in a layout of its own, as in points', '{{slide.body}}', 'gallery'],
    ['and comments', '{{! slide.nothing }}{{!-- {{slide.nothing}} --}}', 'points'],
    ['and nothing', '<p>text</p>', 'points'],
  ])('has no findings: %s', (_, text, layout) => {
    const data = { talk: {}, section: {}, slide: { columns: [], events: [], sources: [], picture: null } };
    expect(drawText(text, { layout, data }).findings).toEqual([]);
  });

  test.each([
    ['where it is called', '{{> p}}', '{{slide.title}}', 'points'],
    [
      'in a list, of the item',
      '{{#each slide.columns}}{{> p}}{{/each}}',
      '{{heading}}{{@root.slide.title}}',
      'compare',
    ],
    ['of what it is handed', '{{#each slide.columns}}{{> p ../slide}}{{/each}}', '{{title}}', 'compare'],
    ['of what is added by name', '{{> p word=slide.title other="x"}}', '{{word}}{{other}}{{slide.id}}', 'points'],
    ['of another partial', '{{> p}}', '{{> q}}', 'points'],
  ])('has no findings in a partial: %s', (_, text, partial, layout) => {
    const data = { talk: {}, section: {}, slide: { columns: [{}] } };
    expect(drawText(text, { layout, data, partials: { p: partial, q: '{{talk.title}}' } }).findings).toEqual([]);
  });
});

describe('a name that is not given is an error at its place', () => {
  test.each([
    ['in text', 'a\n  {{slide.hedding}}', 'points', '2:5', 'slide.hedding', 'did you mean "slide.heading"?'],
    ['in a condition', '{{#if slide.kiker}}a{{/if}}', 'points', '1:7', 'slide.kiker', 'did you mean "slide.kicker"?'],
    [
      'in a later condition',
      '{{#if slide.id}}a{{else if slide.boddy}}b{{/if}}',
      'points',
      '1:28',
      'slide.boddy',
      'did you mean "slide.body"?',
    ],
    [
      'in what a condition shows',
      '{{#if slide.id}}{{slide.titel}}{{/if}}',
      'points',
      '1:19',
      'slide.titel',
      'did you mean "slide.title"?',
    ],
    [
      'in what a condition shows else',
      '{{#if slide.id}}a{{else}}{{slide.titel}}{{/if}}',
      'points',
      '1:28',
      'slide.titel',
      'did you mean "slide.title"?',
    ],
    [
      'in an unless',
      '{{#unless slide.isAlon}}a{{/unless}}',
      'figure',
      '1:11',
      'slide.isAlon',
      'did you mean "slide.isAlone"?',
    ],
    [
      'as a list',
      '{{#each slide.evnts}}{{date}}{{/each}}',
      'timeline',
      '1:9',
      'slide.evnts',
      'did you mean "slide.events"?',
    ],
    ['in a list', '{{#each slide.events}}{{dat}}{{/each}}', 'timeline', '1:25', 'dat', 'did you mean "date"?'],
    [
      'in a list, of what is around it',
      '{{#each slide.events}}{{slide.id}}{{/each}}',
      'timeline',
      '1:25',
      'slide',
      'known are: date, isMarked, step, text',
    ],
    [
      'in an empty list',
      '{{#each slide.events}}{{else}}{{slide.hedding}}{{/each}}',
      'timeline',
      '1:33',
      'slide.hedding',
      /heading/,
    ],
    [
      'as a record',
      '{{#with slide.pictur}}{{src}}{{/with}}',
      'figure',
      '1:9',
      'slide.pictur',
      'did you mean "slide.picture"?',
    ],
    ['in a record', '{{#with slide.picture}}{{source}}{{/with}}', 'figure', '1:26', 'source', /src/],
    [
      'out of a list',
      '{{#each slide.events}}{{../slide.hedding}}{{/each}}',
      'timeline',
      '1:25',
      '../slide.hedding',
      'did you mean "../slide.heading"?',
    ],
    ['out of everything', '{{../slide.title}}', 'points', '1:3', '../slide.title', 'there are none'],
    [
      'from the root',
      '{{@root.slide.hedding}}',
      'points',
      '1:3',
      '@root.slide.hedding',
      'did you mean "@root.slide.heading"?',
    ],
    ['as a place', '{{@indx}}', 'points', '1:3', '@indx', 'did you mean "@index"?'],
    [
      'of a name of its own',
      '{{#each slide.events as |event|}}{{event.dat}}{{/each}}',
      'timeline',
      '1:36',
      'event.dat',
      'did you mean "event.date"?',
    ],
    [
      'in a helper',
      '{{between 0 1 section.progres}}',
      'points',
      '1:15',
      'section.progres',
      'did you mean "section.progress"?',
    ],
    ['in a helper in a helper', '{{between 0 1 (between 0 1 section.x)}}', 'points', '1:28', 'section.x', /./],
    ['at the top', '{{slid.title}}', 'points', '1:3', 'slid', 'did you mean "slide"?'],
    ['of another layout', '{{slide.columns}}', 'points', '1:3', 'slide.columns', /./],
    ['of a text', '{{slide.title.length}}', 'points', '1:3', 'slide.title.length', 'there are none'],
    ['of HTML', '{{slide.body.toHTML}}', 'points', '1:3', 'slide.body.toHTML', 'there are none'],
    ['of a list', '{{slide.columns.length}}', 'compare', '1:3', 'slide.columns.length', 'there are none'],
    ['by its number in a list', '{{slide.columns.[0].heading}}', 'compare', '1:3', 'slide.columns.0', /./],
    ['of a prototype', '{{slide.constructor}}', 'points', '1:3', 'slide.constructor', /./],
    ['of a prototype, by another way', '{{#if slide.__proto__}}a{{/if}}', 'points', '1:7', 'slide.__proto__', /./],
    ['as a helper without words', '{{between}}', 'points', '1:3', 'between', /./],
  ])('%s', (_, text, layout, place, name, hint) => {
    const { html, findings } = drawText(text, { layout });
    expect(html).toBe('');
    expect(findings.map(placed)).toEqual([`layouts/${layout}.hbs:${place} unknown-name`]);
    expect(findings[0]?.message).toBe(`the template is given nothing called "${name}"`);
    expect(findings[0]?.hint).toMatch(hint);
    expect(findings[0]?.related).toEqual({ message: 'met when drawing', span: MET });
  });

  test.each([
    ['that is called', '{{> p}}', '\n{{slide.hedding}}', 'points', '2:3', 'slide.hedding'],
    [
      'of the item it is called for',
      '{{#each slide.columns}}{{> p}}{{/each}}',
      '{{slide.id}}',
      'compare',
      '1:3',
      'slide',
    ],
    [
      'out of the item it is called for, which it cannot see',
      '{{#each slide.columns}}{{> p}}{{/each}}',
      '{{../talk.title}}',
      'compare',
      '1:3',
      '../talk.title',
    ],
    ['of what it is handed', '{{> p slide}}', '{{talk.title}}', 'points', '1:3', 'talk'],
  ])('in a partial %s', (_, text, partial, layout, place, name) => {
    const { findings } = drawText(text, { layout, partials: { p: partial } });
    expect(findings.map(placed)).toEqual([`partials/p.hbs:${place} unknown-name`]);
    expect(findings[0]?.message).toContain(`"${name}"`);
    expect(findings[0]?.related?.span).toEqual(MET);
  });

  test.each([
    ['what a partial is handed', '{{> p slid}}', '1:7'],
    ['what a partial is given by name', '{{> p a=slide.hedding}}', '1:9'],
  ])('in %s', (_, text, place) => {
    const { findings } = drawText(text, { partials: { p: 'x' } });
    expect(findings.map(placed)).toEqual([`layouts/points.hbs:${place} unknown-name`]);
  });

  test('inside a condition on one is found too', () => {
    const { findings } = drawText('{{#if slide.a}}{{slide.b}}{{/if}}{{#unless slide.c}}{{slide.d}}{{/unless}}');
    expect(findings).toHaveLength(4);
  });

  test('all of them are found together', () => {
    const text = '{{slide.a}}\n{{#each slide.b}}{{slide.c}}{{/each}}\n{{d 1}}\n{{> e}}\n{{{slide.title}}}';
    expect(drawText(text).findings.map(placed)).toEqual([
      'layouts/points.hbs:1:3 unknown-name',
      'layouts/points.hbs:2:9 unknown-name',
      'layouts/points.hbs:3:3 unknown-helper',
      'layouts/points.hbs:4:1 unknown-partial',
      'layouts/points.hbs:5:1 unescaped-output',
    ]);
  });
});

describe('what templates may not do is an error at its place', () => {
  test.each([
    ['write text without escaping it', '{{{slide.title}}}', 'points', '1:1 unescaped-output', /two braces/],
    [
      'write text without escaping it, in other words',
      'a {{&slide.title}}',
      'points',
      '1:3 unescaped-output',
      /two braces/,
    ],
    ['write HTML with three braces', '{{{slide.body}}}', 'points', '1:1 unescaped-output', /two braces/],
    ['call a helper that is not there', '{{betwen 1 2 3}}', 'points', '1:3 unknown-helper', 'did you mean "between"?'],
    [
      'call a helper of Handlebars that looks things up',
      '{{lookup slide "title"}}',
      'points',
      '1:3 unknown-helper',
      /known are/,
    ],
    ['call a helper of Handlebars that logs', '{{log slide.title}}', 'points', '1:3 unknown-helper', /known are/],
    [
      'call a block helper that is not there',
      '{{#repeat slide.title}}a{{/repeat}}',
      'points',
      '1:4 unknown-helper',
      /known are: each, if, unless, with/,
    ],
    [
      'call a block helper without its #',
      '{{unless slide.title}}',
      'points',
      '1:3 unknown-helper',
      'did you mean "#unless"?',
    ],
    ['call a block helper without a subject', '{{#if}}a{{/if}}', 'points', '1:4 wrong-arguments', /\{\{#if NAME\}\}/],
    ['call a block helper with two', '{{#if slide.id slide.title}}a{{/if}}', 'points', '1:4 wrong-arguments', /NAME/],
    ['call a helper with too little', '{{between 1 2}}', 'points', '1:3 wrong-arguments', /FROM TO FRACTION/],
    ['call a name as a helper', '{{slide.title a=1}}', 'points', '1:3 unknown-helper', /known are/],
    ['hand a partial two things', '{{> heading slide talk}}', 'points', '1:1 wrong-arguments', /NAME/],
    ['use a name as a block', '{{#slide.title}}a{{/slide.title}}', 'points', '1:4 unknown-helper', /./],
    ['call a partial that is not there', 'a\n{{> heding}}', 'points', '2:1 unknown-partial', 'did you mean "heading"?'],
    [
      'call a partial by a name that is worked out',
      '{{> (lookup slide "title")}}',
      'points',
      '1:1 unknown-partial',
      /./,
    ],
    [
      'call a partial with a block',
      '{{#> heading}}{{slide.title}}{{/heading}}',
      'points',
      '1:1 unsupported-block',
      /partials\//,
    ],
    ['define a partial', '{{#*inline "a"}}b{{/inline}}', 'points', '1:1 unsupported-block', /partials\//],
    ['show a list as text', '{{slide.columns}}', 'compare', '1:3 wrong-kind', /docs\/themes\.md/],
    ['show a record as text', '{{slide}}', 'points', '1:3 wrong-kind', /docs\/themes\.md/],
    ['show a picture as text', '{{slide.picture}}', 'figure', '1:3 wrong-kind', /docs\/themes\.md/],
    [
      'show an item as text',
      '{{#each slide.columns}}{{this}}{{/each}}',
      'compare',
      '1:26 wrong-kind',
      /docs\/themes\.md/,
    ],
    ['go through a text', '{{#each slide.title}}a{{/each}}', 'points', '1:9 wrong-kind', /docs\/themes\.md/],
    ['go through HTML', '{{#each slide.body}}a{{/each}}', 'points', '1:9 wrong-kind', /docs\/themes\.md/],
    ['go through a record', '{{#each slide}}a{{/each}}', 'points', '1:9 wrong-kind', /docs\/themes\.md/],
    ['go through a picture', '{{#each slide.picture}}a{{/each}}', 'figure', '1:9 wrong-kind', /docs\/themes\.md/],
  ])('%s', (_, text, layout, found, hint) => {
    const { html, findings } = drawText(text, { layout, partials: { heading: 'x' } });
    expect(html).toBe('');
    expect(findings.map(placed)).toEqual([`layouts/${layout}.hbs:${found}`]);
    expect(findings[0]?.hint).toMatch(hint);
    expect(findings[0]?.related?.span).toEqual(MET);
  });

  test.each([
    ['itself', { p: 'a {{> p}}' }, 'partials/p.hbs:1:3', 'p calls p'],
    ['itself by another', { p: '{{> q}}', q: 'a\n{{> p}}' }, 'partials/q.hbs:2:1', 'p calls q calls p'],
    ['itself under a condition', { p: '{{#if slide.title}}{{> p}}{{/if}}' }, 'partials/p.hbs:1:20', 'p calls p'],
  ])('call a partial that calls %s', (_, partials: Record<string, string>, place, chain) => {
    const { findings } = drawText('{{> p}}', { partials });
    expect(findings.map(placed)).toEqual([`${place} partial-cycle`]);
    expect(findings[0]?.message).toContain(chain);
  });
});

test('a partial may be called twice', () => {
  expect(drawText('{{> p}}{{> p}}', { partials: { p: 'a' } })).toEqual({ html: 'aa', findings: [] });
});
