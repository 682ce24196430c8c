import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { afterText, type HtmlPlace, TEXT_PLACE } from '../../src/theme/html-place.ts';
import { placed } from '../talk/talk-of.ts';
import { drawText, MET } from './draw-text.ts';

const PARTIALS = {
  classes: 'a {{slide.density}}',
  attributes: ' id="{{slide.id}}" data-a',
  item: '<li>{{heading}}</li>',
  open: '<div class="a">',
};

describe('data may stand', () => {
  test.each([
    ['between tags', '<p>{{slide.title}}</p>{{slide.body}}', 'points'],
    ['in a value in quotation marks', `<p class="{{slide.id}}" title='a {{slide.title}} b'>`, 'points'],
    ['in a value with space around its sign', '<p class = "{{slide.id}}">', 'points'],
    ['in a value behind one without quotation marks', '<p class=a title="{{slide.title}}">', 'points'],
    ['in a value of which a condition decides', '<p class="a{{#if slide.id}} {{slide.id}}{{/if}}">', 'points'],
    ['in a whole attribute under a condition', '<p{{#if slide.id}} id="{{slide.id}}"{{/if}}>{{slide.title}}', 'points'],
    [
      'in an attribute behind one without a value under a condition',
      '<p{{#if slide.id}} hidden{{/if}} id="{{slide.id}}">',
      'points',
    ],
    ['in an attribute right behind a condition', '<p {{#if slide.id}}hidden {{/if}}id="{{slide.id}}">', 'points'],
    [
      'in attributes under conditions that follow one another',
      '<p{{#if slide.id}} hidden{{/if}}{{#if slide.id}} id="{{slide.id}}"{{/if}}>',
      'points',
    ],
    [
      'in one of two attributes',
      '<p{{#if slide.id}} id="{{slide.id}}"{{else}} title="{{slide.title}}"{{/if}}>',
      'points',
    ],
    ['in one of two tags', '{{#if slide.id}}<p id="{{slide.id}}">{{else}}<p>{{/if}}', 'points'],
    ['in one of two whole values', '<p class={{#if slide.id}}"{{slide.id}}"{{else}}"a"{{/if}}>', 'points'],
    ['in values that a list repeats', '<p class="{{#each slide.columns}}{{classes}} {{/each}}">', 'compare'],
    ['in tags that a list repeats', '{{#each slide.columns}}<li id="{{id}}">{{body}}</li>{{/each}}', 'compare'],
    ['behind a tag that is closed in itself', '<br/>{{slide.title}}<hr />', 'points'],
    ['behind a comment', '<!-- <p class= -->{{slide.title}}<!-->{{slide.title}}<!--->{{slide.title}}', 'points'],
    [
      'behind a script and a style',
      '<style>a > b {}</style>{{slide.title}}<script>"p"</script >{{slide.title}}',
      'points',
    ],
    ['behind a sign that opens no tag', '1 < 2 {{slide.title}} <3 {{slide.title}}', 'points'],
    ['in the title of a drawing', '<svg><title>{{slide.title}}</title></svg>', 'points'],
    ['behind a section of SVG', '<svg><![CDATA[ a ]]>{{slide.title}}</svg>', 'points'],
    ['in numbers of a drawing', '<circle cy="{{between 0 1 section.progress}}" r="{{slide.number}}"/>', 'points'],
    ['in a style, when it is a number', '<p style="width: {{slide.number}}%; left: {{between 0 1 0.5}}px">', 'points'],
    ['in a style, when it is made for it', '<p style="width: {{slide.picture.width}}">', 'figure'],
    ['in an animation, when it is a number', '<animate attributeName="r" to="{{slide.number}}"/>', 'points'],
    [
      'in an address, when it is one',
      '<img src="{{slide.picture.src}}"><image xlink:href="{{slide.picture.src}}"/>',
      'figure',
    ],
    ['in an address behind one', '<a href="{{slide.picture.src}}#a{{slide.id}}">', 'figure'],
    ['in an address by the helper', '<a href="{{url talk.event}}">', 'points'],
    ['in an address of this page', '<a href="#{{slide.id}}"><use href="#a-{{slide.id}}-{{slide.title}}"/>', 'points'],
    [
      'in a list of addresses',
      '<img srcset="{{slide.picture.src}} 1x, {{slide.picture.src}} {{slide.number}}x">',
      'figure',
    ],
    [
      'in an attribute whose name only looks like an address',
      '<p data-source="{{slide.title}}" alt="{{slide.title}}">',
      'points',
    ],
    ['in a partial that is part of a value', '<p class="{{> classes}} {{slide.id}}">', 'points'],
    ['in a partial that is some attributes', '<p{{> attributes}}>{{slide.title}}', 'points'],
    ['in a partial in a list', '{{#each slide.columns}}{{> item}}{{/each}}', 'compare'],
    ['behind a partial that leaves an element open', '{{> open}}{{slide.title}}</div>', 'points'],
    ['nowhere, in a comment of the template', '<p {{! slide.title }}class="a"{{!-- b --}}>', 'points'],
  ])('%s', (_, text, layout) => {
    const data = { talk: {}, section: {}, slide: { columns: [], picture: { src: 'a.svg' } } };
    expect(drawText(text, { layout, data, partials: PARTIALS }).findings).toEqual([]);
  });
});

