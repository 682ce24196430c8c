const SPAN = /^(\d*)(?:-(\d+))?$/;

/**
 * Steps as reveal.js knows them. Templates write `data-step`: "1" for what comes at the first click, "1-2" for what is
 * gone at the third, "-1" for what is there at first and gone at the second, "-0" when it is gone at the first.
 * reveal.js has no last step for a fragment: so what goes away holds a mark that is a fragment itself, and the CSS of the
 * deck hides what holds a mark that is shown.
 */
export function markSteps(slide: HTMLElement): void {
  if (slide.querySelector('.fragment')) return;
  for (const element of slide.querySelectorAll<HTMLElement>('[data-step]')) {
    const [, first = '', last] = SPAN.exec(element.dataset.step ?? '') ?? [];
    if (first !== '') addFragment(element, first);
    if (last !== undefined) element.append(stepMark(Number(last) + 1, 'step-end'));
  }
  for (const code of slide.querySelectorAll<HTMLElement>('[data-lit-steps]')) {
    const steps = (code.dataset.litSteps ?? '').split(' ');
    for (const step of steps) code.append(stepMark(Number(step), 'step-lines'));
  }
}

function addFragment(element: HTMLElement, index: string): void {
  element.classList.add('fragment');
  element.dataset.fragmentIndex = index;
}

function stepMark(index: number, name: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = name;
  mark.ariaHidden = 'true';
  addFragment(mark, String(index));
  return mark;
}

/** Hides what was to be seen up to a step that has come; by a class, whichever way the step was reached. */
export function hideEnded(slide: HTMLElement): void {
  for (const mark of slide.querySelectorAll('.step-end')) {
    mark.parentElement?.classList.toggle('is-over', mark.classList.contains('visible'));
  }
}

/** Points out, in code that steps through its lines, those of the present step, whichever way it was reached. */
export function lightLines(code: HTMLElement): void {
  const group = String(code.querySelectorAll('.step-lines.visible').length);
  const lines = [...code.querySelectorAll<HTMLElement>('.line')];
  const lit = lines.filter(({ dataset }) => (dataset.lit ?? '').split(' ').includes(group));
  // A group of all lines points out none of them.
  for (const line of lines) line.classList.toggle('is-lit', lit.length < lines.length && lit.includes(line));
}
