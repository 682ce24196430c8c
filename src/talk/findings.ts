import type { Finding } from '../text/finding.ts';
import { nearestHint } from '../text/nearest.ts';
import type { Span } from '../text/source.ts';

export function noTalk(path: string): Finding {
  return {
    rule: 'no-talk',
    severity: 'error',
    message: `there is no talk at ${path}: expected a folder that holds slides/, or a Markdown file`,
    hint: 'name the folder of your talk, or start one with "rostrum new my-talk"',
  };
}

export function emptyTalk(path: string): Finding {
  return {
    rule: 'empty-talk',
    severity: 'error',
    message: `the talk has no slides: ${path} holds no outline with a heading or text`,
    hint: 'write "# A title" into a file such as slides/00-opening.md',
  };
}

export function unreadableFile(path: string, reason: string): Finding {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `${path} cannot be read: ${reason}`,
    hint: 'check that it is a file and that you may read it',
  };
}

export function tooLarge(path: string, mostBytes: number, span?: Span): Finding {
  return {
    rule: 'too-large',
    severity: 'error',
    message: `${path}: more than the ${Math.floor(mostBytes / 1_000_000)} MB that are read`,
    hint: 'divide it, or make it smaller',
    ...(span ? { span } : {}),
  };
}

export function notUtf8(span: Span, byte: number): Finding {
  return {
    rule: 'not-utf-8',
    severity: 'error',
    message: `this is not UTF-8 text: the byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} has no meaning here`,
    hint: 'save the file as UTF-8 in your editor',
    span,
  };
}

export function tooManySlides(span: Span, most: number): Finding {
  return {
    rule: 'too-many-slides',
    severity: 'error',
    message: `with this slide the talk has more than ${most}, which is more than a browser shows`,
    hint: 'divide it into several talks',
    span,
  };
}

export function reservedClass(span: Span, name: string): Finding {
  return {
    rule: 'reserved-class',
    severity: 'error',
    message: `the class "${name}" means something to the deck itself`,
    hint: /fragment/.test(name) ? 'write {.step} for what comes at a click' : 'choose another name',
    span,
  };
}

export function duplicateId(span: Span, id: string, other: Span): Finding {
  return {
    rule: 'duplicate-id',
    severity: 'error',
    message: `two places have the id "${id}", so a link to #${id} could mean either`,
    hint: 'give one of them another id',
    span,
    related: { message: 'the first is', span: other },
  };
}

export function invalidId(span: Span, id: string): Finding {
  return {
    rule: 'invalid-id',
    severity: 'error',
    message: `"${id}" cannot be an id: in the address of a deck a bare number means a place, and "/" divides`,
    hint: `write it with a letter, as {#slide-${id.replace(/[^\p{L}\p{N}]+/gu, '') || 'one'}}`,
    span,
  };
}

export function unknownSlide(span: Span, id: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-slide',
    severity: 'error',
    message: `this link leads to no slide: none has the id "${id}"`,
    hint: nearestHint(id, known),
    span,
  };
}

export function missingPicture(span: Span, path: string, names: readonly string[]): Finding {
  return {
    rule: 'missing-picture',
    severity: 'error',
    message: `there is no picture at ${path}`,
    hint: nearestHint(path, names),
    span,
  };
}

export function unreadablePicture(span: Span, src: string, reason: string): Finding {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `the picture "${src}" cannot be read: ${reason}`,
    hint: 'check that it is a file and that you may read it',
    span,
  };
}

export function outsidePicture(span: Span, src: string): Finding {
  return {
    rule: 'outside-picture',
    severity: 'error',
    message: `the picture "${src}" is outside the folder of the talk`,
    hint: 'copy it into slides/media/ and name it from there',
    span,
  };
}

export function remotePicture(span: Span, src: string): Finding {
  return {
    rule: 'remote-picture',
    severity: 'error',
    message: `the picture "${src}" is not a file of the talk, and a deck asks nothing of a network`,
    hint: 'save it into slides/media/ and name it from there',
    span,
  };
}

export function unknownPictureType(span: Span, src: string): Finding {
  return {
    rule: 'unknown-picture-type',
    severity: 'error',
    message: `"${src}" is not a picture that browsers show: expected .svg, .png, .jpg, .webp, .gif or .avif`,
    hint: 'save it in one of these formats',
    span,
  };
}

export function missingAlt(span: Span): Finding {
  return {
    rule: 'missing-alt',
    severity: 'warning',
    message: 'this picture has no description, so who cannot see it is told nothing',
    hint: 'say between the brackets what it shows: ![A map of the strait](...)',
    span,
  };
}

