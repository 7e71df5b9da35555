/**
 * Numbers of rows, those that follow each other as one: `2–4, 7`.
 *
 * @param rows ascending
 * @param most so many are named: of the others it's said how many there are
 */
export function rowNumbers(rows: readonly number[], most: number): string {
  const runs: { readonly from: number; to: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last.to + 1) last.to = row;
    else runs.push({ from: row, to: row });
  }
  const named = runs
    .slice(0, most)
    .map(({ from, to }) => (to - from > 1 ? `${from}–${to}` : to > from ? `${from}, ${to}` : `${from}`));
  const more = runs.slice(most).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return named.join(', ') + (more ? ` and ${more.toLocaleString('en')} more` : '');
}
