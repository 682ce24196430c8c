import { attributeValue } from '../markdown/tree.ts';
import type { Motion } from '../talk/motion.ts';
import type { Background, Section, Talk, TalkSlide } from '../talk/types.ts';
import { dayInWords } from '../text/day.ts';
import type { Html } from '../text/html.ts';
import type { SlideSize } from '../text/slide-size.ts';
import type { Span } from '../text/source.ts';
import type { BrandView, SectionView, TalkView } from './contract.ts';
import { talkFacts } from './facts.ts';
import { isAnyFilled } from './layouts/declared.ts';
import { type AnySlideView, type SlideSurroundings, type TalkSurroundings, viewHandout, viewSlide } from './slide.ts';
import type { Words } from './words.ts';

/** All that is drawn of a talk. Notes for the speaker, hidden slides and the article are not in it. */
export interface View {
  readonly talk: TalkView;
  readonly brand: BrandView;
  readonly slides: readonly SlideScene[];
  readonly size: SlideSize;
}

/** What one template gets, and the place in the outline it comes from. */
export interface SlideScene {
  readonly slide: AnySlideView;
  readonly section: SectionView;
  readonly span: Span;
  /** Whether it has something for a field that its layout declares. */
  readonly hasOwnFields: boolean;
  /** Whether it opens its section. */
  readonly isOpening: boolean;
  /** The language of the slide where it names one; else ''. */
  readonly lang: string;
  readonly background: BackgroundView | null;
  /** The step of its type in the theme's scale, from 1; 0 before one is chosen. */
  readonly typeStep: number;
  readonly motion: Motion;
  /** Its notes of the kind `handout`, for the reading view. */
  readonly handout: Html | '';
}

/** What stands behind a slide: it is drawn by the page, not by the slide's template. */
export interface BackgroundView {
  readonly kind: 'color' | 'picture' | 'video';
  /** A colour of CSS, or the address of a picture or video. */
  readonly value: string;
  readonly isDark: boolean;
}

/** What templates see of a talk without a brand. */
export const NO_BRAND: BrandView = { name: '', logo: null, darkLogo: null };

/** The view of a talk. Pictures are named by `surroundings.pictureUrl`. */
export function viewTalk(talk: Talk, surroundings: SlideSurroundings, brand = NO_BRAND): View {
  const count = Math.max(0, ...talk.sections.map(({ number }) => number));
  const sections = new Map(talk.sections.map((section) => [section, viewSection(section, count, surroundings.words)]));
  const whole: TalkSurroundings = { ...surroundings, factsFor: talkFacts(talk) };
  const scene = (slide: TalkSlide): SlideScene => ({
    slide: viewSlide(slide, whole),
    section: sections.get(slide.section) ?? viewSection(slide.section, count, surroundings.words),
    span: slide.heading?.span ?? slide.span,
    hasOwnFields: isAnyFilled(slide.fields),
    isOpening: slide.opening === 'section',
    lang: attributeValue(slide.attributes, 'lang'),
    background: viewBackground(slide.background, surroundings),
    typeStep: 0,
    motion: slide.motion,
    handout: viewHandout(slide, whole),
  });
  return { talk: viewFields(talk), brand, slides: talk.slides.map(scene), size: talk.size };
}

function viewBackground(background: Background | null, { pictureUrl }: SlideSurroundings): BackgroundView | null {
  if (background === null) return null;
  const { kind, isDark } = background;
  return { kind, isDark, value: background.kind === 'color' ? background.css : pictureUrl(background.src) };
}

function viewFields(talk: Talk): TalkView {
  const { title, subtitle, speaker, event, date, lang, slides } = talk;
  return { title, subtitle, speaker, event, date: dayInWords(date, lang), lang, slideCount: slides.length };
}

function viewSection({ title, number }: Section, count: number, words: Words): SectionView {
  const label = number === 0 ? '' : words.part(number, count);
  return { title, label, number, count, progress: count === 0 ? 0 : number / count };
}