export function unknownLayout(span: Span, name: string, known: readonly string[]): Finding {
  return {
    rule: 'unknown-layout',
    severity: 'error',
    message: `no layout is called "${name}"`,
    hint: nearestHint(name, known),
    span,
  };
}

export function missingArticle(span: Span, path: string): Finding {
  return {
    rule: 'missing-article',
    severity: 'error',
    message: `there is no article at ${path}`,
    hint: 'name a file in slides/, or leave the field out',
    span,
  };
}

export function missingFile(span: Span, path: string, names: readonly string[]): Finding {
  return {
    rule: 'missing-file',
    severity: 'error',
    message: `there is no file at ${path}`,
    hint: nearestHint(path, names),
    span,
  };
}

export function unreadableReference(span: Span, src: string, reason: string): Finding {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `the file "${src}" cannot be read: ${reason}`,
    hint: 'check that it is a file and that you may read it',
    span,
  };
}

export function outsideFile(span: Span, src: string): Finding {
  return {
    rule: 'outside-file',
    severity: 'error',
    message: `the file "${src}" is outside the folder of the talk`,
    hint: 'copy it into the folder of the outlines and name it from there',
    span,
  };
}

export function remoteFile(span: Span, src: string): Finding {
  return {
    rule: 'remote-file',
    severity: 'error',
    message: `"${src}" is not a file of the talk, and a build asks nothing of a network`,
    hint: 'save it into the folder of the outlines and name it from there',
    span,
  };
}

export function invalidBackground(span: Span, value: string): Finding {
  return {
    rule: 'invalid-background',
    severity: 'error',
    message: `"${value}" is no background: expected a picture, a video (.mp4, .webm) or a colour of CSS`,
    hint: 'write {background=media/sea.jpg}, {background=media/waves.mp4} or {background=#102030}',
    span,
  };
}

export function invalidTone(span: Span, value: string): Finding {
  return {
    rule: 'invalid-tone',
    severity: 'error',
    message: `a background is light or dark, not "${value}"`,
    hint: 'write {tone=light} for dark text upon it, {tone=dark} for light text',
    span,
  };
}

export function noSourcesSlide(span: Span): Finding {
  return {
    rule: 'no-sources-slide',
    severity: 'error',
    message: 'the footnotes of this talk stand on its slide of sources, and it has none',
    hint: 'write a slide "## Sources {.sources}", or take "footnotes: sources" out of talk.yaml',
    span,
  };
}

export function invalidWidth(span: Span, value: string): Finding {
  return {
    rule: 'invalid-width',
    severity: 'error',
    message: `a width is a share of the room there is, such as 60%, not "${value}"`,
    hint: 'write it as width=60%',
    span,
  };
}

export function invalidDirection(span: Span, value: string): Finding {
  return {
    rule: 'invalid-direction',
    severity: 'error',
    message: `text runs "ltr" or "rtl", not "${value}"`,
    hint: 'write dir=rtl for text from right to left; with lang=ar it is not needed',
    span,
  };
}

export function tabsWithoutHeadings(span: Span): Finding {
  return {
    rule: 'tabs-without-headings',
    severity: 'error',
    message: 'tabs need two or more "###" headings: the name of each tab, above what it shows',
    hint: 'write "### Its name" above each part, or leave the box out',
    span,
  };
}

export function invalidCountdown(span: Span, value: string | null): Finding {
  const says = value === null ? 'this one has none' : `not "${value}"`;
  return {
    rule: 'invalid-countdown',
    severity: 'error',
    message: `a countdown needs a time from 1s to 24h such as 3m, 90s or 1h 30m, ${says}`,
    hint: 'write ::: {.countdown time=3m}',
    span,
  };
}

export function emptyAgenda(span: Span): Finding {
  return {
    rule: 'empty-agenda',
    severity: 'warning',
    message: 'the talk has no parts, so this agenda is empty',
    hint: 'open each part with "# Its heading", or leave the box out',
    span,
  };
}

export function scoreWithoutQuiz(span: Span): Finding {
  return {
    rule: 'score-without-quiz',
    severity: 'warning',
    message: 'no slide of the talk asks a question, so there is nothing to score',
    hint: 'write {.quiz} after the heading above a list of "- [x] right" and "- [ ] wrong", or leave the box out',
    span,
  };
}

export function nothingToCount(span: Span): Finding {
  return {
    rule: 'nothing-to-count',
    severity: 'warning',
    message: 'here is no number that could count up',
    hint: 'write {.count-up} after the heading of a slide of the layout "number", or after [1,951]',
    span,
  };
}
