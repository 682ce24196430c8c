import type { Finding } from '../text/finding.ts';
import type { Overflow } from './measure-overflow.ts';

const LONGEST_ADDRESS = 120;
const INSTALL_HINT = 'run "rostrum browser --install", or set ROSTRUM_BROWSER to the path of Chrome, Chromium or Edge';

/** No browser anywhere. `tried` is what was looked at or attempted, one short clause each, in order. */
export function noBrowser(tried: readonly string[]): Finding {
  return {
    rule: 'no-browser',
    severity: 'error',
    message: `no browser was found; tried ${tried.join('; ')}`,
    hint: INSTALL_HINT,
  };
}

/** Nothing that finds or gets a browser worked. `tried` is every attempt with its outcome, in order. */
export function browserNotInstalled(tried: readonly string[]): Finding {
  return {
    rule: 'no-browser',
    severity: 'error',
    message: `no browser could be installed; tried ${tried.join('; ')}`,
    hint: 'install Chrome, Chromium or Edge yourself, or set ROSTRUM_BROWSER to the path of one',
  };
}

/** A variable names a browser, but no file is at that path. Nothing else is tried then: the person chose. */
export function browserNotThere(variable: string, path: string, kind: 'folder' | null): Finding {
  const what = kind === 'folder' ? 'a folder, not a program' : 'not there';
  return {
    rule: 'browser-not-there',
    severity: 'error',
    message: `the browser that ${variable} names is ${what}: ${path}`,
    hint: `correct ${variable}, or unset it to let Rostrum find a browser itself`,
  };
}

/** The program at `path` did not start as a browser. `words` is what it wrote to standard error. */
export function browserNotStarted(path: string, cause: string, words: string): Finding {
  const known = KNOWN_CAUSES.find(({ pattern }) => pattern.test(words));
  const said = known ? known.pattern.exec(words)?.[0] : lastLine(words);
  return {
    rule: 'browser-failed',
    severity: 'error',
    message: `the browser ${path} did not start: ${cause}${said ? `, saying "${said}"` : ''}`,
    hint: known?.hint ?? INSTALL_HINT,
  };
}

/** The browser has nowhere to write its scratch files: `error` is what came of making a folder in `place`. */
export function noScratchFolder(place: string, error: unknown): Finding {
  return {
    rule: 'browser-failed',
    severity: 'error',
    message: `the browser needs a folder for scratch files, and none can be made in ${place} (${Object(error).code ?? error})`,
    hint: 'make room in it, or set TMPDIR to a folder that you may write to',
  };
}

/** The browser ended, crashed or refused while it was printing or drawing. */
export function browserFailed(path: string, cause: string): Finding {
  return {
    rule: 'browser-failed',
    severity: 'error',
    message: `the browser ${path} failed at its work: ${cause}`,
    hint: 'run the command again; if it happens each time, free some memory or set ROSTRUM_BROWSER to another browser',
  };
}

/** The browser did not finish `step` within `timeoutMs`. */
export function printTimedOut(path: string, step: string, timeoutMs: number): Finding {
  return {
    rule: 'print-timeout',
    severity: 'error',
    message: `the browser ${path} did not finish ${step} within ${timeoutMs / 1000} s`,
    hint: 'run the command again; if it happens each time, look for very large pictures or set ROSTRUM_BROWSER to another browser',
  };
}

/** A picture that the browser cannot show: its address as written in the page, and the id of its page. */
export function brokenPicture(address: string, slide: string): Finding {
  return {
    rule: 'broken-picture',
    severity: 'error',
    message: `the picture "${shown(address)}" cannot be shown`,
    hint: 'check that the file is a whole PNG, JPEG, WebP, GIF or SVG picture',
    ...(slide === '' ? {} : { slide }),
  };
}

/** What a box cuts off, and with it disappears from the print: an error unless a person prints it all the same. */
export function doesNotFit({ slide, content, side, lostPx }: Overflow, isForced: boolean): Finding {
  return {
    rule: 'does-not-fit',
    severity: isForced ? 'warning' : 'error',
    message: `"${content}" stands ${lostPx} px over the ${side} edge of its room, where it is cut off or covers something else`,
    hint: 'shorten it, or make two slides of one; "--force" prints it all the same',
    slide,
  };
}

