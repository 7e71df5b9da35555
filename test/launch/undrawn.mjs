/** What moves for ever, as a progress bar, would be laid out anew for each frame that is not drawn. */
const hidden = 'body { opacity: 0 } *, *::before, *::after { animation: none !important }';

/** Has a window drawn after all, while a picture is taken of it: the style of a screenshot. */
export const drawn = 'body { opacity: 1 !important }';

/**
 * A script for a page, not for the webviews in it: nothing of it is drawn, which takes about a fifth of what its window uses of a
 * processor, and nobody looks at tests. It has its layout, its focus and its mouse all the same.
 */
export const undrawn = `
if (self === top) document.addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent = '${hidden}';
  document.head.append(style);
});`;
