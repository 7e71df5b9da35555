import { titleOf } from './picture';

/** What a meeting needs on paper, in this order: all of it is on two pages, and what has changed on a third where that is known. */
const PARTS = [
  ...['.this-quarter', '#panel-forecast', '#panel-funnel', '#panel-time'],
  ...['#panel-changes:has(.bridge, .deal-lines)', 'footer'],
];
/** What only works in the editor, what says in a table what is drawn above it, and what there is no room for. */
const NOT_ON_PAPER = [
  ...['form', '.controls', '.switch', '.secondary', '.as-table', '.visually-hidden'],
  ...['#open', '#leaks', '#calls', '#kinds', '#pace'],
];

/** The sheet as markup, as far as it goes on paper. */
export function sheetAsMarkup(): string {
  const page = document.getElementById('page')!;
  const paper = page.cloneNode(false) as Element;
  const title = document.createElement('h1');
  title.textContent = titleOf();
  const parts = PARTS.flatMap(part => page.querySelector(part)?.cloneNode(true) ?? []);
  // The drawings are filled with patterns that stand once in the page.
  const patterns = page.querySelector('.patterns')?.cloneNode(true) ?? '';
  paper.append(title, patterns, ...parts);
  for (const one of paper.querySelectorAll(NOT_ON_PAPER.join())) one.remove();
  for (const button of paper.querySelectorAll('button')) {
    const span = document.createElement('span');
    span.append(...button.childNodes);
    button.replaceWith(span);
  }
  return new XMLSerializer().serializeToString(paper);
}
