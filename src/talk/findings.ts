import { type FileKind, playedKind } from '../text/file-kinds.ts';
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

/** What messages call a file that is shown or played, and the ends of names that such a file may have. */
const MEDIA_WORDS: Readonly<Record<FileKind, { readonly name: string; readonly types: string }>> = {
  picture: { name: 'picture', types: '.svg, .png, .jpg, .webp, .gif or .avif' },
  video: { name: 'video', types: '.mp4 or .webm' },
  audio: { name: 'recording', types: '.mp3, .m4a, .ogg or .wav' },
  captions: { name: 'file of captions', types: '.vtt' },
};

export function missingPicture(span: Span, kind: FileKind, path: string, names: readonly string[]): Finding {
  return {
    rule: 'missing-picture',
    severity: 'error',
    message: `there is no ${MEDIA_WORDS[kind].name} at ${path}`,
    hint: nearestHint(path, names),
    span,
  };
}

export function unreadablePicture(span: Span, kind: FileKind, src: string, reason: string): Finding {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `the ${MEDIA_WORDS[kind].name} "${src}" cannot be read: ${reason}`,
    hint: 'check that it is a file and that you may read it',
    span,
  };
}

/** `shelf` is where such files are kept. */
export function outsidePicture(span: Span, kind: FileKind, src: string, shelf: string): Finding {
  return {
    rule: 'outside-picture',
    severity: 'error',
    message: `the ${MEDIA_WORDS[kind].name} "${src}" is outside the folder of the talk`,
    hint: `copy it into ${shelf} and name it from there`,
    span,
  };
}

export function remotePicture(span: Span, kind: FileKind, src: string, shelf: string): Finding {
  return {
    rule: 'remote-picture',
    severity: 'error',
    message: `the ${MEDIA_WORDS[kind].name} "${src}" is not a file of the talk, and a deck asks nothing of a network`,
    hint: `save it into ${shelf} and name it from there`,
    span,
  };
}

export function unknownPictureType(span: Span, kind: FileKind, src: string): Finding {
  const { name, types } = MEDIA_WORDS[kind];
  const isPlayed = kind === 'picture' && playedKind(src) !== null;
  return {
    rule: 'unknown-picture-type',
    severity: 'error',
    message: `"${src}" is not a ${name} that browsers show: expected ${types}`,
    hint: isPlayed ? 'a video or recording stands in a paragraph of its own' : 'save it in one of these formats',
    span,
  };
}

export function missingAlt(span: Span, kind: FileKind): Finding {
  return {
    rule: 'missing-alt',
    severity: 'warning',
    message: `this ${MEDIA_WORDS[kind].name} has no description, so who cannot see it is told nothing`,
    hint: 'say between the brackets what it shows: ![A map of the strait](...)',
    span,
  };
}

export function missingCaptions(span: Span): Finding {
  return {
    rule: 'missing-captions',
    severity: 'warning',
    message: 'this video has no captions, so who cannot hear it is told nothing',
    hint: 'write them as WebVTT and name the file: {captions=media/name.vtt}; a video without sound is {.muted}',
    span,
  };
}

export function invalidCaptions(span: Span, src: string): Finding {
  return {
    rule: 'invalid-captions',
    severity: 'error',
    message: `"${src}" is not WebVTT: it must begin with the line "WEBVTT" and be UTF-8 text`,
    hint: 'save the captions as WebVTT',
    span,
  };
}

export function loudAutoplay(span: Span): Finding {
  return {
    rule: 'loud-autoplay',
    severity: 'error',
    message: 'what begins by itself must not be heard, and browsers refuse it',
    hint: 'write {.autoplay .muted}, or leave ".autoplay" out',
    span,
  };
}

export function comparisonNeeds(span: Span): Finding {
  return {
    rule: 'before-after-needs',
    severity: 'error',
    message: 'a box "before-after" holds two pictures, each in a paragraph of its own, and nothing else',
    hint: 'write the first picture, an empty line, and the second one',
    span,
  };
}

export function imageMapNeeds(span: Span): Finding {
  return {
    rule: 'image-map-needs',
    severity: 'error',
    message: 'a box "image-map" holds one picture and, under it, one list of points, and nothing else',
    hint: 'write the picture, an empty line, and a list: - Harbour {at="62% 41%"}',
    span,
  };
}

export function invalidPoint(span: Span, value: string | null): Finding {
  const found = value === null ? 'and this point has none' : `not "${value}"`;
  return {
    rule: 'invalid-point',
    severity: 'error',
    message: `a point of an image map has a place, two shares of the picture from its left and its top, ${found}`,
    hint: 'write {at="62% 41%"} after its name',
    span,
  };
}

export function invalidDataId(span: Span, value: string): Finding {
  return {
    rule: 'invalid-data-id',
    severity: 'error',
    message: `a data-id is of letters, digits and dashes, not "${value}"`,
    hint: 'write it as data-id=box-1',
    span,
  };
}

export function invalidTransition(span: Span, value: string): Finding {
  return {
    rule: 'invalid-transition',
    severity: 'error',
    message: `a transition is none, fade, slide or zoom, not "${value}"`,
    hint: 'write it as {transition=fade}',
    span,
  };
}

export function invalidKioskTime(span: Span, value: string): Finding {
  return {
    rule: 'invalid-kiosk-time',
    severity: 'error',
    message: `a slide stays for a time such as 40s or 2m, not "${value}"`,
    hint: 'write it as {kiosk=40s}',
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
