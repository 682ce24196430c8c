import { registerContent } from '../contents.ts';
import { stateKey } from '../state-key.ts';

/** What was opened stays open. */
registerContent({
  selector: '[data-details]',
  start(element, talk) {
    if (!(element instanceof HTMLDetailsElement)) return;
    const key = stateKey(element, 'details');
    const kept = talk.store.recall(key);
    if (typeof kept === 'boolean') element.open = kept;
    element.addEventListener('toggle', () => talk.store.keep(key, element.open));
  },
});
