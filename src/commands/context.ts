import type { Finding } from '../text/finding.ts';
import type { Host } from '../text/host.ts';

/** What every command is given. */
export interface Context {
  readonly host: Host;
  readonly version: string;
  /** Says a line to the person while a command works; not part of its result. */
  readonly say: (line: string) => void;
  /** Says how far the work is. */
  readonly progress: (progress: Progress) => void;
  /** Ends a part of the work, so that its time is known: the time since the part before it. */
  readonly lap: (part: string) => void;
}

/** How far a command is. */
export interface Progress {
  /** How many slides are done, of all; a slide that becomes part of several things counts once for each. */
  readonly done: number;
  readonly total: number;
  /** What they are being made into: `notes`. */
  readonly what: string;
}

/** What a person asks of a command that draws a talk. */
export interface TalkRequest {
  /** A folder that holds `slides/`, or a Markdown file. */
  readonly talk: string;
  /** Where the result goes; the talk's own place when it is left out. */
  readonly output?: string | undefined;
  /** Whether the deck is made as one file. */
  readonly singleFile?: boolean | undefined;
  /** Whether HTML of the outlines goes into the deck as it is written. */
  readonly trustHtml?: boolean | undefined;
  /** Whether it is for the speaker, with notes: never for what is published. */
  readonly speaker?: boolean | undefined;
  /** Whether it is drawn to save ink: black on white. */
  readonly ink?: boolean | undefined;
}

/** What a command did. */
export interface Outcome {
  /** The files made that a person opens, absolute. */
  readonly outputs: readonly string[];
  /** How many slides it was about; `null` where that means nothing. */
  readonly slides: number | null;
  readonly findings: readonly Finding[];
  /** What to tell a person, line by line. */
  readonly lines: readonly string[];
  /** Fields that only this command adds to `--json`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}
