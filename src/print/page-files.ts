import type { Finding } from '../text/finding.ts';
import { mediaType } from '../text/media-type.ts';
import { missingAsset, refusedRequest } from './findings.ts';

/** A page to print: HTML with boxes of one size, and the files that it names. */
export interface PrintPage {
  /** The whole document, with `@page{size:WIDTH HEIGHT;margin:0}`. */
  readonly html: string;
  /** The page's files by their address relative to the page: `assets/theme.css`. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Size of a page in CSS px, 96 to the inch: 1280 x 720 becomes 960 x 540 pt. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether its scripts run, as they do in a deck. */
  readonly runsScripts?: boolean;
}

/** What to send back for a request: nothing when it is refused. */
export interface Answer {
  readonly response: PageResponse | null;
  readonly finding: Finding | null;
}

interface PageResponse {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

/** `.invalid` is a name that no network can ever have (RFC 2606). */
const ORIGIN = 'http://rostrum.invalid/';

/** Where the page is, for the browser. */
export const PAGE_ADDRESS = ORIGIN;

/** What stands before `#id` in a link to another part of the same print, which the finished PDF has none of. */
export const OTHER_PART = `${ORIGIN}part`;

/** A whole browser asks every site for its sign. */
const BROWSERS_OWN = 'favicon.ico';

/** No script of the page runs, whatever its HTML says: whoever prints only reads. */
const HEADERS = { 'content-security-policy': "script-src 'none'; object-src 'none'; frame-src 'none'" };

/** The answer to a request of the page: the page itself, one of its files, or a refusal that says why. */
export function answerRequest(address: string, page: PrintPage): Answer {
  if (!address.startsWith(ORIGIN)) return { response: null, finding: refusedRequest(address) };
  const path = pathOf(address);
  if (path === '') return { response: respond('text/html; charset=utf-8', page.html, page.runsScripts), finding: null };
  const bytes = page.assets.get(path);
  if (!bytes && path === BROWSERS_OWN) return { response: null, finding: null };
  if (!bytes) return { response: null, finding: missingAsset(path) };
  return { response: respond(mediaType(path), bytes), finding: null };
}

function pathOf(address: string): string {
  const path = new URL(address).pathname.slice(1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function respond(contentType: string, body: string | Uint8Array, runsScripts = false): PageResponse {
  return { status: 200, contentType, headers: runsScripts ? {} : HEADERS, body };
}
