import type { Finding } from '../text/finding.ts';
import { nearestHint } from '../text/nearest.ts';
import type { Span } from '../text/source.ts';
import { DEEPEST, LONGEST_TEXT, MOST_CELLS, MOST_MARKS, WIDEST_TABLE } from './bounds.ts';

export function unclosedDivision(span: Span, name: string): Finding {
  return {
    rule: 'unclosed-division',
    severity: 'error',
    message: `this "::: ${name}" is never closed, so all that follows would belong to it`,
    hint: 'close it with ":::" on a line of its own',
    span,
  };
}

export function misplacedDivision(span: Span): Finding {
  return {
    rule: 'misplaced-division',
    severity: 'error',
    message: 'this line opens no box, so it and what follows it would be on the slide as text',
    hint: 'a box begins on a line of its own, not in a quotation, with one name or with {.several .names}; "\\:::" is text',
    span,
  };
}

export function unclosedCode(span: Span): Finding {
  return {
    rule: 'unclosed-code',
    severity: 'error',
    message: 'this block of code is never closed, so all that follows would belong to it',
    hint: 'close it with the same fence on a line of its own',
    span,
  };
}

export function unclosedComment(span: Span): Finding {
  return {
    rule: 'unclosed-comment',
    severity: 'error',
    message: 'this comment is never closed, so all that follows would belong to it',
    hint: 'close it with "-->"',
    span,
  };
}

export function tooDeep(span: Span): Finding {
  return {
    rule: 'too-deep',
    severity: 'error',
    message: `something in this outline is nested deeper than ${DEEPEST} levels, in lists, quotations or divisions`,
    hint: 'take out some of the levels',
    span,
  };
}

export function tooLong(span: Span, length: number): Finding {
  return {
    rule: 'too-long',
    severity: 'error',
    message: `this text is ${length} characters long without a break; up to ${LONGEST_TEXT} are read`,
    hint: 'divide it into paragraphs, by empty lines',
    span,
  };
}

export function tooMuchEmphasis(span: Span): Finding {
  return {
    rule: 'too-long',
    severity: 'error',
    message: `this text has more than ${MOST_MARKS} signs that may mark emphasis; no more are read`,
    hint: 'divide it into paragraphs, by empty lines, or put it into a block of code',
    span,
  };
}

export function tooWide(span: Span, table: string): Finding {
  const [header = ''] = table.split('\n', 1);
  return {
    rule: 'too-wide',
    severity: 'error',
    message:
      `this table has ${header.split('|').length - 1} signs "|" in its header and ${table.split('\n').length} lines; ` +
      `a table has up to ${WIDEST_TABLE} columns and ${MOST_CELLS} cells`,
    hint: 'show the part of it that matters',
    span,
  };
}

const WHY_LEFT_OUT = {
  lonely: 'is left out, because it has no other half',
  misplaced: 'is left out, because it may not stand here',
  refused: 'is left out, because a slide may not hold it; what it is around stays',
  dropped: 'is left out with what is in it, because a slide may not hold it',
};

/** A tag that is not drawn. */
export function leftOut(span: Span, tag: string, reason: keyof typeof WHY_LEFT_OUT): Finding {
  return {
    rule: 'raw-html',
    severity: 'warning',
    message: `the HTML ${firstLine(tag)} ${WHY_LEFT_OUT[reason]}`,
    hint: 'write it in Markdown, or put it in `backticks` if it is meant to be read',
    span,
  };
}

export function noHtml(span: Span, text: string): Finding {
  return {
    rule: 'raw-html',
    severity: 'warning',
    message: `${firstLine(text)} is no HTML, so it is shown as text`,
    hint: 'put it in `backticks`, or a backslash before its "<", if it is meant to be read',
    span,
  };
}

export function removedAttribute(span: Span, element: string, name: string): Finding {
  return {
    rule: 'html-attribute',
    severity: 'warning',
    message: `"${name}" is left out of this <${element}>: it is none of the attributes that HTML in an outline may have`,
    hint:
      name === 'id'
        ? 'write [the words]{#id} to give them an id'
        : 'write classes in braces, and their looks in the CSS of your theme',
    span,
  };
}

function firstLine(html: string): string {
  return html.trim().split('\n')[0] ?? '';
}

