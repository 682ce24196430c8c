import type { Browser } from '../print/browser.ts';
import type { Context } from './context.ts';

/** Lets a browser do some work, and gives what comes of it. */
export type LendBrowser = <T>(work: (browser: Browser) => Promise<T>) => Promise<T>;

/** A browser that is started when it is asked for, and ended after its work. What drives it is loaded only then. */
export function browserOnDemand({ host, say }: Context): LendBrowser {
  return async (work) => {
    const [{ launchBrowser, sandboxNotice }, { needBrowser }] = await Promise.all([
      import('../print/browser.ts'),
      import('../print/find-browser.ts'),
    ]);
    const browser = launchBrowser(needBrowser(host), host);
    const notice = sandboxNotice(host);
    if (notice !== null) say(notice);
    try {
      return await work(browser);
    } finally {
      await browser.close();
    }
  };
}
