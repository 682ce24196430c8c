const PATIENCE_MS = 3_000;

/** Says by the class `is-idle` of the page that neither mouse, finger nor Tab key has moved for a while. */
export function watchIdleness(): void {
  const { classList } = document.documentElement;
  let timer = 0;
  const wake = (): void => {
    classList.remove('is-idle');
    window.clearTimeout(timer);
    timer = window.setTimeout(() => classList.add('is-idle'), PATIENCE_MS);
  };
  for (const event of ['pointermove', 'pointerdown', 'focusin']) {
    document.addEventListener(event, wake, { passive: true });
  }
  wake();
}
