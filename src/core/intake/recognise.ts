import { foldHead } from './heads';
import type { Layout } from './layouts/layout';
import { LAYOUTS } from './layouts/layouts';
import { OWN } from './layouts/own';

/** Whether heads are those of our own export, in any of its forms, whatever the kind of its table is said to be. */
export function isOwnExport(heads: readonly string[]): boolean {
  return recognise(heads) === OWN;
}

/** A table of ours that has only some of its columns, as these are spelled: nobody else has such heads. */
function isPartOfOwn(heads: readonly string[]): boolean {
  const own = new Set(heads.map(head => head.replace(/^\uFEFF/, '').trim()));
  return own.has('title') && ['path', 'days_in_stage', 'contract_value'].some(head => own.has(head));
}

/** The system whose export has such heads: of those whose marks are there the one that knows the most heads. */
export function recognise(heads: readonly string[]): Layout | undefined {
  if (isPartOfOwn(heads)) return OWN;
  const there = new Set(heads.flatMap(head => [head.trim().toLowerCase(), foldHead(head)]));
  let best: { readonly layout: Layout; readonly known: number } | undefined;
  for (const layout of LAYOUTS) {
    if (!layout.marks.some(marks => marks.every(mark => there.has(mark)))) continue;
    const known = heads.filter(head => Object.hasOwn(layout.columns, foldHead(head))).length;
    if (!best || known > best.known) best = { layout, known };
  }
  return best?.layout;
}
