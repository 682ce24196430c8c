import type { Checked, Finding } from '../text/finding.ts';
import { escapeHtml, Html } from '../text/html.ts';
import { noSlideOfName, noSlideOfNumber } from './findings.ts';
import type { NotesView } from './notes.ts';
import type { SlideChoice } from './slide-choice.ts';
import type { SlideScene, View } from './view.ts';

/** What is drawn of a talk, and what the speaker alone sees of it; `null` for everybody else. */
export interface Views {
  readonly view: View;
  readonly notes: NotesView | null;
}

/**
 * The views of a talk with these slides alone, each once and in the order of the talk. The id of a slide that opens a
 * section means all slides of the section, as in its bookmark. What a slide says of its talk stays: its number, its
 * section, how many slides there are. Links to what is left out lose their address. Findings: `no-such-slide`.
 */
export function selectSlides({ view, notes }: Views, choices: readonly SlideChoice[]): Checked<Views> {
  const findings: Finding[] = [];
  const chosen = new Set(choices.flatMap((choice) => scenesOf(view.slides, choice, findings)));
  const isChosen = view.slides.map((scene) => chosen.has(scene));
  const kept = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => isChosen[index]);
  const left = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => !isChosen[index]);
  const shown = view.slides.map(({ slide, handout }) => ({ slide, handout }));
  const gone = new Set(idsIn([left(shown), left(notes?.slides ?? [])]));
  const slides = kept(view.slides).map((scene) => ({
    ...scene,
    ...unlinked({ slide: scene.slide, handout: scene.handout }, gone),
  }));
  const value: Views = {
    view: { ...view, slides },
    notes: notes && { ...notes, slides: unlinked(kept(notes.slides), gone) },
  };
  return { value, findings };
}

function scenesOf(scenes: readonly SlideScene[], choice: SlideChoice, findings: Finding[]): readonly SlideScene[] {
  if ('name' in choice) return scenesOfName(scenes, choice.name, findings);
  const { first, last } = choice;
  const beyond = Math.max(first ?? 1, last ?? 1);
  if (beyond > scenes.length) {
    findings.push(noSlideOfNumber(beyond, scenes.length));
    return [];
  }
  return scenes.slice((first ?? 1) - 1, last ?? scenes.length);
}

function scenesOfName(scenes: readonly SlideScene[], name: string, findings: Finding[]): readonly SlideScene[] {
  const named = scenes.find(({ slide }) => slide.id === name);
  if (named?.isOpening) return scenes.filter(({ section }) => section === named.section);
  if (named) return [named];
  findings.push(
    noSlideOfName(
      name,
      scenes.map(({ slide }) => slide.id),
    ),
  );
  return [];
}

const ID = /\sid="([^"]*)"/g;
const INNER_LINK = /(<a\b[^>]*?)\shref=(?:"#([^"]*)"|'#([^']*)')/g;

/** All ids in a value, those of things and those in HTML, as HTML has them. */
function idsIn(value: unknown): readonly string[] {
  if (value instanceof Html) return [...String(value).matchAll(ID)].map(([, id = '']) => id);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? [escapeHtml(value.id)] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}

/** A value with all HTML in it without the addresses of links to these ids; the words of the links stay. */
function unlinked<T>(value: T, gone: ReadonlySet<string>): T {
  const change = (part: unknown): unknown => {
    if (part instanceof Html) return new Html(unlinkedHtml(String(part), gone));
    if (Array.isArray(part)) return part.map(change);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, change(inner)]));
  };
  return change(value) as T;
}

function unlinkedHtml(html: string, gone: ReadonlySet<string>): string {
  return html.replace(INNER_LINK, (link, start: string, id?: string, inSingle?: string) =>
    gone.has(id ?? inSingle ?? '') ? start : link,
  );
}
