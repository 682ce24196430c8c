#!/usr/bin/env node
import { homedir } from 'node:os';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../package.json';
import { SAMPLE_KINDS, type SampleKind } from './check/sample-kinds.ts';
import type { Context, Outcome } from './commands/context.ts';
import { internalError, interrupted } from './commands/findings.ts';
import { isPdf, PRINT_KINDS, type PrintKind, printKinds } from './commands/print-files.ts';
import { createNarrator } from './commands/progress.ts';
import { findingsText, outcomeJson, outcomeText } from './commands/terminal.ts';
import { SLIDES_PER_SHEET, type SlidesPerSheet } from './deck/handout-grid.ts';
import { PAPER_NAMES, type PaperName } from './deck/paper-size.ts';
import { STEP_PRINTS, type StepPrint } from './deck/step-print.ts';
import { createDiskHost } from './io/disk.ts';
import { type Finding, hasErrors, Stop } from './text/finding.ts';
import { NOTE_KINDS, type NoteKind } from './view/note-kinds.ts';
import { readSlideChoices, type SlideChoice } from './view/slide-choice.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
/** The signals that end a command, each with its exit code: its number and 128, as shells have it. */
const EXIT_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type EndingSignal = keyof typeof EXIT_SIGNALS;

interface CommonOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly talk?: string;
  readonly from?: string;
  readonly install?: boolean;
  readonly trustHtml?: boolean;
  readonly speaker?: boolean;
  readonly singleFile?: boolean;
}

interface PrintOptions extends CommonOptions {
  readonly paper: PaperName;
  readonly landscape?: boolean;
  readonly kinds: ReadonlySet<NoteKind>;
  /** One of `SLIDES_PER_SHEET`, as written. */
  readonly perPage: string;
  readonly lines?: boolean;
  readonly notes?: boolean;
  readonly steps?: StepPrint;
  readonly png?: boolean;
  readonly force?: boolean;
  readonly slides?: readonly SlideChoice[];
  readonly ink?: boolean;
}

interface ThemeOptions {
  readonly json?: boolean;
  readonly talk: string;
}

interface GalleryOptions extends ThemeOptions {
  readonly output?: string;
  readonly slides?: readonly SlideChoice[];
  readonly trustHtml?: boolean;
}

const host = createDiskHost({
  folder: process.cwd(),
  environment: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  home: homedir(),
});

for (const stream of [process.stdout, process.stderr]) {
  // Who closes the other end, as "head" does, has read enough; the work itself goes on to its end.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Runs a command and prints what it did; failures set the exit code and are never thrown further. */
async function run(
  command: string,
  options: CommonOptions,
  work: (context: Context) => Promise<Outcome>,
): Promise<void> {
  const isJson = options.json === true;
  const milliseconds: Record<string, number> = {};
  let last = 0;
  const lap = (part: string): void => {
    const now = performance.now();
    milliseconds[part] = Math.round((now - last) * 10) / 10;
    last = now;
  };
  const color = process.stderr.isTTY === true && process.env.NO_COLOR === undefined;
  const { say, progress, end } = createNarrator(process.stderr, command, process.env);
  const fail = (findings: readonly Finding[]): void => {
    end();
    milliseconds.total = Math.round(performance.now());
    const failed = { outputs: [], slides: null, findings };
    if (isJson) process.stdout.write(outcomeJson(host, command, failed, milliseconds));
    else process.stderr.write(findingsText(findings, color));
  };
  const stopListening = listenForSignals((signal) => fail([interrupted(signal)]));
  lap('start');
  try {
    const outcome = await work({ host, version, lap, say, progress });
    end();
    milliseconds.total = Math.round(performance.now());
    process.stderr.write(isJson ? '' : findingsText(outcome.findings, color));
    const seconds = milliseconds.total / 1000;
    process.stdout.write(
      isJson ? outcomeJson(host, command, outcome, milliseconds) : outcomeText(host, outcome, seconds),
    );
    if (hasErrors(outcome.findings)) process.exitCode = EXIT_FAILED;
  } catch (error) {
    process.exitCode = EXIT_FAILED;
    fail(error instanceof Stop ? error.findings : [internalError(error)]);
  } finally {
    stopListening();
  }
}

/**
 * Ends the program at once when a signal asks for it, after `tell` has said so. What rooms have started or written, and
 * is of no use any more, they take away when the process exits. Returns how to stop listening.
 */
function listenForSignals(tell: (signal: EndingSignal) => void): () => void {
  const signals = Object.keys(EXIT_SIGNALS) as EndingSignal[];
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      tell(signal);
      process.exit(EXIT_SIGNALS[signal]);
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}

/** The kinds of notes in a list with commas. */
function parseNoteKinds(list: string): ReadonlySet<NoteKind> {
  const names = list.split(',').map((name) => name.trim());
  const kinds = NOTE_KINDS.filter((kind) => names.includes(kind));
  const unknown = names.find((name) => !NOTE_KINDS.some((kind) => kind === name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`There are no notes called "${unknown}"; expected: ${NOTE_KINDS.join(', ')}.`);
  }
  return new Set(kinds);
}

/** The kinds of content in a list with commas. */
function parseSampleKinds(list: string): ReadonlySet<SampleKind> {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SAMPLE_KINDS.some((kind) => kind === name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`There is no content called "${unknown}"; expected: ${SAMPLE_KINDS.join(', ')}.`);
  }
  return new Set(SAMPLE_KINDS.filter((kind) => names.includes(kind)));
}

