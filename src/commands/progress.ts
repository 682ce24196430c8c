import type { Progress } from './context.ts';

/** Where a person reads what a command says while it works. */
export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** How many characters fit on a line. */
  readonly columns?: number;
}

/** Tells a person what a command is doing. */
export interface Narrator {
  /** Says a line. */
  say(line: string): void;
  /** Says how far the work is. */
  progress(progress: Progress): void;
  /** Takes away what is only of use while the command works. */
  end(): void;
}

/** Work on fewer slides is over in a few seconds, and not worth a line each. */
const LONG_WORK = 200;
const BAR_CHARACTERS = 20;
const SPINNER = ['|', '/', '-', '\\'];
const SPIN_MS = 125;
/** To the start of the line, and all of it away (ECMA-48: CR, EL). */
const CLEAR_LINE = '\r\x1b[2K';

/**
 * A narrator for a command: on a terminal with a bar that is drawn anew on one line, and turns while nothing else moves.
 * Elsewhere, and where the environment asks for plain output, with a line for each part of long work that is done.
 */
export function createNarrator(
  screen: Screen,
  command: string,
  environment: Readonly<Record<string, string | undefined>>,
): Narrator {
  const { NO_COLOR, TERM, CI } = environment;
  const isPlain = screen.isTTY !== true || Boolean(NO_COLOR) || TERM === 'dumb' || Boolean(CI);
  return isPlain ? plainNarrator(screen, command) : liveNarrator(screen, command);
}

function plainNarrator(screen: Screen, command: string): Narrator {
  let told = 0;
  return {
    say: (line) => void screen.write(`${line}\n`),
    progress: ({ done, total, what }) => {
      if (total < LONG_WORK || done <= told) return;
      told = done;
      screen.write(`${command}: ${done} of ${total} slides done (${what})\n`);
    },
    end: () => {},
  };
}

function liveNarrator(screen: Screen, command: string): Narrator {
  let current: Progress | null = null;
  let turns = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    if (current === null) return;
    const line = `${SPINNER[turns % SPINNER.length]} ${progressLine(command, current)}`;
    // A line that is too long would go on in the next one, and could not be taken away.
    screen.write(CLEAR_LINE + line.slice(0, (screen.columns || 80) - 1));
  };
  const turn = (): void => {
    turns += 1;
    draw();
  };
  return {
    say: (line) => {
      screen.write(`${current === null ? '' : CLEAR_LINE}${line}\n`);
      draw();
    },
    progress: (progress) => {
      current = progress;
      // It keeps no command alive that has come to its end.
      timer ??= setInterval(turn, SPIN_MS).unref();
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (current !== null) screen.write(CLEAR_LINE);
      current = null;
    },
  };
}

/** How far the work is, in one line: `print  [#####---------------]  23/92  notes`. */
export function progressLine(command: string, { done, total, what }: Progress): string {
  const filled = Math.floor((BAR_CHARACTERS * done) / Math.max(1, total));
  const bar = '#'.repeat(filled) + '-'.repeat(BAR_CHARACTERS - filled);
  return `${command}  [${bar}]  ${done}/${total}  ${what}`;
}
