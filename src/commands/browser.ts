import { sandboxNotice } from '../print/browser.ts';
import { checkBrowser } from '../print/check-browser.ts';
import { type FoundBrowser, findBrowser, needBrowser } from '../print/find-browser.ts';
import { Stop } from '../text/finding.ts';
import type { Context, Outcome } from './context.ts';

/**
 * Finds the browser that prints. With `isInstalling` it is also started once, and one is installed when there is none
 * or the one that was found does not start (Ubuntu's `chromium-browser` may be an empty shell).
 */
export async function browser(context: Context, isInstalling: boolean): Promise<Outcome> {
  const { host, lap } = context;
  const used = isInstalling ? await ensureBrowser(context) : needBrowser(host);
  lap('browser');
  const lines = [`Browser: ${used.path} (${used.from})`, sandboxNotice(host) ?? ''].filter((line) => line !== '');
  const extra = { browser: used.path, kind: used.kind, from: used.from };
  return { outputs: [], slides: null, findings: [], lines, extra };
}

async function ensureBrowser({ host, say }: Context): Promise<FoundBrowser> {
  const { browser: found } = findBrowser(host);
  if (found) {
    const fault = await checkBrowser(found, host);
    if (fault === null) return found;
    // A browser that the environment names goes before any that could be installed.
    if (found.from in host.environment) throw new Stop([fault]);
    say(fault.message);
  }
  const { installBrowser } = await import('../print/install-browser.ts');
  return installBrowser(host, say);
}
