import type { AgendaEntry, TalkFacts } from '../markdown/render-context.ts';
import { partsOf } from '../talk/parts.ts';
import type { Section, Talk, TalkSlide } from '../talk/types.ts';

/** What each slide can show of its talk. */
export function talkFacts(talk: Talk): (slide: TalkSlide) => TalkFacts {
  const { title, lang, slides, sections } = talk;
  const questionCount = slides.filter(({ content }) => content.kind === 'quiz').length;
  const parts = partsOf(slides);
  const order = new Map(sections.map((section, index) => [section, index]));
  const orderOf = (section: Section): number => order.get(section) ?? 0;
  const factsIn = (present: Section): TalkFacts => ({
    title,
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
