/** The rows of the first table under a heading of a document, cell by cell, without its header. */
export function tableUnder(prose: string, heading: string): readonly (readonly string[])[] {
  const start = [`\n## ${heading}\n`, `\n### ${heading}\n`].map((line) => prose.indexOf(line)).find((at) => at >= 0);
  const section = prose.slice((start ?? -1) + 1);
  const table = /(?:^\|.*\n)+/m.exec(section)?.[0].trim().split('\n') ?? [];
  return table.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
