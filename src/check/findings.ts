import type { Finding } from '../text/finding.ts';
import type { Mistake } from './faults.ts';

/** What is drawn at one place too large for another. */
export function layoutOverflow(mistake: Mistake): Finding {
  return {
    rule: 'layout-overflow',
    severity: 'error',
    message: told(mistake),
    hint: 'make it smaller in theme.css, or give it more room: a layout must hold what the density of the slide promises',
    ...place(mistake),
  };
}

export function layoutOverlap(mistake: Mistake): Finding {
  return {
    rule: 'layout-overlap',
    severity: 'error',
    message: told(mistake),
    hint: 'keep them apart; what is to lie under text is decoration, aria-hidden="true" and more than twice as large',
    ...place(mistake),
  };
}

export function layoutContrast(mistake: Mistake, tokens: readonly string[]): Finding {
  const from = tokens.length === 0 ? 'its colour' : `the token ${tokens.join(' or ')}`;
  return {
    rule: 'layout-contrast',
    severity: 'error',
    message: told(mistake),
    hint: `change ${from}, or what it stands on`,
    ...place(mistake),
  };
}

export function layoutAccess(mistake: Mistake, isGrave: boolean): Finding {
  return {
    rule: 'layout-access',
    severity: isGrave ? 'error' : 'warning',
    message: told(mistake),
    hint: `axe's rule "${mistake.worst.variant}" says what to do: https://dequeuniversity.com/rules/axe/4.14/${mistake.worst.variant}`,
    ...place(mistake),
  };
}

export function layoutHidesText(mistake: Mistake): Finding {
  return {
    rule: 'layout-hides-text',
    severity: 'error',
    message: told(mistake),
    hint: 'show it; what only screen readers are to be told has the class "visually-hidden"',
    ...place(mistake),
  };
}

export function layoutLosesText(mistake: Mistake): Finding {
  const name = mistake.worst.variant;
  return {
    rule: 'layout-loses-text',
    severity: 'error',
    message: told(mistake),
    hint: name === 'slide.body' ? 'put {{> body}} or {{slide.body}} into it' : `put {{${name}}} into it`,
    ...place(mistake),
  };
}

export function unknownToken(span: Finding['span'], name: string, hint: string): Finding {
  return {
    rule: 'unknown-token',
    severity: 'error',
    message: `the theme has no token for "var(${name})"`,
    hint,
    ...(span ? { span } : {}),
  };
}

function told({ worst, count, templates, seenIn }: Mistake): string {
  const { kind, size, scheme, medium } = worst.drawing;
  const here = `"${worst.template.name}", ${kind} content, ${size}, ${scheme}, ${medium}`;
  if (count === 1) return `${worst.what} (${here})`;
  const others = [templates.join(', '), ...seenIn].join('; ');
  return `${worst.what} (${here}); found ${count} times, this is the worst (${others})`;
}

function place({ span }: Mistake): Pick<Finding, 'span'> {
  return span === null ? {} : { span };
}
