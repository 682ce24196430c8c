import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';
import type { Shape } from '../view/shape.ts';
import { htmlInAttribute, unsafeAddress, unsafePlace } from './findings.ts';
import { type AttributePlace, type HtmlPlace, UNCERTAIN } from './html-place.ts';

/** Attributes whose value leads to something, of HTML and SVG; with `data-` before them scripts may make them such. */
const ADDRESSES = new Set([
  ...['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'background', 'cite', 'codebase'],
  ...['longdesc', 'manifest', 'ping', 'usemap', 'imagesrcset', 'archive', 'classid', 'base', 'icon', 'profile'],
]);
/** reveal.js takes addresses from these too. */
const DATA_ADDRESSES = /^data-(?:background-|preview-)/;
/** Attributes by which an animation of SVG changes another attribute, whichever it names. */
const ANIMATIONS = new Set(['attributename', 'from', 'to', 'by', 'values']);

/**
 * What is wrong with data at a place of a template, wherever that is drawn; `null` when nothing is. `shape` is that of the
 * data; `null` when it is not known, and then the place alone is judged.
 */
export function checkData(place: HtmlPlace, shape: Shape | null, span: Span): Finding | null {
  switch (place.in) {
    case 'text':
      return null;
    case 'tag-name':
      return unsafePlace(span, 'in the name of a tag', 'write each tag out, and choose by {{#if}}');
    case 'tag':
    case 'attribute-name':
      return unsafePlace(
        span,
        'where the name of an attribute stands',
        'write names out, and put a condition around a whole attribute: {{#if slide.id}} id="{{slide.id}}"{{/if}}',
      );
    case 'equals':
      return unquoted(place.attribute, span);
    case 'value':
      return place.quote === '' ? unquoted(place.attribute, span) : checkValue(place, shape, span);
    case 'declaration':
    case 'comment':
      return unsafePlace(span, 'in a comment of HTML', 'comments that are not for the page are {{! }} and {{!-- --}}');
    case 'raw':
      if (place.element === 'title' && !place.hasTags && shape?.kind !== 'html') return null;
      if (place.element === UNCERTAIN)
        return unsafePlace(span, 'in a tag whose name a condition decides', 'put {{#if}} around whole tags');
      return unsafePlace(span, `in <${place.element}>`, 'what stands there is no HTML, and escaping does not hold');
  }
}

function unquoted(attribute: string, span: Span): Finding {
  const name = attribute === UNCERTAIN ? 'name' : attribute;
  return unsafePlace(span, 'in an attribute without quotation marks', `put them around its value: ${name}="..."`);
}

function checkValue(place: AttributePlace, shape: Shape | null, span: Span): Finding | null {
  const { attribute, element } = place;
  if (attribute === UNCERTAIN)
    return unsafePlace(span, 'in an attribute whose name a condition decides', 'put {{#if}} around whole attributes');
  if (attribute.startsWith('on'))
    return unsafePlace(span, `in "${attribute}", which runs as a script`, 'the deck runs no scripts of templates');
  if (attribute === 'srcdoc')
    return unsafePlace(span, 'in "srcdoc", which is a page', 'write its HTML where it belongs');
  if (shape === null || shape.kind === 'number' || shape.kind === 'flag') return null;
  if (/^(?:animate|set)/.test(element) && ANIMATIONS.has(attribute))
    return unsafePlace(
      span,
      `in "${attribute}" of <${element}>, which changes attributes`,
      'only numbers may stand there',
    );
  if (attribute === 'style' && !(shape.kind === 'text' && shape.use === 'style'))
    return unsafePlace(
      span,
      'in a style',
      'numbers may stand there, and names that are made for it: see docs/themes.md',
    );
  if (shape.kind === 'html') return htmlInAttribute(span, attribute);
  if (!isAddress(element, attribute) || leadsNowhereElse(place, shape)) return null;
  return unsafeAddress(span, attribute);
}

function isAddress(element: string, attribute: string): boolean {
  const name = attribute.replace(/^(?:xlink:|xml:|data-)/, '');
  return ADDRESSES.has(name) || DATA_ADDRESSES.test(attribute) || (element === 'meta' && name === 'content');
}

/** Whether data of this shape leaves an address that Rostrum made, or that is a place of this page. */
function leadsNowhereElse({ attribute, begins }: AttributePlace, shape: Shape): boolean {
  const isMade = shape.kind === 'text' && shape.use === 'address';
  // A list of addresses: each piece of it may be one.
  if (attribute.endsWith('srcset')) return isMade;
  return begins === 'settled' || (begins === 'not-yet' && isMade);
}
