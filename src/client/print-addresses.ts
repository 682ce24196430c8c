/** Marks the links whose text is their address: on paper it need not stand behind them once more. */
export function markAddresses(root: HTMLElement): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
    const isAddress = bare(link.textContent ?? '') === bare(link.getAttribute('href') ?? '');
    link.classList.toggle('is-address', isAddress);
  }
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
}
