import { type Alignment, hasClass, type Inline, type Table } from './tree.ts';

/** A table with its caption, its columns aligned, and the first column as headers of the rows where it is. */
export function renderTable(table: Table, attributes: string, render: (inlines: readonly Inline[]) => string): string {
  const { alignments, header, rows, caption } = table;
  const hasRowHeaders = hasClass(table.attributes, 'row-headers') || (header.length > 1 && header[0]?.length === 0);
  const cell = (scope: '' | 'col' | 'row', inlines: readonly Inline[], alignment: Alignment): string => {
    const aligned = alignment === null ? '' : ` class="align-${alignment}"`;
    const text = render(inlines);
    // An empty header says nothing of the cells under it.
    if (scope === '' || text === '') return `<td${aligned}>${text}</td>`;
    return `<th scope="${scope}"${aligned}>${text}</th>`;
  };
  const row = (cells: readonly (readonly Inline[])[], first: '' | 'col' | 'row', rest: '' | 'col'): string =>
    `<tr>${cells.map((inlines, index) => cell(index === 0 ? first : rest, inlines, alignments[index] ?? null)).join('')}</tr>`;
  const words = render(caption);
  const body = rows.map((cells) => row(cells, hasRowHeaders ? 'row' : '', '')).join('');
  return `<table${attributes}>${words === '' ? '' : `<caption>${words}</caption>`}<thead>${row(header, 'col', 'col')}</thead><tbody>${body}</tbody></table>`;
}
