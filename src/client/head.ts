/**
 * Runs before the slides are read. A deck with scripts shows nothing until it has chosen its view: laying out all slides
 * for a moment would cost a long talk half a second. When the script of the deck fails, the reading view stays.
 */
const { classList } = document.documentElement;
classList.add('is-starting');
window.addEventListener('error', () => classList.remove('is-starting'));
