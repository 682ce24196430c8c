import { plainText } from '../markdown/render.ts';
import type { Outline, Slide } from '../outline/types.ts';
import { type Finding, hasErrors } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { spanOf } from '../text/source.ts';
import { checkComparisons, checkImageMaps } from './arrangements.ts';
import { checkAttributes, checkClasses } from './attributes.ts';
import { backgroundOf } from './background.ts';
import { type Contents, collectContents } from './contents.ts';
import { emptyTalk, tooManySlides, unknownSlide } from './findings.ts';
import { placeFootnotes } from './footnotes.ts';
import { nameSlides } from './ids.ts';
import { checkInteractive } from './interactive.ts';
import type { LanguageParts, ReadColor } from './language.ts';
import { loadMedia, type MediaRequest } from './media.ts';
import { mediaRequests } from './media-requests.ts';
import { motionOf } from './motion.ts';
import { planTalk } from './plan.ts';
import { titleOf } from './titles.ts';
import type { Section, Talk, TalkFields, TalkFiles, TalkSlide } from './types.ts';

const MOST_SLIDES = 10_000;

/**
 * Puts outlines together to a talk: sections numbered, slides named, links and pictures resolved. Hidden slides are
 * left out of it altogether. Findings: `empty-talk`, `too-many-slides`, `unknown-slide`, and those of ids and pictures.
 */
export function assembleTalk(
  host: Host,
  files: TalkFiles,
  outlines: readonly Outline[],
  { readColor }: LanguageParts,
  findings: Finding[],
): Talk {
  const { fields, places } = files.fields;
  const all = placeSlides(outlines);
  const placed = all.slice(0, MOST_SLIDES);
  const beyond = all[MOST_SLIDES];
  if (beyond) findings.push(tooManySlides(spanOf(beyond.slide.span.source, beyond.slide.span.start), MOST_SLIDES));
  if (placed.length === 0 && files.isWhole && !hasErrors(findings)) {
    findings.push(emptyTalk(files.isSingleFile ? (files.outlines[0]?.path ?? '') : host.display(files.paths.slides)));
  }
  const slides = numberSlides(placed, fields, readColor, findings);
  checkLinks(slides, findings);
  for (const { contents } of slides) {
    checkAttributes(contents.pairs, findings);
    checkClasses(contents.classes, findings);
    checkComparisons(contents.comparisons, findings);
    checkImageMaps(contents.imageMaps, findings);
  }
  checkInteractive(slides, findings);
  const images = slides.flatMap(({ contents }) => contents.images);
  const picture = places.get('picture');
  const sharing = fields.picture !== '' && picture ? [{ src: fields.picture, span: picture, alt: null }] : [];
  const played = slides.flatMap(({ contents }) => mediaRequests(contents.media, findings));
  const requests = [...images, ...played, ...slides.flatMap(behindSlide), ...sharing];
  const media = loadMedia(host, files.paths.slides, requests, findings);
  const sections = [...new Set(slides.map(({ section }) => section))];
  const plan = planTalk(placed, fields.timeSeconds);
  return { ...withTitle(fields, slides), paths: files.paths, sections, plan, slides, media };
}

/** The picture or video behind a slide. It is decoration: what it shows matters to nobody who cannot see it. */
function behindSlide({ background }: TalkSlide): readonly MediaRequest[] {
  if (background === null || background.kind === 'color') return [];
  const { kind, src, span } = background;
  return [{ kind, src, span, alt: null }];
}

interface PlacedSlide {
  readonly slide: Slide;
  readonly section: Section;
  readonly outline: Outline;
}

/** What opens with `#` and is no part of the talk. */
const UNNUMBERED = new Set(['title', 'closing']);

/** The shown slides with their sections: a section begins with each outline and each `#`. */
function placeSlides(outlines: readonly Outline[]): readonly PlacedSlide[] {
  let number = 0;
  const placed: PlacedSlide[] = [];
  for (const outline of outlines) {
    let section: Section | null = null;
    for (const slide of outline.slides.filter(({ isHidden }) => !isHidden)) {
      if (section === null || slide.opening === 'section') {
        const isPart = slide.opening === 'section' && !UNNUMBERED.has(slide.layout.name);
        if (isPart) number += 1;
        const isFirst: boolean = section === null;
        section = {
          title: sectionTitle(outline, slide, isFirst),
          number: isPart ? number : 0,
        };
      }
      placed.push({ slide, section, outline });
    }
  }
  return placed;
}

function sectionTitle(outline: Outline, slide: Slide, isFirst: boolean): string {
  if (isFirst && outline.section !== '') return outline.section;
  return slide.opening === 'section' && slide.heading ? plainText(slide.heading.children) : '';
}

function numberSlides(
  placed: readonly PlacedSlide[],
  fields: TalkFields,
  readColor: ReadColor | null,
  findings: Finding[],
): readonly TalkSlide[] {
  const contents = placed.map(({ slide }): Contents => collectContents(slide));
  const written = contents.flatMap(({ ids }) => ids);
  const ids = nameSlides(
    placed.map(({ slide }) => slide),
    written,
    findings,
  );
  const withContents = placed.map(({ slide }, index) => ({
    slide,
    contents: contents[index] ?? collectContents(slide),
  }));
  const footnotes = placeFootnotes(withContents, fields.footnotes, findings);
  return placed.flatMap(({ slide, section }, index): readonly TalkSlide[] => {
    const own = contents[index];
    const id = ids[index];
    const notesAtFoot = footnotes[index];
    if (own === undefined || id === undefined || notesAtFoot === undefined) return [];
    const number = index + 1;
    // Field by field: a spread makes objects of six times the size, which a talk of thousands of slides feels.
    const {
      opening,
      heading,
      attributes,
      layout,
      content,
      fields: values,
      notes,
      steps,
      noteSteps,
      isHidden,
      span,
    } = slide;
    const title = titleOf(slide) || String(number);
    return [
      {
        id,
        number,
        title,
        section,
        contents: own,
        opening,
        heading,
        attributes,
        layout,
        content,
        fields: values,
        notes,
        steps,
        noteSteps,
        footnotes: notesAtFoot,
        background: backgroundOf(attributes, readColor, findings),
        motion: motionOf(attributes, fields, findings),
        isHidden,
        span,
      },
    ];
  });
}

function checkLinks(slides: readonly TalkSlide[], findings: Finding[]): void {
  const targets = new Set(slides.flatMap(({ id, contents }) => [id, ...contents.ids.map(({ name }) => name)]));
  const names = [...targets];
  for (const { href, span } of slides.flatMap(({ contents }) => contents.links)) {
    const id = href.slice(1);
    if (href.startsWith('#') && !targets.has(id)) findings.push(unknownSlide(span, id, names));
  }
}

/** A talk without a title is named by its first heading. */
function withTitle(fields: TalkFields, slides: readonly TalkSlide[]): TalkFields {
  if (fields.title !== '') return fields;
  return { ...fields, title: slides.find(({ heading }) => heading !== null)?.title ?? 'Untitled talk' };
}