/** The slides in a list with commas: numbers, ranges and ids. */
function parseSlides(list: string): readonly SlideChoice[] {
  const choices = readSlideChoices(list);
  if (typeof choices === 'string') throw new InvalidArgumentError(choices);
  return choices;
}

/** How steps are printed. */
function parseStepPrint(word: string): StepPrint {
  const steps = STEP_PRINTS.find((name) => name === word);
  if (steps !== undefined) return steps;
  // A word behind the option is taken for its value.
  if (printKinds([word]) !== null) throw new InvalidArgumentError(`Name "${word}" before --steps.`);
  throw new InvalidArgumentError(`Steps are not printed as "${word}"; expected: ${STEP_PRINTS.join(', ')}.`);
}

/** What a print cannot be asked for together; `null` when it can. */
function conflictOf({ steps, png, output }: PrintOptions, kinds: readonly PrintKind[]): string | null {
  const hasSlides = kinds.includes('slides');
  if (steps !== undefined && !hasSlides) return '--steps is about slides, which are not among what is to be printed';
  if (png && (!hasSlides || kinds.length > 1))
    return '--png makes pictures of slides; expected: no other kind of print';
  if (png && isPdf(output ?? '')) return `"${output}" is one file for pictures of all slides; expected: a folder`;
  if (kinds.length > 1 && isPdf(output ?? '')) {
    return `"${output}" is one file for ${kinds.length} kinds of print; expected: a folder`;
  }
  return null;
}

/** Examples under a command's help, one a line. */
function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

const program = new Command('rostrum')
  .description('Markdown outlines become a reveal.js deck and a PDF that anyone can read.')
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show this help')
  .showSuggestionAfterError()
  .exitOverride();

const TRUST_HTML = 'take HTML in the outlines as it is written: only for text of your own';
const TALK = 'a folder that holds slides/, or one Markdown file';

program
  .command('new')
  .description('write a talk to start from, or one made of a deck for another tool')
  .argument('<talk>', 'the folder to make, or a name that ends in .md for a talk in one file')
  .option('--from <deck>', 'a deck in Markdown for reveal-md, reveal.js, Marp, Pandoc or Quarto')
  .option('--json', 'print one JSON object')
  .addHelpText('after', examples('rostrum new my-talk', 'rostrum new my-talk.md', 'rostrum new my-talk --from deck.md'))
  .action((talk: string, options: CommonOptions) =>
    run('new', options, async (context) => {
      if (options.from === undefined) return (await import('./commands/new.ts')).newTalk(context, talk);
      return (await import('./commands/new-from.ts')).newTalkFrom(context, talk, options.from);
    }),
  );

