import { type Finding, inReadingOrder } from '../text/finding.ts';

/** What is found of a talk in several themes: each thing is told once, and names its themes when these are not all. */
export class ThemeFindings {
  readonly #found = new Map<string, { readonly finding: Finding; readonly themes: string[] }>();
  readonly #themes = new Set<string>();

  /** Adds what was found in a theme. */
  add(theme: string, findings: readonly Finding[]): void {
    this.#themes.add(theme);
    for (const finding of findings) {
      const { rule, message, span, slide } = finding;
      const key = JSON.stringify([rule, message, span?.source.path, span?.start, slide]);
      const known = this.#found.get(key);
      if (known === undefined) this.#found.set(key, { finding, themes: [theme] });
      else if (!known.themes.includes(theme)) known.themes.push(theme);
    }
  }

  /** All of it, as a person reads the files. */
  get all(): readonly Finding[] {
    const told = [...this.#found.values()].map(({ finding, themes }): Finding => {
      if (themes.length === this.#themes.size) return finding;
      const names = themes.length === 1 ? `the theme ${themes[0]}` : `the themes ${themes.join(', ')}`;
      return { ...finding, message: `${finding.message} (in ${names})` };
    });
    return inReadingOrder(told);
  }
}
