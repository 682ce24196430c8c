import { type Finding, hasErrors } from '../text/finding.ts';
import { formatFinding } from '../text/frame.ts';
import type { Host } from '../text/host.ts';
import { positionAt } from '../text/source.ts';
import type { Outcome } from './context.ts';
import { moreFindings } from './findings.ts';

/** In characters: the width that tables for a person are made for. */
export const TERMINAL_WIDTH = 80;

/** Nobody reads more at once. */
const MOST_SHOWN = 100;

/** The findings to show: where there are too many, the first of them, errors before all others, and how many more. */
function shownFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_SHOWN) return findings;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  return [...[...errors, ...others].slice(0, MOST_SHOWN), moreFindings(findings.length - MOST_SHOWN)];
}

/** The findings as a person reads them, and how many there are; '' when there are none. */
export function findingsText(findings: readonly Finding[], color: boolean): string {
  if (findings.length === 0) return '';
  const shown = shownFindings(findings)
    .map((finding) => formatFinding(finding, { color }))
    .join('\n\n');
  const count = (severity: Finding['severity'], word: string): string => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
  };
  const counts = [count('error', 'error'), count('warning', 'warning')].filter((part) => part !== '');
  return `${shown}\n\n${counts.join(', ')}\n`;
}

/** The last lines of a command: what it made, how long it took, what to do with it. */
export function outcomeText(host: Host, { outputs, slides, lines }: Outcome, seconds: number): string {
  const made = outputs.map((path) => {
    const count = slides === null ? '' : `: ${slides} slide${slides === 1 ? '' : 's'}`;
    return `Made ${host.display(path)}${count}, in ${seconds.toFixed(1)} s.`;
  });
  return [...made, ...lines].map((line) => `${line}\n`).join('');
}

/** The one object that `--json` prints; `docs/json.md` describes it. */
export function outcomeJson(
  host: Host,
  command: string,
  outcome: Pick<Outcome, 'outputs' | 'slides' | 'findings' | 'extra'>,
  milliseconds: Readonly<Record<string, number>>,
): string {
  const { outputs, slides, findings, extra } = outcome;
  const object = {
    ok: !hasErrors(findings),
    command,
    outputs: outputs.map((path) => host.display(path)),
    ...(slides === null ? {} : { slides }),
    ...extra,
    findings: shownFindings(findings).map(findingJson),
    milliseconds,
  };
  return `${JSON.stringify(object)}\n`;
}

function findingJson({ rule, severity, message, hint, span, slide }: Finding): object {
  const place = span ? { file: span.source.path, ...positionAt(span.source, span.start) } : {};
  return { rule, severity, ...place, ...(slide ? { slide } : {}), message, ...(hint ? { hint } : {}) };
}
