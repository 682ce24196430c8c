import type { HLJSApi, LanguageFn } from 'highlight.js';
import type { Code } from '../markdown/tree.ts';
import type { Checked, Finding } from '../text/finding.ts';
import { spanOf } from '../text/source.ts';
import { longCode, unknownLanguage } from './findings.ts';

/** Code as HTML with highlight.js's classes; `null` for a language that is not loaded. */
export type Highlight = (text: string, language: string) => string | null;

/** What people write after a fence, where it is not the name of highlight.js's own file. */
const ALIASES: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  cs: 'csharp',
  console: 'shell',
  docker: 'dockerfile',
  golang: 'go',
  hs: 'haskell',
  html: 'xml',
  js: 'javascript',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  svg: 'xml',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  vb: 'vbnet',
  yml: 'yaml',
  zsh: 'bash',
};
/** Languages that are shown without colours on purpose. */
const PLAIN = new Set(['text', 'txt', 'plain', 'plaintext', 'none', 'output']);

/** In characters: some thousand lines. highlight.js takes a second for a few times as many. */
const LONGEST = 50_000;

/**
 * A highlighter for the languages of these blocks of code; highlight.js is loaded only when there are any. Findings:
 * `unknown-language`, `long-code`; such code is shown without colours.
 */
export async function loadHighlight(all: readonly Code[]): Promise<Checked<Highlight>> {
  const codes = all.filter(({ language }) => language !== '' && !PLAIN.has(language));
  if (codes.length === 0) return { value: () => null, findings: [] };
  const { default: highlighter } = await import('highlight.js/lib/core');
  const findings: Finding[] = codes
    .filter(isLong)
    .map(({ span }) => longCode(spanOf(span.source, span.start), LONGEST));
  const names = new Map(codes.map((code) => [fileName(code.language), code]));
  for (const [name, code] of names) {
    const definition = await loadLanguage(name);
    if (definition) highlighter.registerLanguage(name, definition);
    else findings.push(unknownLanguage(code.span, code.language));
  }
  return { value: (text, language) => highlightWith(highlighter, text, fileName(language)), findings };
}

function isLong({ text }: Code): boolean {
  return text.length > LONGEST;
}

function fileName(language: string): string {
  return (Object.hasOwn(ALIASES, language) ? ALIASES[language] : undefined) ?? language;
}

async function loadLanguage(name: string): Promise<LanguageFn | null> {
  if (!/^[a-z0-9-]+$/.test(name)) return null;
  try {
    const module: { default: LanguageFn } = await import(`highlight.js/lib/languages/${name}`);
    return module.default;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function highlightWith(highlighter: HLJSApi, text: string, language: string): string | null {
  if (highlighter.getLanguage(language) === undefined || text.length > LONGEST) return null;
  return highlighter.highlight(text, { language, ignoreIllegals: true }).value;
}
