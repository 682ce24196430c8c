/** The little of the browser's document that is used here. */
interface DescribedElement {
  readonly children: Iterable<DescribedElement>;
  readonly localName: string;
  readonly textContent: string;
  closest(selector: string): DescribedElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): DescribedElement | null;
  querySelectorAll(selector: string): Iterable<DescribedElement>;
}
declare const document: { querySelectorAll(selector: string): Iterable<DescribedElement> };

/**
 * Runs inside the page, before it is printed: says of its elements what Chromium would not tag otherwise, and changes
 * nothing that is seen. Passages in a language of their own become groups, because Chromium drops the language of all
 * else that has no tag; formulas and charts become pictures with a description; and what HTML has no role for is given
 * a mark that `readTagMarks` turns into its tag: a private part of its language, the one thing of an element that
 * Chromium hands on as it is. Puppeteer sends the function as text, so it holds all it needs.
 */
export function describePage(): void {
  // Measured: these keep their language without a role, as do those that have one.
  const KEEP =
    'a, article, aside, blockquote, caption, code, dd, details, dl, dt, em, figcaption, h1, h2, h3, h4, h5, h6';
  const KEEP_TOO =
    'html, img, li, ol, p, pre, q, strong, table, tbody, td, tfoot, th, thead, tr, ul, [role], svg, svg *, head *';
  const describe = (element: DescribedElement, role: string, label: string): void => {
    element.removeAttribute('aria-hidden');
    element.setAttribute('role', role);
    if (label !== '') element.setAttribute('aria-label', label);
  };
  const mark = (element: DescribedElement, tag: string): void => {
    const [lang] = (element.closest('[lang]')?.getAttribute('lang') ?? '').split('-x-tag-');
    element.setAttribute('lang', `${lang || 'und'}-x-tag-${tag}`);
  };
  const markGroup = (element: DescribedElement, tag: string): void => {
    describe(element, 'group', '');
    mark(element, tag);
  };
  const wordsOf = (element: DescribedElement | null): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const rowsOf = (table: DescribedElement): readonly string[] =>
    [...table.querySelectorAll('tr')].map((row) => [...row.children].map(wordsOf).filter(Boolean).join(', '));

  for (const passage of document.querySelectorAll(`[lang]:not(${KEEP}, ${KEEP_TOO})`)) describe(passage, 'group', '');
  for (const formula of document.querySelectorAll('.katex')) {
    const tex = wordsOf(formula.querySelector('annotation'));
    if (tex === '') continue;
    formula.querySelector('.katex-html')?.removeAttribute('aria-hidden');
    formula.querySelector('.katex-mathml')?.setAttribute('aria-hidden', 'true');
    describe(formula, 'img', tex);
    mark(formula, 'formula');
  }
  for (const drawing of document.querySelectorAll('figure[role="img"] > svg')) drawing.removeAttribute('aria-hidden');
  for (const table of document.querySelectorAll('figure > svg + table.visually-hidden')) {
    const figure = table.closest('figure');
    const drawing = figure?.querySelector('svg');
    const title = wordsOf(figure?.querySelector('figcaption') ?? null);
    if (drawing) describe(drawing, 'img', [title, ...rowsOf(table)].filter(Boolean).join('; '));
  }
  for (const list of document.querySelectorAll('dl')) {
    const parts = [...list.children];
    if (parts[0]?.localName !== 'dt' || !parts.every(({ localName }) => /^d[dt]$/.test(localName))) continue;
    for (const part of parts) markGroup(part, part.localName === 'dt' ? 'lbl' : 'lbody');
    markGroup(list, 'l');
  }
  for (const number of document.querySelectorAll('.footnotes > li > .footnote-number')) markGroup(number, 'lbl');
}
