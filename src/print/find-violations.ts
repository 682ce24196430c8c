/** What axe finds wrong with an element. */
export interface Violation {
  /** The rule of axe: `image-alt`. */
  readonly id: string;
  /** How bad it is: `minor`, `moderate`, `serious` or `critical`. */
  readonly impact: string;
  readonly help: string;
  readonly slide: string;
  readonly words: string;
  /** The element and all around it up to its slide, as CSS names them. */
  readonly path: string;
}

/** The little of the browser's document, and of axe, that is used here. */
interface FoundElement {
  readonly id: string;
  readonly localName: string;
  readonly classList: Iterable<string>;
  readonly textContent: string | null;
  readonly parentElement: FoundElement | null;
  closest(selector: string): FoundElement | null;
  matches(selector: string): boolean;
}
interface FoundRule {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly element: FoundElement }[];
}
declare const document: unknown;
declare const axe: {
  getRules(): readonly { readonly ruleId: string }[];
  run(context: unknown, options: unknown): Promise<{ readonly violations: readonly FoundRule[] }>;
};

/**
 * Runs inside a page that has axe: what breaks any of its rules, those of level AAA, experimental or a best practice among
 * them. Left out are those about contrast, which is measured on what is drawn, and that the titles of slides differ, which is
 * for who writes them. Puppeteer sends the function as text.
 */
export async function findViolations(): Promise<readonly Violation[]> {
  const LEFT_OUT = ['color-contrast', 'color-contrast-enhanced', 'landmark-unique'];
  const rules = Object.fromEntries(
    axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !LEFT_OUT.includes(ruleId) }]),
  );
  const pathOf = (element: FoundElement): string => {
    const own = [element.localName, ...element.classList].join('.');
    return element.matches('.slide') || !element.parentElement ? own : `${pathOf(element.parentElement)} > ${own}`;
  };
  const { violations } = await axe.run(document, { rules, resultTypes: ['violations'], elementRef: true });
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ element }) => ({
      id,
      impact: impact ?? 'minor',
      help,
      slide: element.closest('section[id]')?.id ?? '',
      words: (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60),
      path: pathOf(element),
    })),
  );
}
