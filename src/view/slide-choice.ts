/** Some of the slides of a talk, as a person names them: by their places, or by an id. */
export type SlideChoice =
  | {
      /** From 1, both among them; `null` for the end of the talk on that side. */
      readonly first: number | null;
      readonly last: number | null;
    }
  | { readonly name: string };

const PLACES = /^(\d*)(-?)(\d*)$/;

/**
 * Reads `3-9,opening,sources`: numbers, ranges of them that may be open on one side (`5-`, `-3`), and ids. What is made
 * of digits and one dash is never an id. Returns what is wrong, as a sentence, when it cannot be read.
 */
export function readSlideChoices(list: string): readonly SlideChoice[] | string {
  const choices: SlideChoice[] = [];
  for (const part of list.split(',').map((one) => one.trim())) {
    const choice = readChoice(part);
    if (typeof choice === 'string') return choice;
    choices.push(choice);
  }
  return choices;
}

function readChoice(part: string): SlideChoice | string {
  if (part === '') return 'A slide is missing between two commas, or at an end; expected: 3-9,opening,sources.';
  const [, from = '', dash = '', to = ''] = PLACES.exec(part) ?? [];
  if (from + dash + to === '') return { name: part };
  if (from + to === '') return '"-" is no range; expected: 3-9, 5- or -3.';
  const first = from === '' ? null : Number(from);
  const last = dash === '' ? first : to === '' ? null : Number(to);
  if (first === 0 || last === 0) return `"${part}" begins before the first slide, which is 1.`;
  if (first !== null && last !== null && first > last)
    return `"${part}" ends before it begins; expected: ${last}-${first}.`;
  return { first, last };
}
