/** A piece of an outline: writes itself, and its words on the way, in the order in which the slide shows them. */
export type Part = (pen: Pen) => string;

/** What a slide must show, in reading order; what its footnotes say comes last. */
export interface WrittenSlide {
  readonly words: string[];
  readonly footnotes: string[];
}

/** Writes outlines in words that are known again: it knows which of them a slide must show, and which nobody may see. */
export class Pen {
  readonly slides: WrittenSlide[] = [{ words: [], footnotes: [] }];
  readonly secrets: string[] = [];
  /** What the reading view alone shows. */
  readonly handouts: string[] = [];
  readonly files: Record<string, string> = {};
  #count = 0;
  #isSecret = false;
  #note: 'speaker' | 'handout' | null = null;
  #isFootnote = false;
  /** Lines that may stand anywhere in the file that is being written. */
  #definitions: string[] = [];

  /** A new word, of the slide or, within `hide`, a secret. */
  word(): string {
    this.#count += 1;
    if (this.#isShown || this.#isHandedOut) return this.says(`shown${this.#count}x`);
    const secret = `secret${this.#count}x`;
    this.secrets.push(secret);
    return secret;
  }

  /** Takes down that the slide shows a text. */
  says(text: string): string {
    const { words, footnotes } = this.#slide;
    if (this.#isShown) (this.#isFootnote ? footnotes : words).push(text);
    else if (this.#isHandedOut && !this.#isFootnote) this.handouts.push(text);
    return text;
  }

  /** A new name, for what has one and does not show it. */
  name(): string {
    this.#count += 1;
    return `name-${this.#count}`;
  }

  /** Writes what nobody may see. */
  hide(part: Part): string {
    const before = this.#isSecret;
    this.#isSecret = true;
    const text = part(this);
    this.#isSecret = before;
    return text;
  }

  /** Writes notes; what is for the handout stays so within notes for the speaker. */
  note(kind: 'speaker' | 'handout', part: Part): string {
    const before = this.#note;
    this.#note = kind;
    const text = part(this);
    this.#note = before;
    return text;
  }

  /** Writes what stands at the foot of the slide. */
  footnote(part: Part): string {
    const before = this.#isFootnote;
    this.#isFootnote = true;
    const text = part(this);
    this.#isFootnote = before;
    return text;
  }

  /** Keeps a line for the end of the file. */
  define(line: string): void {
    this.#definitions.push(line);
  }

  /** Begins a slide, unless it is one that nobody sees. */
  open(): void {
    if (this.#isShown) this.slides.push({ words: [], footnotes: [] });
  }

  /** Writes a file with all that is defined in it. */
  file(path: string, part: Part): void {
    const outer = this.#definitions;
    this.#definitions = [];
    const text = part(this);
    this.files[path] = [text, ...this.#definitions, ''].join('\n\n');
    this.#definitions = outer;
  }

  get #isShown(): boolean {
    return !this.#isSecret && this.#note === null;
  }

  get #isHandedOut(): boolean {
    return !this.#isSecret && this.#note === 'handout';
  }

  get #slide(): WrittenSlide {
    return this.slides.at(-1) ?? { words: [], footnotes: [] };
  }
}
