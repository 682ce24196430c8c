import { oklch, parse, wcagContrast } from 'culori';
import { isDarkColor } from './contrast.ts';
import { resolveColor } from './resolve-color.ts';
import type { Tokens } from './types.ts';

type Colors = Tokens[string];

/** Why a colour cannot have a role: the contrast it has and would need, or else in words. */
export type Refusal =
  | { readonly against: string; readonly ratio: number; readonly needed: number }
  | { readonly reason: string };

/** A role that a colour cannot have, and what keeps it from that. */
export interface RefusedRole {
  readonly role: string;
  readonly color: string;
  readonly refusal: Refusal;
}

/** The colours of a theme with those of a brand among them. */
export interface BrandedColors {
  readonly colors: Colors;
  /** Each given colour with the tokens that it has become, in the order in which they were given. */
  readonly uses: readonly { readonly color: string; readonly roles: readonly string[] }[];
  /** The roles in which the theme's own colour stays, with what keeps the most important given one from each. */
  readonly kept: readonly RefusedRole[];
  /** What keeps colours from the roles that they come nearest to. */
  readonly nearest: ReadonlyMap<string, RefusedRole>;
}

/** WCAG 2.2: text (1.4.3), small words (1.4.6), and what is no text (1.4.11). */
const TEXT = 4.5;
const SMALL = 7;
const DRAWN = 3;
const SERIES = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;
const CODE = ['code-keyword', 'code-text', 'code-value'] as const;
/** Distance in OKLab below which two series of a chart look the same. */
const ALIKE = 0.1;
/** Nearer to the paper, no mark is seen; the themes of Rostrum have 0.07 and more. */
const UNSEEN = 0.06;

/** The contrast of two colours; 1, the least, where one is worked out by the browser and nobody can promise more. */
function contrastOf(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)];
  return a && b ? wcagContrast(a, b) : 1;
}

/**
 * The colours of a theme in which a brand's take the roles that they can be read in: for each role the first given one
 * that has enough contrast with what it stands on, or what stands on it. None is ever changed. Where none will do, the
 * theme's own stays. For paper that saves ink, what is filled stays as it is.
 */
export function brandColors(own: Colors, given: readonly string[], isForInk: boolean): BrandedColors {
  const choice = new Choice(own, given);
  const ground = isForInk ? null : chooseGround(choice);
  const others = given.filter((color) => color !== ground);
  const accent = choice.choose('accent', [...others, ...given], (color) => choice.on(color, 'paper', TEXT));
  if (ground !== null) chooseOnGround(choice, ground);
  const first = accent === null ? [] : [accent];
  choice.choose('accent-text', [...first, ...given], (color) =>
    firstOf(choice.on(color, 'paper', SMALL), choice.on(color, 'wash', TEXT)),
  );
  for (const role of CODE) {
    choice.choose(role, choice.unused(CODE), (color) =>
      firstOf(choice.on(color, 'wash', SMALL), choice.on(color, 'mark', TEXT)),
    );
  }
  if (!isForInk) chooseMark(choice);
  for (const role of SERIES) choice.choose(role, choice.unused(SERIES), (color) => forSeries(choice, role, color));
  separateSeries(choice);
  if (own.display !== undefined && !own.display.includes('--color-ground')) {
    choice.choose('display', [...first, ...given], (color) => choice.on(color, 'paper', TEXT));
  }
  return choice.result();
}

/** The field of openings: as dark or light as the theme's own, with what can be written upon it. */
function chooseGround(choice: Choice): string | null {
  const { own, given } = choice;
  const isWritten = own.display === undefined || own.display.includes('--color-ground');
  // Where the theme writes in the colour of its ground, it can be read on the paper.
  const needed = isWritten && choice.ratio(choice.color('ground'), 'paper') >= TEXT ? TEXT : 0;
  const ground = choice.choose('ground', given, (color) => {
    const best = Math.max(...onGroundColors(choice).map((text) => contrastOf(text, color)));
    const upon = best >= SMALL ? null : { against: 'what is written upon it', ratio: best, needed: SMALL };
    const isOther = isDarkColor(color) !== isDarkColor(choice.color('ground'));
    return firstOf(choice.on(color, 'paper', needed), isOther ? OTHER_KIND : null, upon);
  });
  if (ground === null) return null;
  const onGround = onGroundColors(choice).find((text) => contrastOf(text, ground) >= SMALL) ?? '';
  const muted = choice.color('on-ground-muted');
  choice.set('on-ground', onGround);
  if (contrastOf(muted, ground) < SMALL) choice.set('on-ground-muted', onGround);
  return ground;
}

const OTHER_KIND: Refusal = { reason: 'too light for the field of openings' };
const OPPOSITE: Refusal = { reason: 'it would say the opposite of what is meant' };
const SAME_AS_PAPER: Refusal = { reason: 'it cannot be told from the paper' };

function onGroundColors(choice: Choice): readonly string[] {
  const own = ['on-ground', 'paper', 'ink'].map((name) => choice.color(name));
  return [...own, '#ffffff', '#000000', ...choice.given];
}

/** What is drawn upon the ground: never what cannot be told from it. */
function chooseOnGround(choice: Choice, ground: string): void {
  const drawn = choice.given.find((color) => contrastOf(color, ground) >= DRAWN);
  const accent = choice.color('accent');
  if (drawn !== undefined) choice.use('on-ground-accent', drawn);
  else choice.set('on-ground-accent', contrastOf(accent, ground) >= 1.5 ? accent : choice.color('on-ground-muted'));
}

