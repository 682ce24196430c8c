import type { RenderWords } from '../markdown/render-context.ts';

/** The few words that slides show without the outline saying them. */
export interface Words extends RenderWords {
  readonly part: (number: number, count: number) => string;
  /** What a link to a slide is called in a print. */
  readonly slide: (number: number, title: string) => string;
  /** What the notes that a handout prints are called. */
  readonly handout: string;
  readonly right: string;
  readonly wrong: string;
  /** What opens the answers to a question. */
  readonly answers: string;
}

/** The words for slides in one language, from their texts by name, where `{number}` and the like stand to be filled in. */
export function slideWords(texts: Readonly<Record<string, string>>): Words {
  const say = (name: string): string => texts[name] ?? name;
  return {
    part: (number, count) => fillIn(say('part'), { number, count }),
    slide: (number, title) => fillIn(say('slide'), { number, title }),
    alerts: {
      note: say('note'),
      tip: say('tip'),
      important: say('important'),
      warning: say('warning'),
      caution: say('caution'),
    },
    done: say('done'),
    open: say('open'),
    video: say('video'),
    audio: say('audio'),
    footnotes: say('footnotes'),
    handout: say('handout'),
    agenda: say('agenda'),
    details: say('details'),
    right: say('right'),
    wrong: say('wrong'),
    answers: say('answers'),
    score: (count) => fillIn(say('score'), { count }),
  };
}

/** What papers say around the slides. */
export interface PrintWords {
  readonly notes: string;
  readonly handout: string;
  readonly private: string;
  readonly noNotes: string;
  /** What stands above the right answers, the list of links, the list of sources. */
  readonly answers: string;
  readonly links: string;
  readonly sources: string;
  readonly slide: (number: number, count: number) => string;
  /** Steps count from 1. */
  readonly step: (number: number) => string;
}

/** The words for papers in one language, from their texts by name. */
export function printWords(texts: Readonly<Record<string, string>>): PrintWords {
  const say = (name: string): string => texts[name] ?? name;
  return {
    notes: say('notes'),
    handout: say('handout'),
    private: say('private'),
    noNotes: say('no-notes'),
    answers: say('answers'),
    links: say('links'),
    sources: say('sources'),
    slide: (number, count) => fillIn(say('slide'), { number, count }),
    step: (number) => fillIn(say('step'), { number }),
  };
}

/** A text with its `{places}` filled in; those that have no value stay. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
