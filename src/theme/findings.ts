import type { Finding } from '../text/finding.ts';
import { nearestHint } from '../text/nearest.ts';
import { type Source, type Span, spanOf } from '../text/source.ts';
import { type HtmlPlace, UNCERTAIN } from './html-place.ts';

export function unknownTheme(span: Span | null, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-theme',
    severity: 'error',
    message: `no theme is called "${name}"`,
    hint: nearestHint(name, known),
    ...(span ? { span } : {}),
  };
}

export function noSuchPackage(span: Span | null, name: string): Finding {
  return {
    rule: 'unknown-theme',
    severity: 'error',
    message: `no package "${name}" that is a theme is installed`,
    hint: `run "npm install ${name}" in the folder of the talk; a package that is a theme has a theme.yaml`,
    ...(span ? { span } : {}),
  };
}

/** `command` is what trusts it. */
export function untrustedTheme(
  span: Span | null,
  name: string,
  path: string,
  hasChanged: boolean,
  command: string,
): Finding {
  const state = hasChanged ? 'has changed since you trusted it' : 'is not trusted yet';
  return {
    rule: 'untrusted-theme',
    severity: 'error',
    message:
      `the theme "${name}" is a package, at ${path}, and ${state}: ` +
      'a theme is code, its templates and CSS decide what is shown, published and printed',
    hint: `look at its files, then run "${command}"`,
    ...(span ? { span } : {}),
  };
}

export function brokenTrust(path: string, reason: string): Finding {
  return {
    rule: 'broken-trust',
    severity: 'error',
    message: `${path}, which holds the themes that you trust, cannot be read: ${reason}`,
    hint: 'mend or remove that file; then "rostrum theme trust" writes it anew',
  };
}

export function outsideThemeFile(path: string): Finding {
  return {
    rule: 'outside-theme',
    severity: 'error',
    message: `${path} leads out of the folder of its theme, so it could change without the theme`,
    hint: 'put a file in place of the link',
  };
}

export function tooLargeTheme(path: string, mostFiles: number, mostBytes: number): Finding {
  return {
    rule: 'too-large',
    severity: 'error',
    message: `${path}: more than the ${mostFiles} files or ${Math.floor(mostBytes / 1_000_000)} MB that a theme may have`,
    hint: 'leave out of the package what the theme does not need',
  };
}

export function noThemeToTrust(name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-theme',
    severity: 'error',
    message: `no package "${name}" that is a theme is installed where the talk looks for it`,
    hint: nearestHint(name, known),
  };
}

export function extendsItself(span: Span, chain: readonly string[]): Finding {
  return {
    rule: 'theme-cycle',
    severity: 'error',
    message: `a theme cannot extend itself: ${chain.join(' extends ')}`,
    hint: 'let the last of them extend "base", or nothing',
    span,
  };
}

export function unknownTemplate(name: string, theme: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-template',
    severity: 'error',
    message: `the theme "${theme}" has no layout, partial or print called "${name}"`,
    hint: nearestHint(name, known),
  };
}

export function invalidThemeName(name: string): Finding {
  return {
    rule: 'invalid-theme-name',
    severity: 'error',
    message: `a theme cannot be called "${name}"`,
    hint: 'expected: letters from a to z, digits, "-" and "_", and not the name of a folder that templates/ has for itself, such as "layouts"',
  };
}

export function loneDeclaration(span: Span, layout: string): Finding {
  return {
    rule: 'lone-declaration',
    severity: 'warning',
    message: `no ${layout}.hbs stands beside this file, so what it declares is not used`,
    hint: 'put it beside the layout that it is about, under the same name',
    span,
  };
}

export function unreadableTemplate(path: string, reason: string): Finding {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `${path} cannot be read: ${reason}`,
    hint: 'save it as UTF-8 text that you may read',
  };
}

export function missingPackage(span: Span, name: string): Finding {
  return {
    rule: 'missing-package',
    severity: 'error',
    message: `the font package "${name}" is not installed`,
    hint: `run "npm install ${name}" in the folder of the theme`,
    span,
  };
}