export function unsafeLink(span: Span, href: string): Finding {
  return {
    rule: 'unsafe-link',
    severity: 'error',
    message: `a link may not lead to "${href}": it must start with https:, http:, mailto:, tel: or #`,
    hint: 'link a web address, or a slide by # and its id',
    span,
  };
}

export function unclosedFrontMatter(span: Span): Finding {
  return {
    rule: 'unclosed-front-matter',
    severity: 'error',
    message: 'the front matter that begins here is never closed',
    hint: 'close it with "---" on a line of its own',
    span,
  };
}

export function unknownFootnote(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-footnote',
    severity: 'warning',
    message: `there is no footnote "${name}" in this outline, so its mark is shown as it is written`,
    hint: known.length > 0 ? nearestHint(name, known) : `write "[^${name}]: what it says" on a line of its own`,
    span,
  };
}

export function unusedFootnote(span: Span, name: string): Finding {
  return {
    rule: 'unused-footnote',
    severity: 'warning',
    message: `nothing refers to the footnote "${name}", so it is not shown`,
    hint: `write [^${name}] where it belongs, or take the footnote out`,
    span,
  };
}

export function duplicateFootnote(span: Span, name: string, other: Span): Finding {
  return {
    rule: 'duplicate-footnote',
    severity: 'error',
    message: `two footnotes of this outline are called "${name}"`,
    hint: 'give one of them another name',
    span,
    related: { message: 'the first is', span: other },
  };
}

export function unknownVariable(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-variable',
    severity: 'error',
    message: `no field of the talk is called "${name}"`,
    hint: `${nearestHint(name, known)}; write \\{{ for the signs themselves`,
    span,
  };
}

export function emptyVariable(span: Span, name: string): Finding {
  return {
    rule: 'empty-variable',
    severity: 'error',
    message: `the talk does not say what "${name}" is`,
    hint: `write "${name}:" and its value into talk.yaml`,
    span,
  };
}

export function noLines(span: Span, what: string, count: number): Finding {
  return {
    rule: 'no-such-lines',
    severity: 'error',
    message: `${what} has ${count === 1 ? 'one line' : `${count} lines`}, so these are not in it`,
    hint: 'write lines=3-9 for the third to the ninth line',
    span,
  };
}

export function codeTwice(span: Span): Finding {
  return {
    rule: 'code-twice',
    severity: 'error',
    message: 'this block takes its code from a file, and has code of its own',
    hint: 'leave out one of the two',
    span,
  };
}

export function invalidNumber(span: Span, name: string, value: string): Finding {
  return {
    rule: 'invalid-number',
    severity: 'error',
    message: `"${name}" is a whole number from 1, not "${value}"`,
    hint: `write it as ${name}=10`,
    span,
  };
}

export function includeCycle(span: Span, chain: readonly string[]): Finding {
  return {
    rule: 'include-cycle',
    severity: 'error',
    message: `this file includes itself: ${chain.join(' -> ')}`,
    hint: 'take out one of the includes',
    span,
  };
}

export function tooManyIncludes(span: Span, limit: number): Finding {
  return {
    rule: 'too-many-includes',
    severity: 'error',
    message: `an outline can include ${limit} files, and this would be one more`,
    hint: 'put what belongs together into one file',
    span,
  };
}

export function includesTooLarge(span: Span, mostCharacters: number): Finding {
  return {
    rule: 'too-large',
    severity: 'error',
    message: `with this file an outline includes more than the ${Math.floor(mostCharacters / 1_000_000)} MB that are read`,
    hint: 'divide the outline, or make what it includes smaller',
    span,
  };
}

export function includeWithout(span: Span): Finding {
  return {
    rule: 'include-without-file',
    severity: 'error',
    message: 'this include names no file',
    hint: 'write ::: {.include src=parts/name.md}, and ::: on the next line',
    span,
  };
}

export function includeNotEmpty(span: Span): Finding {
  return {
    rule: 'include-not-empty',
    severity: 'error',
    message: 'what stands inside an include is not shown: the file takes its place',
    hint: 'close the include right after it with ":::", and move the text out of it',
    span,
  };
}

export function includedFrontMatter(span: Span): Finding {
  return {
    rule: 'included-front-matter',
    severity: 'warning',
    message: 'the front matter of a file that is included says nothing: that of the outline counts',
    hint: 'take it out of this file',
    span,
  };
}