/** The ground of words that are marked, and of lines of code that are pointed out. */
function chooseMark(choice: Choice): void {
  choice.choose('mark', choice.given, (color) => {
    const isSeen = distance(color, choice.color('paper')) >= UNSEEN;
    return firstOf(
      choice.on(color, 'ink', SMALL),
      isSeen ? null : SAME_AS_PAPER,
      ...CODE.map((name) => choice.on(color, name, TEXT)),
    );
  });
}

/** A series stands on the paper. The second one also says what is wrong, the third what is right: none the opposite. */
function forSeries(choice: Choice, role: string, color: string): Refusal | null {
  const hue = hueOf(color);
  const isRed = hue !== null && (hue < 60 || hue > 340);
  const isGreen = hue !== null && hue > 110 && hue < 190;
  const isOpposite = (role === 'series-2' && isGreen) || (role === 'series-3' && isRed);
  return firstOf(choice.on(color, 'paper', TEXT), isOpposite ? OPPOSITE : null);
}

/** The hue of OKLCH in degrees; `null` for greys. */
function hueOf(color: string): number | null {
  const { c = 0, h } = oklch(parse(color)) ?? {};
  return c < 0.04 || h === undefined ? null : h;
}

/** Where the theme's own series stay, none is left that looks like one of the brand's: another own one is there for it. */
function separateSeries(choice: Choice): void {
  const given = SERIES.filter((role) => choice.isGiven(role));
  const taken = given.map((role) => choice.color(role));
  const isFree = (color: string): boolean => taken.every((other) => distance(color, other) >= ALIKE);
  const spare = given.map((role) => choice.own[role] ?? '').filter(isFree);
  for (const role of SERIES) {
    if (choice.isGiven(role) || isFree(choice.color(role))) continue;
    const other = spare.shift();
    if (other !== undefined) choice.set(role, other);
  }
}

function distance(one: string, other: string): number {
  const [a, b] = [one, other].map((color) => {
    const { l = 0, c = 0, h = 0 } = oklch(parse(color)) ?? {};
    const angle = (h * Math.PI) / 180;
    return { l, x: c * Math.cos(angle), y: c * Math.sin(angle) };
  });
  return a && b ? Math.hypot(a.l - b.l, a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;
}

/** By how much the contrast of a colour is too small for a role: 2 for half of what it needs. */
function shortfall({ refusal }: RefusedRole): number {
  return 'reason' in refusal ? Number.POSITIVE_INFINITY : refusal.needed / refusal.ratio;
}

/** The first of several things that keep a colour from a role. */
function firstOf(...refusals: readonly (Refusal | null)[]): Refusal | null {
  return refusals.find((refusal) => refusal !== null) ?? null;
}

/** The colours of a theme while those of a brand are given roles among them. */
class Choice {
  readonly own: Colors;
  readonly given: readonly string[];
  readonly #colors: Record<string, string>;
  readonly #roles = new Map<string, string>();
  readonly #kept: RefusedRole[] = [];
  readonly #nearest = new Map<string, RefusedRole>();

  constructor(own: Colors, given: readonly string[]) {
    this.own = own;
    this.given = given;
    this.#colors = { ...own };
  }

  /** The colour that a token has now. */
  color(name: string): string {
    return resolveColor(this.#colors, name);
  }

  ratio(color: string, name: string): number {
    return contrastOf(color, this.color(name));
  }

  /** What keeps a colour from standing on the colour of a token, or from standing behind it. */
  on(color: string, name: string, needed: number): Refusal | null {
    const ratio = this.ratio(color, name);
    return ratio >= needed ? null : { against: NAMES[name] ?? name, ratio, needed };
  }

  /** Gives a role to the first colour that nothing keeps from it. */
  choose(role: string, colors: readonly string[], refuse: (color: string) => Refusal | null): string | null {
    const tried = colors.map((color) => ({ role, color, refusal: refuse(color) }));
    const chosen = tried.find(({ refusal }) => refusal === null)?.color ?? null;
    const refused = tried.flatMap(({ refusal, ...one }) => (refusal === null ? [] : [{ ...one, refusal }]));
    for (const one of refused) {
      const nearest = this.#nearest.get(one.color);
      if (nearest === undefined || shortfall(one) < shortfall(nearest)) this.#nearest.set(one.color, one);
    }
    const [first] = refused;
    if (chosen !== null) this.use(role, chosen);
    else if (first !== undefined) this.#kept.push(first);
    return chosen;
  }

  use(role: string, color: string): void {
    this.#roles.set(role, color);
    this.set(role, color);
  }

  /** Gives a token a colour that is not the brand's. */
  set(role: string, color: string): void {
    this.#colors[role] = color;
  }

  isGiven(role: string): boolean {
    return this.#roles.has(role);
  }

  /** The given colours that have none of these roles yet. */
  unused(roles: readonly string[]): readonly string[] {
    const used = roles.map((role) => this.#roles.get(role));
    return this.given.filter((color) => !used.includes(color));
  }

  result(): BrandedColors {
    const uses = this.given.map((color) => ({
      color,
      roles: [...this.#roles].flatMap(([role, one]) => (one === color ? [role] : [])),
    }));
    return { colors: this.#colors, uses, kept: this.#kept, nearest: this.#nearest };
  }
}

const NAMES: Readonly<Record<string, string>> = {
  paper: 'the paper',
  wash: 'the wash behind code',
  mark: 'the mark',
  ink: 'the ink',
};