export function missingFace(span: Span, name: string, face: string): Finding {
  return {
    rule: 'missing-face',
    severity: 'error',
    message: `the font package "${name}" has no face "${face}"`,
    hint: 'faces are the names of its CSS files without ".css": "400", "400-italic"',
    span,
  };
}

export function missingSubset(span: Span, name: string, face: string, subset: string): Finding {
  return {
    rule: 'missing-subset',
    severity: 'error',
    message: `the face "${face}" of the font package "${name}" has no subset "${subset}"`,
    hint: 'subsets are in the names of its files: noto-sans-arabic-arabic-400-normal.woff2 is of "arabic"; without the field all are used',
    span,
  };
}

export function unbundledCharacters(characters: readonly string[]): Finding {
  const codes = characters.map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${character} (U+${code})`;
  });
  const more = codes.length > 8 ? ` and ${codes.length - 8} more` : '';
  return {
    rule: 'unbundled-character',
    severity: 'warning',
    message: `no font of the theme has ${codes.slice(0, 8).join(', ')}${more}: another machine may show it differently, or as a box`,
    hint: 'write it otherwise, or add a font that has it to the theme',
  };
}

export function templateSyntax(span: Span, reason: string): Finding {
  return {
    rule: 'template-syntax',
    severity: 'error',
    message: `this template cannot be read: ${reason}`,
    hint: 'see https://handlebarsjs.com/guide/ for what a template may hold',
    span,
  };
}

export function unknownName(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-name',
    severity: 'error',
    message: `the template is given nothing called "${name}"`,
    hint: nearestHint(name, known),
    span,
  };
}

export function unknownHelper(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-helper',
    severity: 'error',
    message: `no helper is called "${name}"`,
    hint: nearestHint(name, known),
    span,
  };
}

export function unknownPartial(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-partial',
    severity: 'error',
    message: `no partial is called "${name}"`,
    hint: nearestHint(name, known),
    span,
  };
}

export function unknownPrint(source: Source, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-print',
    severity: 'warning',
    message: `no kind of print is called "${name}", so this template draws nothing`,
    hint: nearestHint(name, known),
    span: spanOf(source, 0),
  };
}

export function partialCycle(span: Span, chain: readonly string[]): Finding {
  return {
    rule: 'partial-cycle',
    severity: 'error',
    message: `a partial cannot call itself: ${chain.join(' calls ')}`,
    hint: 'take one of the calls out',
    span,
  };
}

export function unsupportedBlock(span: Span): Finding {
  return {
    rule: 'unsupported-block',
    severity: 'error',
    message: 'a partial has no block, and none is defined inside a template',
    hint: 'write {{> name}}, and put the partial into a file of its own in partials/',
    span,
  };
}

export function unescapedOutput(span: Span): Finding {
  return {
    rule: 'unescaped-output',
    severity: 'error',
    message: 'a template may not write text without escaping it',
    hint: 'use two braces: what is HTML by its nature, such as slide.body, is written as HTML all the same',
    span,
  };
}

export function wrongKind(span: Span, name: string, expected: string): Finding {
  return {
    rule: 'wrong-kind',
    severity: 'error',
    message: `"${name}" is not ${expected}`,
    hint: 'docs/themes.md says what each name holds',
    span,
  };
}

export function wrongArguments(span: Span, name: string, parameters: readonly string[]): Finding {
  return {
    rule: 'wrong-arguments',
    severity: 'error',
    message: `"${name}" is not called as it must be`,
    hint: `write it as {{${[name, ...parameters].join(' ')}}}`,
    span,
  };
}

export function unsafePlace(span: Span, where: string, hint: string): Finding {
  return {
    rule: 'unsafe-place',
    severity: 'error',
    message: `data may not stand ${where}`,
    hint,
    span,
  };
}

export function unsafeAddress(span: Span, attribute: string): Finding {
  return {
    rule: 'unsafe-address',
    severity: 'error',
    message: `in "${attribute}" data must be an address that Rostrum made, and this is any text`,
    hint: 'write {{url NAME}}, which lets harmless addresses through; to a place of this page, #{{NAME}}',
    span,
  };
}

export function htmlInAttribute(span: Span, attribute: string): Finding {
  return {
    rule: 'html-in-attribute',
    severity: 'error',
    message: `HTML may not stand in "${attribute}": its quotation marks would end the attribute`,
    hint: 'use a name that holds text, such as slide.title for slide.heading',
    span,
  };
}

export function unbalancedBlock(span: Span, one: HtmlPlace, other: HtmlPlace): Finding {
  return {
    rule: 'unbalanced-html',
    severity: 'error',
    message: `this block can end ${wordsFor(one)} and ${wordsFor(other)}: what follows would mean two things`,
    hint: 'end in a block what begins in it: tags, values in quotation marks, comments',
    span,
  };
}

export function unbalancedTemplate(span: Span, end: HtmlPlace): Finding {
  return {
    rule: 'unbalanced-html',
    severity: 'error',
    message: `the template ends ${wordsFor(end)}`,
    hint: 'end in a template what begins in it: tags, values in quotation marks, comments',
    span,
  };
}

function wordsFor(place: HtmlPlace): string {
  switch (place.in) {
    case 'text':
      return 'between tags';
    case 'tag-name':
    case 'tag':
      return 'in a tag';
    case 'attribute-name':
    case 'equals':
    case 'value': {
      const name = place.attribute === UNCERTAIN ? 'an attribute' : `the attribute "${place.attribute}"`;
      return place.in === 'value' && place.quote === '' ? `in ${name} without quotation marks` : `in ${name}`;
    }
    case 'declaration':
    case 'comment':
      return 'in a comment';
    case 'raw':
      return `in <${place.element}>`;
  }
}

export function unknownColor(span: Span, text: string, names: readonly string[]): Finding {
  return {
    rule: 'unknown-color',
    severity: 'error',
    message: `"${text}" is no colour of CSS`,
    hint: /^[a-z]+$/i.test(text)
      ? nearestHint(text, names)
      : 'write it as "#0b5fae", as rgb(), hsl() or oklch(), or by its name',
    span,
  };
}

export function transparentColor(span: Span, text: string): Finding {
  return {
    rule: 'unknown-color',
    severity: 'error',
    message: `"${text}" lets what is behind it show, so nobody can say whether it can be read`,
    hint: 'write the colour as it looks on white, without transparency',
    span,
  };
}

/** `uses` says what each colour has become, or why nothing, and why a role stays the theme's. */
export function brandColorsUsed(span: Span, uses: readonly string[]): Finding {
  return {
    rule: 'brand-colors',
    severity: 'info',
    message: `the colours of the brand are used where they can be read: ${uses.join('; ')}`,
    hint: 'give "colors" a darker or a lighter one for these, or leave them to the theme',
    span,
  };
}

export function noWords(lang: string): Finding {
  return {
    rule: 'no-words',
    severity: 'info',
    message: `what Rostrum itself says in the deck is in English: it has no words for "${lang}"`,
    hint: `put a words/${lang.split('-')[0]}.yaml into templates/, as templates/base/words/en.yaml is`,
  };
}

export function missingWords(lang: string, names: readonly string[]): Finding {
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return {
    rule: 'missing-words',
    severity: 'warning',
    message: `the words for "${lang}" lack ${names.slice(0, 5).join(', ')}${more}: these are in English`,
    hint: 'add them to the file of this language in words/',
  };
}

export function otherPlaceholders(span: Span, name: string, expected: readonly string[]): Finding {
  const parts = expected.length === 0 ? 'nothing in braces' : expected.join(' and ');
  return {
    rule: 'invalid-field',
    severity: 'error',
    message: `the field "${name}" must hold ${parts}, as in English`,
    hint: 'what stands in braces is filled in, and stays as it is',
    span,
  };
}
