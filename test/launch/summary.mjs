import { sumOf } from './results.mjs';

/** @typedef {import('./results.mjs').Results} Results */

/** So many suites are named as the dearest. */
const DEAREST = 15;

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
      ...processorOf(results),
    ].join(', ');
    console.log(`${failed ? '✖' : '✔'} ${part.padEnd(width)}  ${counts}${problem ? `: ${problem}` : ''}`);
  }
  tellDearest(all);
  if (whole) console.log(`\n${Math.round(whole.seconds)} s, ${whole.lanes} at a time`);
  const { passed, failed } = sumOf(all.map(({ results }) => results));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

/** What a part has used of a processor, where that is known. @param {Results} results */
function processorOf({ processor = {} }) {
  const seconds = Object.values(processor);
  return seconds.length ? [`${Math.round(seconds.reduce((sum, one) => sum + one))} s of a processor`] : [];
}

/** Where saving time begins. @param {Parameters<typeof sumUp>[0]} all */
function tellDearest(all) {
  const suites = all
    .flatMap(({ part, results }) => Object.entries(results.processor ?? {}).map(entry => ({ part, entry })))
    .sort((a, b) => b.entry[1] - a.entry[1]);
  if (!suites.length) return;
  console.log('\nThe dearest suites, in seconds of a processor:');
  for (const { part, entry } of suites.slice(0, DEAREST)) {
    const [suite, seconds] = entry;
    console.log(`${String(Math.round(seconds)).padStart(5)}  ${part}: ${suite || 'before the first suite'}`);
  }
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
