import type { DeclaredLayouts } from '../text/declared-layouts.ts';
import type { Source, Span } from '../text/source.ts';
import type { Trust } from './trust.ts';

/** A theme with all that it takes from those it extends, and what the talk's own `templates/` changes. */
export interface Theme {
  readonly name: string;
  /** Layouts by name, as first found in the talk, the theme, and the themes it extends. */
  readonly layouts: ReadonlyMap<string, Source>;
  /** What layouts declare in the `.yaml` beside them, by the name of the layout. */
  readonly declared: DeclaredLayouts;
  readonly partials: ReadonlyMap<string, Source>;
  /** The templates of papers by the kind of print: `notes`. */
  readonly prints: ReadonlyMap<string, Source>;
  /** Whether slides are light or dark. */
  readonly scheme: Scheme;
  /** Groups of tokens: `color`, `font`, `size` ...; a theme's own over those it extends. */
  readonly tokens: Tokens;
  /** The same in the other scheme, for slides whose background is of the other kind, and for who reads in it. */
  readonly otherTokens: Tokens;
  /** The colours that no theme of the chain gives in a scheme, by scheme: those of the other stand there until they are derived. */
  readonly lacking: Readonly<Record<Scheme, readonly string[]>>;
  readonly fonts: readonly FontFamily[];
  /** The CSS of the chain for slides, base first: `theme.css`, and that of contents, layouts and partials. */
  readonly css: string;
  /** The same for the reading view: `reading.css`. */
  readonly readingCss: string;
  /** The same for what stands around the slides on paper: `print.css`. */
  readonly printCss: string;
  /** The same for paper that saves ink, after all others: `ink.css`. */
  readonly inkCss: string;
  readonly words: WordTexts;
}

/** Whom words are for: all slides, the controls of the deck, the speaker's window, papers, the gallery of themes. */
export type WordGroup = 'slides' | 'deck' | 'speaker' | 'print' | 'gallery';
/** What Rostrum itself says in the language of the talk, by group and name, with `{places}` to fill in. */
export type WordTexts = Readonly<Record<WordGroup, Readonly<Record<string, string>>>>;

/** A template with its syntax tree. */
export interface Program {
  readonly source: Source;
  readonly tree: hbs.AST.Program;
}

/** Light slides have dark text, dark ones light text. */
export type Scheme = 'light' | 'dark';

/** Values by group and name: `color`, `paper`. */
export type Tokens = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A font that comes from a package and is bundled with the deck. */
export interface FontFamily {
  /** As CSS names it. */
  readonly family: string;
  /** The npm package of the fontsource family. */
  readonly package: string;
  /** The package's CSS files, without `.css`: `500`, `400-italic`. */
  readonly faces: readonly string[];
  /** The subsets of the family that are used, such as `arabic`; `null` for all. */
  readonly subsets: readonly string[] | null;
  /** The folder that the package is looked up from. */
  readonly from: string;
  /** Where the theme names it. */
  readonly span: Span;
}

/** What `theme list` tells of a theme. */
export interface ThemeSummary {
  readonly name: string;
  readonly about: string;
  readonly extends: string;
  /** Its folder, as shown to the person. */
  readonly path: string;
  /** Of a package, whether it may be used as it is now; '' for a theme of the talk or of Rostrum. */
  readonly trust: '' | Trust;
}
