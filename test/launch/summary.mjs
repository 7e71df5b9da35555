import { sumOf } from './results.mjs';

/** @typedef {import('./results.mjs').Results} Results */

/**
 * Prints what failed, once more in one place, and the summary, whose last line others read; returns the exit code.
 * @param {readonly { part: string, results: Results, seconds: number }[]} all
 * @param {{ seconds: number, lanes: number }} [whole] how long all took, on so many lanes
 */
export function sumUp(all, whole) {
  for (const { part, results } of all) {
    for (const { title, error } of results.failures) console.log(`\n✖ ${part}: ${title}\n${error}`);
  }
  tellTriedAgain(all);
  const width = Math.max(...all.map(({ part }) => part.length));
  console.log();
  for (const { part, results, seconds } of all) {
    const { passed, failed, skipped, problem, triedAgain = [] } = results;
    const counts = [
      `${passed} passed, ${failed} failed`,
      ...(skipped ? [`${skipped} skipped`] : []),
      ...(triedAgain.length ? [`${triedAgain.length} tried again`] : []),
      `${Math.round(seconds)} s`,
    ].join(', ');
    console.log(`${failed ? '✖' : '✔'} ${part.padEnd(width)}  ${counts}${problem ? `: ${problem}` : ''}`);
  }
  if (whole) console.log(`\n${Math.round(whole.seconds)} s, ${whole.lanes} at a time`);
  const { passed, failed } = sumOf(all.map(({ results }) => results));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

/** A test that passes only when it is tried again is wrong, or what it tests is. @param {Parameters<typeof sumUp>[0]} all */
function tellTriedAgain(all) {
  const tried = all.flatMap(({ part, results }) =>
    (results.triedAgain ?? []).map(({ title, error }) => ({ title: `${part}: ${title}`, error })),
  );
  if (!tried.length) return;
  console.log('\nFaults of tests: these failed once or more and were tried again. Mend them.');
  for (const { title, error } of tried) console.log(`\n↻ ${title}\n${error}`);
}
