import type { SlideFit } from '../print/fit-slides.ts';
import type { Finding } from '../text/finding.ts';
import type { Span } from '../text/source.ts';

type SmallestText = SlideFit['smallest'];

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'it is on a file system that cannot be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'it is larger than a file may be here',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where the file should be',
};

export function cannotWrite(path: string, error: unknown): Finding {
  return {
    rule: 'cannot-write',
    severity: 'error',
    message: `${path} could not be written: ${writeReason(error)}`,
    hint: 'what was there before is unchanged; mend that, or choose another place',
  };
}

/** The file that a person's trust in themes is kept in. */
export function cannotKeepTrust(path: string, error: unknown): Finding {
  return {
    rule: 'cannot-write',
    severity: 'error',
    message: `the trust could not be kept, because ${path} could not be written: ${writeReason(error)}`,
    hint: 'nothing is trusted that was not before; let that folder be written, and run the command again',
  };
}

function writeReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

export function foreignPage(path: string): Finding {
  return {
    rule: 'foreign-page',
    severity: 'error',
    message: `${path} is there already and was not made by Rostrum`,
    hint: 'choose another place with -o, or remove the file',
  };
}

export function foreignPicture(path: string): Finding {
  return {
    rule: 'foreign-picture',
    severity: 'error',
    message: `${path} is there already and is not as Rostrum made it, so it is not written over`,
    hint: 'choose another folder with -o, or remove the file',
  };
}

/** `bytes` is the size of the file, `limit` what mail servers take. */
export function largeFile(path: string, bytes: number, limit: number): Finding {
  const megabytes = (size: number): string => `${Math.round(size / 1e5) / 10} MB`;
  return {
    rule: 'large-file',
    severity: 'warning',
    message: `${path} has ${megabytes(bytes)}, and many mail servers refuse more than ${megabytes(limit)}`,
    hint: 'make its pictures and films smaller, or build without --single-file and send the folder another way',
  };
}

export function otherDeck(path: string, isForSpeaker: boolean): Finding {
  const [here, wanted] = isForSpeaker
    ? ['the deck for the audience', 'the speaker']
    : ['the speaker\u2019s deck', 'the audience'];
  return {
    rule: 'other-deck',
    severity: 'error',
    message: `${path} belongs to ${here}, and a deck for ${wanted} built there would be published with it, or in its place`,
    hint: 'choose another folder with -o: what the speaker alone may see stands apart',
  };
}

export function missingClient(path: string): Finding {
  return {
    rule: 'missing-client',
    severity: 'error',
    message: `the script of the deck is not at ${path}, so this copy of Rostrum is not whole`,
    hint: 'install Rostrum again, or, in its repository, run "npm run build"',
  };
}

export function alreadyThere(path: string, what: 'talk' | 'theme'): Finding {
  return {
    rule: 'already-there',
    severity: 'error',
    message: `${path} is there already, and a new ${what} is only written where nothing is`,
    hint: 'choose another name',
  };
}

export function templateThere(path: string): Finding {
  return {
    rule: 'already-there',
    severity: 'error',
    message: `${path} is there already, and what you have changed is never written over`,
    hint: 'change that file, or delete it first to have the template of the theme',
  };
}

export function themeThere(name: string, path: string): Finding {
  return {
    rule: 'already-there',
    severity: 'error',
    message: `there is a theme called "${name}" already: ${path}`,
    hint: `choose another name; with "--extends ${name}" it can stand on that theme`,
  };
}

export function themeLeftOut(name: string): Finding {
  return {
    rule: 'theme-left-out',
    severity: 'warning',
    message: `the theme ${name} cannot draw this talk, and is left out of the gallery`,
    hint: 'what it lacks is told beside this',
  };
}

export function takesTooLong(seconds: number): Finding {
  return {
    rule: 'takes-too-long',
    severity: 'error',
    message: `this talk could not be read within ${seconds} seconds, so something in it is not what a slide needs`,
    hint: 'build its outlines one by one, as in "rostrum build slides/10-opening.md", to find the one',
  };
}

/** The slide and the place in the outline that a finding is about. */
interface SlidePlace {
  readonly slide: string;
  readonly span: Span;
}

export function smallText(place: SlidePlace, { sizePx, words, isInDrawing }: SmallestText, floorPx: number): Finding {
  const where = isInDrawing ? ' in a drawing' : '';
  return {
    ...place,
    rule: 'small-text',
    severity: 'warning',
    message: `"${words}"${where} is ${Math.floor(sizePx)} px high, and ${floorPx} px is the least that can be read from the back of a room`,
    hint: isInDrawing
      ? 'give the drawing a slide of its own, or take something out of it'
      : 'take something off the slide, or make two slides of it',
  };
}

export function crowdedSlide(place: SlidePlace, words: string): Finding {
  return {
    ...place,
    rule: 'crowded-slide',
    severity: 'warning',
    message: `the slide holds more than fits on it, even in its smallest type: there is no room for "${words}"`,
    hint: 'take something off the slide, or make two slides of it',
  };
}

/** `causes` is why no browser could measure. */
export function estimatedType(causes: readonly Finding[]): Finding {
  const [cause] = causes;
  return {
    rule: 'estimated-type',
    severity: 'info',
    message: `the size of type was estimated, not measured${cause ? `: ${cause.message}` : ''}`,
    hint: cause?.hint ?? 'run "rostrum browser --install"',
  };
}

/** What is left out of a list that nobody would read to its end. */
export function moreFindings(count: number): Finding {
  return {
    rule: 'more-findings',
    severity: 'info',
    message: `${count} more are not shown`,
    hint: 'mend these first, and run the command again',
  };
}

/** `signal` is Node's name of it: `SIGINT` for Ctrl-C. */
export function interrupted(signal: string): Finding {
  return {
    rule: 'interrupted',
    severity: 'error',
    message: `the command was ended by ${signal === 'SIGINT' ? 'Ctrl-C' : signal}`,
    hint: 'run it again; each file is whole, as it was before or as it should be',
  };
}

/** What is not a `Stop` is a fault of Rostrum's own, and says where it happened. */
export function internalError(error: unknown): Finding {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    rule: 'internal-error',
    severity: 'error',
    message: `this is a fault of Rostrum, not of your talk: ${trace}`,
    hint: 'please report it with this text; what was built before is unchanged',
  };
}