describe('data may not stand', () => {
  test.each([
    ['in a value without quotation marks', '<div class={{slide.id}}>', '1:12 unsafe-place', /class="\.\.\."/],
    [
      'in a value that begins without quotation marks',
      '<div class=a-{{slide.id}}>',
      '1:14 unsafe-place',
      /class="\.\.\."/,
    ],
    [
      'in a value without them behind a condition',
      '<div class={{#if slide.id}}a{{/if}}{{slide.id}}>',
      '1:36 unsafe-place',
      /./,
    ],
    ['where an attribute is named', '<div {{slide.id}}>', '1:6 unsafe-place', /whole attribute/],
    ['in the name of an attribute', '<div data-{{slide.id}}="a">', '1:11 unsafe-place', /names out/],
    ['behind the name of an attribute', '<div hidden {{slide.id}}>', '1:13 unsafe-place', /names out/],
    ['behind a value', '<div class="a"{{slide.id}}>', '1:15 unsafe-place', /names out/],
    [
      'in a value whose name is data',
      '<div {{slide.id}}="{{slide.title}}">',
      '1:6 unsafe-place,1:20 unsafe-place',
      /names out/,
    ],
    [
      'in a value whose name a condition decides',
      '<a {{#if slide.id}}href{{else}}title{{/if}}="{{slide.title}}">',
      '1:46 unsafe-place',
      /whole attributes/,
    ],
    [
      'in a value whose name a condition begins',
      '<a {{#if slide.id}}on{{/if}}click="{{slide.title}}">',
      '1:36 unsafe-place',
      /whole attributes/,
    ],
    ['in the name of a tag', '<{{slide.density}}>', '1:2 unsafe-place', /\{\{#if\}\}/],
    ['in a part of the name of a tag', '<h{{slide.number}}>a', '1:3 unsafe-place', /\{\{#if\}\}/],
    ['in the name of a closing tag', '</h{{slide.number}}>', '1:4 unsafe-place', /\{\{#if\}\}/],
    ['in a script', '<script>"{{slide.title}}"</script>', '1:10 unsafe-place', /escaping/],
    ['in a script, in other letters', '<SCRIPT>"{{slide.title}}"</Script>', '1:10 unsafe-place', /escaping/],
    [
      'in a script behind what only seems to end it',
      '<script>"</scrip></scripts>"{{slide.title}}</script>',
      '1:29 unsafe-place',
      /escaping/,
    ],
    [
      'in a script behind a comment in it',
      '<script><!--<script></script>{{slide.title}}',
      '1:30 unsafe-place',
      /escaping/,
    ],
    ['in a style sheet', '<style>p { color: {{slide.title}} }</style>', '1:19 unsafe-place', /escaping/],
    [
      'in what a browser does not read as HTML',
      '<iframe>{{slide.title}}</iframe><textarea>{{slide.title}}</textarea>',
      '1:9 unsafe-place,1:43 unsafe-place',
      /./,
    ],
    ['in the title of a drawing, as HTML', '<svg><title>{{slide.heading}}</title></svg>', '1:13 unsafe-place', /./],
    [
      'in a tag in the title of a drawing',
      '<svg><title><a class={{slide.id}}></title></svg>',
      '1:22 unsafe-place',
      /./,
    ],
    ['in a comment', '<!-- {{slide.title}} -->', '1:6 unsafe-place', /\{\{! \}\}/],
    ['in a comment that has not ended', '<!--> --> <!-- -- > {{slide.title}} -->', '1:21 unsafe-place', /./],
    [
      'in what a browser takes for a comment',
      '<!a {{slide.title}}><?a {{slide.title}}></ {{slide.title}}>',
      '1:5 unsafe-place,1:25 unsafe-place,1:44 unsafe-place',
      /./,
    ],
    ['behind a section that ends in two ways', '<![CDATA[ > ]]>{{slide.title}}', '1:16 unsafe-place', /./],
    [
      'in an attribute of events',
      '<p onclick="{{slide.id}}" ONLOAD="{{slide.number}}">',
      '1:13 unsafe-place,1:35 unsafe-place',
      /no scripts/,
    ],
    [
      'in a page in an attribute',
      '<iframe srcdoc="{{slide.title}}"></iframe>',
      '1:17 unsafe-place',
      /where it belongs/,
    ],
    ['in a style', '<p style="color: {{slide.title}}">', '1:18 unsafe-place', /numbers/],
    [
      'in what an animation makes of another attribute',
      '<animate attributeName="href" to="{{slide.title}}"/><set attributeName="{{slide.id}}"/>',
      '1:35 unsafe-place,1:73 unsafe-place',
      /numbers/,
    ],
    ['in a value, as HTML', '<p title="{{slide.heading}}">', '1:11 html-in-attribute', /slide\.title/],
    ['in an address, as HTML', '<a href="{{slide.body}}">', '1:10 html-in-attribute', /./],
    ['in an address, as any text', '<a href="{{slide.title}}">', '1:10 unsafe-address', /\{\{url NAME\}\}/],
    ['in an address behind any text', '<a href="java{{slide.title}}">', '1:14 unsafe-address', /./],
    ['in an address behind other data', '<a href="{{slide.number}}{{url slide.title}}">', '1:26 unsafe-address', /./],
    [
      'in an address right behind one, as part of its host',
      '<a href="{{url talk.event}}{{slide.title}}">',
      '1:28 unsafe-address',
      /./,
    ],
    [
      'in an address behind one and other text',
      '<a href="{{url talk.event}}.{{slide.title}}">',
      '1:29 unsafe-address',
      /./,
    ],
    [
      'in an address behind a sign that a condition decides',
      '<a href="{{#if slide.id}}#{{/if}}{{slide.title}}">',
      '1:34 unsafe-address',
      /./,
    ],
    ['in an address that a partial writes', '<a href="{{> classes}}">', 'partials/classes.hbs:1:3 unsafe-address', /./],
    [
      'in a list of addresses behind one',
      '<img srcset="{{url talk.event}}#1x, {{slide.title}}">',
      '1:37 unsafe-address',
      /./,
    ],
    ['in an address in braces for a script', '<p class="a" href="{{this.slide.title}}">', '1:20 unsafe-address', /./],
  ])('%s', (_, text, found, hint) => {
    const { findings } = drawText(text, { partials: PARTIALS });
    const places = found.split(',').map((place) => (place.includes('.hbs') ? place : `layouts/points.hbs:${place}`));
    expect(findings.map(placed).filter((place) => !place.endsWith('unbalanced-html'))).toEqual(places);
    expect(findings[0]?.hint).toMatch(hint);
    expect(findings[0]?.related?.span).toEqual(MET);
  });

  test.each(
    [
      'src',
      'srcset',
      'action',
      'formaction',
      'xlink:href',
      'poster',
      'data',
      'data-src',
      'data-background-iframe',
      'HREF',
    ].map((attribute) => [attribute]),
  )('in the address %s, as any text', (attribute) => {
    const { findings } = drawText(`<x ${attribute}="{{slide.title}}">`);
    expect(findings.map(({ rule }) => rule)).toEqual(['unsafe-address']);
  });
});

describe('what begins in a block ends in it', () => {
  test.each([
    ['a tag', '<p {{#if slide.id}}>{{/if}}', '1:7 unbalanced-html', 'this block can end between tags and in a tag'],
    [
      'a value',
      '<p class="{{#if slide.id}}a"{{/if}}>',
      '1:14 unbalanced-html',
      'in a tag and in the attribute "class"',
    ],
    ['a value in other marks', `<p class={{#if slide.id}}"{{else}}'{{/if}}a">`, '1:13 unbalanced-html', '"class"'],
    ['a value without marks', '<p{{#if slide.id}} class=a{{/if}}>', '1:6 unbalanced-html', 'without quotation marks'],
    ['a comment', '{{#unless slide.id}}<!--{{/unless}} a -->', '1:4 unbalanced-html', 'in a comment and between tags'],
    ['a script', '{{#if slide.id}}<script>{{/if}} a </script>', '1:4 unbalanced-html', 'in <script>'],
    [
      'what one of two ways opens',
      '{{#if slide.id}}<p{{else}}<p>{{/if}}>',
      '1:4 unbalanced-html',
      'in a tag and between tags',
    ],
    [
      'what a list repeats',
      '{{#each slide.footnotes}}<p {{/each}}',
      '1:4 unbalanced-html',
      'in a tag and between tags',
    ],
    ['a tag of the template', '<p class="a"', '1:12 unbalanced-html', 'the template ends in a tag'],
    [
      'a value of the template',
      'a\n<p class="a>b</p>\n',
      '2:17 unbalanced-html',
      'the template ends in the attribute "class"',
    ],
    ['a tag of a partial', '{{> half}}>', 'partials/half.hbs:1:2 unbalanced-html', 'the template ends in a tag'],
    ['a value of a partial', '<p {{> end}}', 'partials/end.hbs:1:11 unbalanced-html', 'the template ends between tags'],
  ])('%s', (_, text, found, message) => {
    const { findings } = drawText(text, { partials: { half: '<p', end: 'class="a">b' } });
    expect(placed(findings[0] as never)).toBe(found.includes('.hbs') ? found : `layouts/points.hbs:${found}`);
    expect(findings[0]?.message).toContain(message);
  });

  test('also when a list repeats it in another place than it began', () => {
    const text = '<a href="{{#each slide.columns}}{{#if @first}}#{{/if}}{{../slide.title}}{{/each}}">';
    expect(drawText(text, { layout: 'compare' }).findings.map(({ rule }) => rule)).toEqual(['unsafe-address']);
    const named = '<a {{#each slide.columns}} data-a{{/each}}="{{slide.title}}">';
    expect(drawText(named, { layout: 'compare' }).findings.map(({ rule }) => rule)).toEqual(['unsafe-place']);
  });
});

describe('the place in HTML is that which a parser of HTML has', () => {
  const PIECES = [
    ...['<svg>', '</svg>', '<math>', '<desc>', '<foreignObject>', '<![CDATA[', ']]>', '<script/>', '<style/>'],
    ...[
      '<title>',
      '</title >',
      '<noscript>',
      '</noscript>',
      '<plaintext>',
      '<xmp>',
      '</xmp>',
      '<SCRIPT>',
      '</Script\n',
    ],
    ...['<template>', '<select>', '<option>', '<table>', '<frameset>', 'onx=', '\f', '\r', '\0'],
    ...[
      '<p',
      '<a',
      '</p',
      '<svg',
      '>',
      '/>',
      ' ',
      '\n',
      '=',
      '"',
      "'",
      '`',
      ' class=',
      ' href="',
      " id='",
      'x',
      '<',
      '</',
      '/',
    ],
    ...[
      '<!--',
      '-->',
      '--!>',
      '<!-->',
      '-',
      '!',
      '<!x',
      '<?',
      '<script>',
      '</script>',
      '<style>',
      '</style ',
      '</styles>',
    ],
    ...['<textarea>', '</textarea>', '<title>', '</title>', '<iframe>', '</iframe>', '&', '#', '?'],
  ];

  test('for any pieces one after another', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const html = pieces.join('');
        const place = afterText(TEXT_PLACE, html);
        const seen = placeSeen(html);
        // What is the same to both, or is held for a place where data is an error.
        if (seen === 'text') expect(['text', 'tag-name', ...ERRORS], html).toContain(kindOf(place));
        else if (seen === 'value') expect(['value', ...ERRORS], html).toContain(kindOf(place));
        else expect([...ERRORS, 'text-gone'], html).toContain(seen === 'gone' ? gone(place) : kindOf(place));
      }),
      { numRuns: 3000 },
    );
  });

  const ERRORS = ['tag-name', 'tag', 'attribute-name', 'equals', 'unquoted', 'declaration', 'comment', 'raw'];

  function kindOf(place: HtmlPlace): string {
    return place.in === 'value' && place.quote === '' ? 'unquoted' : place.in;
  }

  /** A piece that a parser leaves out can stand anywhere: nothing comes of it. */
  function gone(place: HtmlPlace): string {
    return ['text', 'value'].includes(kindOf(place)) ? 'text-gone' : kindOf(place);
  }

  /** Where a mark that is written behind some HTML turns up: in a text, in a value in quotation marks, or elsewhere. */
  function placeSeen(html: string): 'text' | 'value' | 'elsewhere' | 'gone' {
    const MARK = 'qqmarkqq';
    const whole = `${html}${MARK}`;
    // With both kinds of marks, and a tag, behind it, so that a value that is open ends.
    const trees = ['', '">', "'>"].map((end) => ({
      end,
      tree: fromHtml(`<div>${whole}${end}`, { fragment: true, verbose: true }),
    }));
    const found = trees
      .map(({ end, tree }) => find(tree, MARK, `<div>${whole}${end}`))
      .filter((where) => where !== 'gone');
    if (found.includes('elsewhere')) return 'elsewhere';
    if (found.includes('value')) return 'value';
    return found.includes('text') ? 'text' : 'gone';
  }

  function find(node: Nodes, mark: string, source: string): 'text' | 'value' | 'elsewhere' | 'gone' {
    if (node.type === 'text') return node.value.includes(mark) ? 'text' : 'gone';
    if (node.type === 'comment') return node.value.includes(mark) ? 'elsewhere' : 'gone';
    if (node.type !== 'element' && node.type !== 'root') return 'gone';
    if (node.type === 'element') {
      if (['script', 'style', 'textarea', 'title', 'iframe'].includes(node.tagName))
        return JSON.stringify(node.children).includes(mark) ? 'elsewhere' : ownPlace(node, mark, source);
      const own = ownPlace(node, mark, source);
      if (own !== 'gone') return own;
    }
    const places = node.children.map((child) => find(child, mark, source));
    return places.find((place) => place !== 'gone') ?? 'gone';
  }

  function ownPlace(element: Element, mark: string, source: string): 'value' | 'elsewhere' | 'gone' {
    if (element.tagName.includes(mark)) return 'elsewhere';
    for (const [name, value] of Object.entries(element.properties)) {
      if (name.toLowerCase().includes(mark)) return 'elsewhere';
      if (!String(value).includes(mark)) continue;
      const end = element.data?.position?.properties?.[name]?.end.offset ?? 0;
      return /["']/.test(source[end - 1] ?? '') ? 'value' : 'elsewhere';
    }
    return 'gone';
  }
});
