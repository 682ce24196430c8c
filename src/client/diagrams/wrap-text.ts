/** Breaks a text of one line into as many as it needs to keep to a width, around the same middle. */
export function wrapText(text: SVGTextElement, widthPx: number, linePx: number): void {
  const words = (text.textContent ?? '').trim().split(/\s+/);
  if (text.getComputedTextLength() <= widthPx || words.length < 2) return;
  const x = text.getAttribute('x') ?? '0';
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`;
    text.textContent = longer;
    if (lines.length > 0 && text.getComputedTextLength() <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  text.textContent = '';
  for (const [index, line] of lines.entries()) {
    const row = document.createElementNS(text.namespaceURI, 'tspan');
    row.setAttribute('x', x);
    row.setAttribute('dy', String(index === 0 ? (-(lines.length - 1) * linePx) / 2 : linePx));
    row.textContent = line;
    text.append(row);
  }
}
