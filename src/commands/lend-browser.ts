import type { Browser } from '../print/browser.ts';
import type { Context } from './context.ts';

/** Lets a browser do some work, and gives what comes of it. */
export type LendBrowser = <T>(work: (browser: Browser) => Promise<T>) => Promise<T>;

/** A browser that is started when it is asked for, and ended after its work. What drives it is loaded only then. */
export function browserOnDemand(context: Context): LendBrowser {
  return async (work) => {
    const kept = keptBrowser(context);
    try {
      return await kept.lend(work);
    } finally {
      await kept.close();
    }
  };
}

/** A browser that is started when it is first asked for, and kept for more work until it is closed. */
export function keptBrowser({ host, say }: Context): { readonly lend: LendBrowser; close(): Promise<void> } {
  let started: Promise<Browser> | null = null;
  const start = async (): Promise<Browser> => {
    const [{ launchBrowser, sandboxNotice }, { needBrowser }] = await Promise.all([
      import('../print/browser.ts'),
      import('../print/find-browser.ts'),
    ]);
    const browser = launchBrowser(needBrowser(host), host);
    const notice = sandboxNotice(host);
    if (notice !== null) say(notice);
    return browser;
  };
  return {
    lend: async (work) => {
      started ??= start();
      return work(await started);
    },
    close: async () => {
      const browser = await started?.catch(() => null);
      await browser?.close();
    },
  };
}
