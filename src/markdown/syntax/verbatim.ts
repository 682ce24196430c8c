import { Lexer } from 'marked';

/** One of backticks has none after it: else it is code in a line of text. */
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^([ \t]*)(`{3,}|~{3,})$/;
const MARKER = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/;
const RULER = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const HTML = /^<[a-z/!?]/i;
/** What begins a block of HTML right under a line of text too (CommonMark 4.6, kinds 1 to 6). */
const BLOCK_NAMES =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|' +
  'tr|track|ul|script|pre|style|textarea';
const HTML_IN_PARAGRAPH = new RegExp(`^<(?:[!?]|/?(?:${BLOCK_NAMES})(?:[ \\t>]|/>|$))`, 'i');

/**
 * Tells lines of code and of comments from the rest of a text, in which a line may open a division or a note. It is
 * asked for each line in its order, without white space at its end, and where the line begins.
 */
export class VerbatimLines {
  readonly #text: string;
  /** How far in the content of each open item of a list stands. */
  #items: number[] = [];
  #fence = '';
  #isComment = false;
  /** Where the block of HTML ends that has begun. */
  #htmlEnd = 0;
  #isAfterText = false;
  /** Whether the innermost item has nothing in it so far. */
  #isItemEmpty = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** A division begins or ends, or a note: with it ends all that stands before. */
  cut(): void {
    this.#items = [];
    this.#htmlEnd = 0;
    this.#isAfterText = false;
  }

  isVerbatim(line: string, at: number): boolean {
    // What an item of a list holds ends with it.
    if (this.#items.length > 0 && /^\S/.test(line)) {
      this.#fence = '';
      this.#isComment = false;
    }
    if (this.#isComment) {
      this.#isComment = !line.includes('-->');
      return true;
    }
    if (this.#fence !== '') {
      if (this.#closesFence(line)) this.#fence = '';
      return true;
    }
    const isAfterText = this.#isAfterText;
    this.#isAfterText = line !== '';
    // An item may begin with one empty line, not with two.
    if (line === '' && this.#isItemEmpty) this.#items.pop();
    this.#isItemEmpty = false;
    return line !== '' && at >= this.#htmlEnd && this.#opens(line, at, isAfterText);
  }

  #closesFence(line: string): boolean {
    const [, indent = '', sign = ''] = FENCE_END.exec(line) ?? [];
    const isNear = this.#items.length > 0 || /^ {0,3}$/.test(indent);
    return sign.startsWith(this.#fence) && isNear;
  }

  #opens(line: string, at: number, isAfterText: boolean): boolean {
    const content = this.#contentOf(line, isAfterText);
    if (content.startsWith('<!--')) {
      // `<!-->` is one, too.
      this.#isComment = !content.includes('-->', 2);
      return this.#isComment;
    }
    if (HTML.test(content) && (!isAfterText || HTML_IN_PARAGRAPH.test(content))) this.#htmlEnd = this.#endOfHtml(at);
    else this.#fence = FENCE.exec(content)?.[1] ?? '';
    return this.#fence !== '';
  }

  /** As marked has it, which reads what stands between the divisions. */
  #endOfHtml(at: number): number {
    if (this.#items.length === 0) return at + (Lexer.rules.block.gfm.html.exec(this.#text.slice(at))?.[0].length ?? 0);
    const emptyLine = this.#text.indexOf('\n\n', at);
    return emptyLine === -1 ? this.#text.length : emptyLine;
  }

  /** What stands on a line after its indentation and the marks of items; '' where that is indented code. */
  #contentOf(line: string, isAfterText: boolean): string {
    let column = 0;
    let content = line;
    const skipSpace = (): void => {
      for (; content.startsWith(' ') || content.startsWith('\t'); content = content.slice(1)) {
        column += content.startsWith('\t') ? 4 - (column % 4) : 1;
      }
    };
    const isIndented = (): boolean => column - (this.#items.at(-1) ?? 0) > 3;
    skipSpace();
    const isInList = this.#items.length > 0;
    while ((this.#items.at(-1) ?? 0) > column) this.#items.pop();
    while (!isIndented() && !RULER.test(content)) {
      const [marker, number = '1'] = MARKER.exec(content) ?? [];
      // An empty item, or a list that begins with another number, is a part of the text right above it; no further item is.
      const isText = isAfterText && !isInList && (content === marker || Number(number) !== 1);
      if (marker === undefined || isText) break;
      content = content.slice(marker.length);
      column += marker.length;
      const start = column;
      skipSpace();
      // What stands farther in is indented code.
      this.#isItemEmpty = content === '';
      this.#items.push(content === '' || column - start > 4 ? start + 1 : column);
    }
    return isIndented() ? '' : content;
  }
}
