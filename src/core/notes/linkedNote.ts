/**
 * What a link between notes, `[[note]]` or `[[note|alias]]`, names: its alias, else the note without its folders, its ending and
 * the place in it: `[[Stages/Proposal.md#Now]]` is Proposal.
 */
export function nameInLink(note: string, alias: string | undefined): string {
  if (alias?.trim()) return alias;
  return note
    .replace(/(?<=.)[#^].*$/, '')
    .replace(/^.*\/(?=.)/, '')
    .replace(/(?<=.)\.md$/i, '');
}
