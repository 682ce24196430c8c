import { plainText } from '../markdown/render.ts';
import { unknownAttribute } from '../outline/findings.ts';
import type { Outline, Slide } from '../outline/types.ts';
import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';
import { type Contents, collectContents } from './contents.ts';
import { emptyTalk, unknownSlide } from './findings.ts';
import { nameSlides } from './ids.ts';
import { loadPictures } from './pictures.ts';
import { titleOf } from './titles.ts';
import type { Section, Talk, TalkFields, TalkFiles, TalkSlide } from './types.ts';

/**
 * Puts outlines together to a talk: sections numbered, slides named, links and pictures resolved. Hidden slides are
 * left out of it altogether. Findings: `empty-talk`, `unknown-slide`, and those of ids and pictures.
 */
export function assembleTalk(host: Host, files: TalkFiles, outlines: readonly Outline[], findings: Finding[]): Talk {
  const { fields, places } = files.fields;
  const placed = placeSlides(outlines);
  if (placed.length === 0 && files.isWhole) {
    findings.push(emptyTalk(files.isSingleFile ? (files.outlines[0]?.path ?? '') : host.display(files.paths.slides)));
  }
  const slides = numberSlides(placed, findings);
  checkLinks(slides, findings);
  checkAttributes(slides, findings);
  const images = slides.flatMap(({ contents }) => contents.images);
  const picture = places.get('picture');
  const sharing = fields.picture !== '' && picture ? [{ src: fields.picture, span: picture, alt: null }] : [];
  const pictures = loadPictures(host, files.paths.slides, [...images, ...sharing], findings);
  const sections = [...new Set(slides.map(({ section }) => section))];
  return { ...withTitle(fields, slides), paths: files.paths, sections, slides, pictures };
}

interface PlacedSlide {
  readonly slide: Slide;
  readonly section: Section;
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
      placed.push({ slide, section });
    }
  }
  return placed;
}

function sectionTitle(outline: Outline, slide: Slide, isFirst: boolean): string {
  if (isFirst && outline.section !== '') return outline.section;
  return slide.opening === 'section' && slide.heading ? plainText(slide.heading.children) : '';
}

function numberSlides(placed: readonly PlacedSlide[], findings: Finding[]): readonly TalkSlide[] {
  const contents = placed.map(({ slide }): Contents => collectContents(slide));
  const written = contents.flatMap(({ ids }) => ids);
  const ids = nameSlides(
    placed.map(({ slide }) => slide),
    written,
    findings,
  );
  return placed.flatMap(({ slide, section }, index): readonly TalkSlide[] => {
    const own = contents[index];
    const id = ids[index];
    if (own === undefined || id === undefined) return [];
    const number = index + 1;
    // Field by field: a spread makes objects of six times the size, which a talk of thousands of slides feels.
    const { opening, heading, attributes, layout, content, notes, steps, isHidden, span } = slide;
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
        notes,
        steps,
        isHidden,
        span,
      },
    ];
  });
}

function checkLinks(slides: readonly TalkSlide[], findings: Finding[]): void {
  const targets = new Set(slides.flatMap(({ id, contents }) => [id, ...contents.ids.map(({ name }) => name)]));
  for (const { href, span } of slides.flatMap(({ contents }) => contents.links)) {
    const id = href.slice(1);
    if (href.startsWith('#') && !targets.has(id)) findings.push(unknownSlide(span, id, [...targets]));
  }
}

/** What may be written as `key=value` on a block, an item or a passage. */
const BLOCK_KEYS = ['lang', 'step'];

function checkAttributes(slides: readonly TalkSlide[], findings: Finding[]): void {
  for (const { name, span } of slides.flatMap(({ contents }) => contents.pairs)) {
    if (!BLOCK_KEYS.includes(name)) findings.push(unknownAttribute(span, 'what stands on a slide', name, BLOCK_KEYS));
  }
}

/** A talk without a title is named by its first heading. */
function withTitle(fields: TalkFields, slides: readonly TalkSlide[]): TalkFields {
  if (fields.title !== '') return fields;
  return { ...fields, title: slides.find(({ heading }) => heading !== null)?.title ?? 'Untitled talk' };
}
