import { sandboxNotice } from '../print/browser.ts';
import { type FoundBrowser, findBrowser, needBrowser } from '../print/find-browser.ts';
import type { Context, Outcome } from './context.ts';

/** Finds the browser that prints, or installs one when there is none and `isInstalling` says so. */
export async function browser({ host, say, lap }: Context, isInstalling: boolean): Promise<Outcome> {
  const { browser: found } = findBrowser(host);
  const used = found ?? (isInstalling ? await install({ host, say }) : needBrowser(host));
  lap('browser');
  const lines = [`Browser: ${used.path} (${used.from})`, sandboxNotice(host) ?? ''].filter((line) => line !== '');
  return {
    outputs: [],
    slides: null,
    findings: [],
    lines,
    extra: { browser: used.path, kind: used.kind, from: used.from },
  };
}

async function install({ host, say }: Pick<Context, 'host' | 'say'>): Promise<FoundBrowser> {
  const { installBrowser } = await import('../print/install-browser.ts');
  return installBrowser(host, say);
}
