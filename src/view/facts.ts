import type { AgendaEntry, TalkFacts } from '../markdown/render-context.ts';
import type { Section, Talk, TalkSlide } from '../talk/types.ts';

/** What each slide can show of its talk. */
export function talkFacts(talk: Talk): (slide: TalkSlide) => TalkFacts {
  const { lang, slides, sections } = talk;
  const questionCount = slides.filter(({ content }) => content.kind === 'quiz').length;
  const parts = partsOf(slides);
  const order = new Map(sections.map((section, index) => [section, index]));
  const orderOf = (section: Section): number => order.get(section) ?? 0;
  const factsIn = (present: Section): TalkFacts => ({
    lang,
    questionCount,
    agenda: parts.map(({ section, id }): AgendaEntry => {
      const state = section === present ? 'present' : orderOf(section) < orderOf(present) ? 'past' : 'future';
      return { title: section.title, id, state };
    }),
  });
  const facts = new Map(sections.map((section) => [section, factsIn(section)]));
  return ({ section }) => facts.get(section) ?? factsIn(section);
}

interface Part {
  readonly section: Section;
  /** The id of its first slide. */
  readonly id: string;
}

/** The parts of a talk: the sections that a `#` opens, or those that only their outline names. */
function partsOf(slides: readonly TalkSlide[]): readonly Part[] {
  const firsts = new Map<Section, TalkSlide>();
  for (const slide of slides) if (!firsts.has(slide.section)) firsts.set(slide.section, slide);
  return [...firsts].flatMap(([section, { id, opening }]) => {
    const isNamed = section.number > 0 || opening !== 'section';
    return isNamed && section.title !== '' ? [{ section, id }] : [];
  });
}