program
  .command('build')
  .description('build the deck: slides/ -> dist/deck/')
  .argument('[talk]', TALK, '.')
  .option('-o, --output <place>', 'where to build it: a folder, or for one file a name that ends in .html')
  .option('--single-file', 'make one HTML file with everything in it: slides/ -> dist/deck.html')
  .addOption(
    new Option('--speaker', 'build your own deck, with your notes: slides/ -> dist/speaker/').conflicts('singleFile'),
  )
  .option('--trust-html', TRUST_HTML)
  .option('--json', 'print one JSON object')
  .addHelpText(
    'after',
    examples(
      'rostrum build',
      'rostrum build my-talk -o public',
      'rostrum build notes.md --single-file',
      'rostrum build --speaker',
    ),
  )
  .action((talk: string, options: CommonOptions) =>
    run('build', options, async (context) =>
      (await import('./commands/build.ts')).build(context, { ...options, talk }),
    ),
  );

program
  .command('print')
  .description('print to PDF: slides/ -> dist/slides.pdf, notes.pdf, handout.pdf, article.pdf')
  .argument('[kinds...]', `what to print: ${PRINT_KINDS.join(', ')}, or all`)
  .option('--talk <talk>', TALK, '.')
  .option('-o, --output <place>', 'a folder, or for one kind as PDF a name that ends in .pdf')
  .option('--slides <list>', 'only these slides: 3-9,opening,sources', parseSlides)
  .addOption(new Option('--paper <size>', 'what all but the slides is printed on').choices(PAPER_NAMES).default('A4'))
  .option('--landscape', 'turn that paper on its side')
  .addOption(
    new Option('--kinds <notes>', `which notes: ${NOTE_KINDS.join(', ')}`)
      .argParser(parseNoteKinds)
      .default(new Set<NoteKind>(['speaker', 'handout']), 'speaker,handout'),
  )
  .addOption(
    new Option('--per-page <count>', 'how many slides a page of the handout has')
      .choices(SLIDES_PER_SHEET.map(String))
      .default('6'),
  )
  .option('--lines', 'leave ruled room beside the slides of the handout')
  .option('--notes', 'put the notes for the handout beside its slides')
  .option('--ink', 'save ink: black text on white')
  .addOption(
    new Option('--steps [how]', `show the steps of slides, each on a page (pages) or small under its slide (film)`)
      .argParser(parseStepPrint)
      .preset('pages'),
  )
  .option('--png', 'make pictures of the slides, not a PDF: slides/ -> dist/slides/')
  .option('--force', 'print what does not fit, and is cut off, all the same')
  .option('--trust-html', TRUST_HTML)
  .option('--json', 'print one JSON object')
  .addHelpText(
    'after',
    examples(
      'rostrum print slides',
      'rostrum print slides --steps=film',
      'rostrum print slides --png --steps',
      'rostrum print handout --per-page 3 --lines',
      'rostrum print notes --paper Letter',
      'rostrum print all --talk my-talk -o papers',
      'rostrum print slides -o papers/talk.pdf',
      'rostrum print handout --slides 3-9,sources',
    ),
  )
  .action((names: readonly string[], options: PrintOptions, command: Command) => {
    const kinds = printKinds(names);
    if (kinds === null) {
      const unknown = names.find((name) => printKinds([name]) === null);
      command.error(`error: there is no print called "${unknown}"; expected: ${[...PRINT_KINDS, 'all'].join(', ')}`);
    }
    const conflict = conflictOf(options, kinds);
    if (conflict !== null) command.error(`error: ${conflict}`);
    return run('print', options, async (context) =>
      (await import('./commands/print.ts')).print(context, {
        ...options,
        talk: options.talk ?? '.',
        kinds,
        paper: { name: options.paper, isLandscape: options.landscape === true },
        noteKinds: options.kinds,
        handout: {
          perSheet: Number(options.perPage) as SlidesPerSheet,
          hasLines: options.lines === true,
          hasNotes: options.notes === true,
        },
        isForced: options.force === true,
        steps: options.steps ?? null,
        asPictures: options.png === true,
      }),
    );
  });

program
  .command('browser')
  .description('find, or install, the browser that print uses')
  .option('--install', 'install one when none is found')
  .option('--json', 'print one JSON object')
  .addHelpText('after', examples('rostrum browser', 'rostrum browser --install'))
  .action((options: CommonOptions) =>
    run('browser', options, async (context) =>
      (await import('./commands/browser.ts')).browser(context, options.install === true),
    ),
  );