/** A font of the page that the browser could not load; the text would print in another one. */
export function brokenFont(family: string): Finding {
  return {
    rule: 'broken-font',
    severity: 'error',
    message: `the font "${family}" could not be loaded`,
    hint: "check the theme's font files",
  };
}

/** The page asks for a file that it was not given. */
export function missingAsset(address: string): Finding {
  return {
    rule: 'missing-asset',
    severity: 'error',
    message: `the page asks for "${address}", which is not among its files`,
    hint: "check the addresses in the theme's CSS and layouts",
  };
}

/** The page asked for something elsewhere; it was refused, and what it was for is missing from the print. */
export function refusedRequest(address: string): Finding {
  return {
    rule: 'refused-request',
    severity: 'warning',
    message: `the page asks for ${shown(address)}; a print loads nothing from a network`,
    hint: "put the file into the talk's folder and use it from there",
  };
}

/** A link that leads nowhere in a PDF: a relative address, or the id of no slide. */
export function deadLink(address: string, slide: string): Finding {
  return {
    rule: 'dead-link',
    severity: 'warning',
    message: `the link to "${shown(address)}" leads nowhere in a PDF`,
    hint: 'link to a slide by "#its-id", or to a whole address that starts with https://',
    ...(slide === '' ? {} : { slide }),
  };
}

/** Something is wider than the page; Chromium would shrink every page to make it fit. */
export function pageTooWide(widthPx: number, contentPx: number, slide: string): Finding {
  return {
    rule: 'page-too-wide',
    severity: 'error',
    message: `content is ${contentPx} px wide on a page of ${widthPx} px, which would shrink every page`,
    hint: 'keep everything inside the box of its slide, with overflow hidden',
    ...(slide === '' ? {} : { slide }),
  };
}

/** The PDF has another number of pages than it should have. */
export function wrongPageCount(expected: number, found: number): Finding {
  return {
    rule: 'wrong-page-count',
    severity: 'error',
    message: `the print has ${found} pages, but ${expected} were expected`,
    hint: "check the theme's print CSS: each page must be one box of exactly the page's size",
  };
}

/** The browser's PDF is not in a form that can be finished. */
export function unreadablePdf(reason: string): Finding {
  return {
    rule: 'unreadable-pdf',
    severity: 'error',
    message: `the browser made a PDF that cannot be finished: ${reason}`,
    hint: 'set ROSTRUM_BROWSER to another version of Chrome, Chromium or Edge',
  };
}

/** What a program finds in a PDF that keeps it from being one for all, one sentence each. */
export function notForAll(problems: readonly string[]): Finding {
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return {
    rule: 'not-for-all',
    severity: 'warning',
    message: `the PDF does not claim to meet PDF/UA: ${problems[0]}${others}`,
    hint: "check the theme's layouts: each of their pictures needs an alt, which is empty for decoration",
  };
}

/** Reasons for not starting that browsers write to standard error, and what helps. */
const KNOWN_CAUSES: readonly { readonly pattern: RegExp; readonly hint: string }[] = [
  {
    pattern: /error while loading shared libraries: [^:\n]+/,
    hint: 'install the system library it names, or a browser from your system\'s packages ("apt-get install chromium")',
  },
  {
    pattern: /No usable sandbox!|Failed to move to new namespace|setuid sandbox is not running as root/,
    hint: "use the browser of your system's packages, or allow unprivileged user namespaces on this machine",
  },
  {
    pattern: /requires the chromium snap to be installed/,
    hint: 'install the snap it names, or run "rostrum browser --install"',
  },
];

/** An address on one line: without what moves the cursor of a terminal, and the first of a long one. */
function shown(address: string): string {
  const line = address.replace(/[\p{Cc}\s]+/gu, ' ');
  return line.length > LONGEST_ADDRESS ? `${line.slice(0, LONGEST_ADDRESS)}...` : line;
}

/** The last line with words in it, without Chromium's `[pid:time:LEVEL:file]` in front and at most 160 characters. */
function lastLine(words: string): string {
  const lines = words.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim());
  return (lines.filter((line) => line !== '').at(-1) ?? '').slice(0, 160);
}
