import { OperatorReader, operatorCode } from './operators.ts';

/** What a content stream says of what it draws (ISO 32000-1, 14.6). */
export interface ContentMarks {
  /** What has the number of a tag, in order: from the first operand of the operator that opens it to that operator's end. */
  readonly marked: readonly Readonly<MarkedContent>[];
  /** What is drawn outside tags and artifacts, in order: whole paths, whole texts, or single operators. */
  readonly loose: readonly Stretch[];
  /** Texts that are partly tagged and partly not, which nothing can set apart. Chromium writes none. */
  readonly tangled: number;
  /** Tags and artifacts in one another, of which nobody could say what they are. Chromium writes none. */
  readonly nested: number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface MarkedContent extends Stretch {
  /** The marked-content identifier. */
  readonly id: number;
  /** Whether there is text in it, or a form that has tags of its own. */
  hasText: boolean;
}

const ARTIFACT = Buffer.from('/Artifact BMC');
const BEFORE = Buffer.from('/Artifact BMC\n');
const AFTER = Buffer.from('\nEMC');

type Role = 'path' | 'clip' | 'paint' | 'draw' | 'open text' | 'show' | 'close text' | 'open' | 'close';

/** The operators that matter here; the others paint nothing and mark nothing. */
const ROLES = new Map<number, Role>(
  (
    [
      ['m re', 'path'],
      ['n', 'clip'],
      ['f F f* B B* b b* S s', 'paint'],
      ['Do sh', 'draw'],
      ['BT', 'open text'],
      ['Tj TJ \' "', 'show'],
      ['ET', 'close text'],
      ['BDC BMC', 'open'],
      ['EMC', 'close'],
    ] as const
  ).flatMap(([names, role]) => names.split(' ').map((name): [number, Role] => [operatorCode(name), role])),
);

/**
 * What is marked in a content stream and what is not. `isTagged` tells of the operands of `Do` whether that form has
 * tags of its own. Inline images are not understood: Chromium writes none.
 */
export function readMarks(bytes: Uint8Array, isTagged: (operands: string) => boolean): ContentMarks {
  const marks = new MarkCollector(bytes, isTagged);
  const reader = new OperatorReader(bytes);
  while (reader.next()) {
    const role = ROLES.get(reader.code);
    if (role !== undefined) marks.take(role, reader.start, reader.end);
  }
  return marks;
}

class MarkCollector implements ContentMarks {
  readonly marked: MarkedContent[] = [];
  readonly loose: Stretch[] = [];
  tangled = 0;
  nested = 0;
  readonly #bytes: Uint8Array;
  readonly #isTagged: (operands: string) => boolean;
  /** The marked content that is open: a tag's, an artifact, or something that only describes, such as `Span`. */
  readonly #open: (MarkedContent | 'artifact' | 'plain')[] = [];
  /** How many of these tell whether what is drawn is real content or an artifact. */
  #deciding = 0;
  /** Where the path or text that is under way starts; -1 for none. */
  #start = -1;
  /** Whether the text under way has shown anything outside marked content. */
  #isLoose = false;

  constructor(bytes: Uint8Array, isTagged: (operands: string) => boolean) {
    this.#bytes = bytes;
    this.#isTagged = isTagged;
  }

  take(role: Role, start: number, end: number): void {
    if (role === 'open') this.#openContent(start, end);
    else if (role === 'close') this.#closeContent();
    else if (role === 'draw') this.#draw(start, end);
    else if (role === 'show') this.#show();
    else if (role === 'path' || role === 'open text') this.#begin(start);
    else this.#finish(end, role === 'paint' || (role === 'close text' && this.#isLoose));
  }

  #begin(start: number): void {
    if (this.#start !== -1) return;
    this.#start = start;
    this.#isLoose = false;
  }

  #finish(end: number, isDrawn: boolean): void {
    if (isDrawn && this.#deciding === 0) {
      if (this.#start === -1) this.tangled += 1;
      else this.loose.push({ start: this.#start, end });
    }
    this.#start = -1;
  }

  #show(): void {
    if (this.#deciding === 0) this.#isLoose = true;
    else this.#noteText();
  }

  #draw(start: number, end: number): void {
    const isTagged = this.#isTagged(this.#textOf(start, end));
    if (isTagged) this.#noteText();
    else if (this.#deciding === 0) this.loose.push({ start, end });
  }

  #noteText(): void {
    for (const content of this.#open) {
      if (typeof content === 'object') content.hasText = true;
    }
  }

  #openContent(start: number, end: number): void {
    const operands = this.#textOf(start, end);
    const id = /\/MCID\s+(\d+)/.exec(operands)?.[1];
    if (id !== undefined) {
      const content = { id: Number(id), start, end, hasText: false };
      this.marked.push(content);
      this.#open.push(content);
    } else this.#open.push(operands.startsWith('/Artifact') ? 'artifact' : 'plain');
    if (this.#open.at(-1) === 'plain') return;
    if (this.#deciding > 0) this.nested += 1;
    this.#deciding += 1;
    this.#start = -1;
  }

  #closeContent(): void {
    const content = this.#open.pop();
    if (content !== undefined && content !== 'plain') this.#deciding -= 1;
  }

  #textOf(start: number, end: number): string {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, end - start).toString('latin1');
  }
}

/**
 * The stream with all that is loose in it marked as an artifact (14.8.2.2), and so the content of tags for which
 * `isDecoration` holds. Nothing is drawn otherwise than before.
 */
export function markArtifacts(
  bytes: Uint8Array,
  { marked, loose }: ContentMarks,
  isDecoration: (id: number) => boolean,
): Uint8Array {
  const edits = [
    ...marked.filter(({ id }) => isDecoration(id)).map(({ start, end }) => ({ start, end, bytes: ARTIFACT })),
    ...loose.flatMap(({ start, end }) => [
      { start, end: start, bytes: BEFORE },
      { start: end, end, bytes: AFTER },
    ]),
  ].sort((one, other) => one.start - other.start);
  let offset = 0;
  const parts = edits.flatMap(({ start, end, bytes: edit }) => {
    const before = bytes.subarray(offset, start);
    offset = end;
    return [before, edit];
  });
  return Buffer.concat([...parts, bytes.subarray(offset)]);
}