const theme = program.command('theme').description('the themes that a talk can name');
/** A command about themes: all take the talk by an option, since most take a name. */
function themeCommand(name: string, description: string, ...lines: readonly string[]): Command {
  return theme
    .command(name)
    .description(description)
    .option('--talk <talk>', TALK, '.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', examples(...lines));
}

themeCommand('list', 'list them', 'rostrum theme list', 'rostrum theme list --talk my-talk').action(
  (options: ThemeOptions) =>
    run('theme list', options, async (context) =>
      (await import('./commands/theme-list.ts')).themeList(context, options.talk),
    ),
);

themeCommand(
  'show',
  'show what a theme is made of, and where each piece of it comes from',
  'rostrum theme show',
  'rostrum theme show base',
  'rostrum theme show --talk my-talk --json',
)
  .argument('[name]', 'the theme; that of the talk without it')
  .action((name: string | undefined, options: ThemeOptions) =>
    run('theme show', options, async (context) =>
      (await import('./commands/theme-show.ts')).themeShow(context, name, options.talk),
    ),
  );

themeCommand(
  'eject',
  'copy a template of the theme into the templates/ of the talk, to change it there',
  'rostrum theme eject timeline',
  'rostrum theme eject foot --talk my-talk',
  'rostrum theme eject prints/handout',
)
  .argument('<template>', 'a layout, else a partial, else a print; layouts/NAME, partials/NAME or prints/NAME exactly')
  .action((name: string, options: ThemeOptions) =>
    run('theme eject', options, async (context) =>
      (await import('./commands/theme-eject.ts')).themeEject(context, name, options.talk),
    ),
  );

themeCommand(
  'new',
  'start a theme in the templates/ of the talk',
  'rostrum theme new harbour',
  'rostrum theme new harbour --extends horizon --talk my-talk',
)
  .argument('<name>', 'what it is called: letters, digits, "-" and "_"')
  .option('--extends <theme>', 'the theme that it begins as', 'base')
  .action((name: string, options: ThemeOptions & { readonly extends: string }) =>
    run('theme new', options, async (context) =>
      (await import('./commands/theme-new.ts')).themeNew(context, { ...options, name }),
    ),
  );
theme
  .command('trust')
  .description('trust a theme from a package, as it is now: look at its files before')
  .argument('<theme>', 'the name of the package, or the path of its folder')
  .option('--talk <talk>', TALK, '.')
  .option('--json', 'print one JSON object')
  .addHelpText('after', examples('rostrum theme trust @acme/theme', 'rostrum theme trust @acme/theme --talk my-talk'))
  .action((name: string, options: CommonOptions) =>
    run('theme trust', options, async (context) =>
      (await import('./commands/theme-trust.ts')).themeTrust(context, name, options.talk ?? '.'),
    ),
  );

themeCommand(
  'check',
  'draw every layout of a theme with content of all kinds, and measure what is wrong',
  'rostrum theme check',
  'rostrum theme check base',
  'rostrum theme check --content short,long --talk my-talk',
)
  .argument('[name]', 'the theme; that of the talk without it')
  .option('--content <kinds>', `only these kinds of content: ${SAMPLE_KINDS.join(', ')}`, parseSampleKinds)
  .action((name: string | undefined, options: ThemeOptions & { readonly content?: ReadonlySet<SampleKind> }) =>
    run('theme check', options, async (context) =>
      (await import('./commands/theme-check.ts')).themeCheck(context, { ...options, name }),
    ),
  );

themeCommand(
  'gallery',
  'make one page with the slides of the talk in every theme: slides/ -> dist/gallery/',
  'rostrum theme gallery',
  'rostrum theme gallery --talk my-talk -o themes',
  'rostrum theme gallery --slides 1-6',
)
  .option('-o, --output <folder>', 'the folder to make it in')
  .option('--slides <list>', 'only these slides: 3-9,opening,sources', parseSlides)
  .option('--trust-html', TRUST_HTML)
  .action((options: GalleryOptions) =>
    run('theme gallery', options, async (context) =>
      (await import('./commands/theme-gallery.ts')).themeGallery(context, options),
    ),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
}
