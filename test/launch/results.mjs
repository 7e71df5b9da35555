import { readFile } from 'node:fs/promises';

/** @typedef {{ title: string, error: string }} FailedTest with all that mocha knows of what went wrong */

/**
 * What one run of mocha leaves in the file that the variable `DEAL_NOTES_TEST_RESULTS` names: the only proof that tests
 * have run. An exit code of 0 is none.
 * @typedef {object} Results
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {FailedTest[]} failures
 * @property {string} [problem] what went wrong with the run itself
 * @property {FailedTest[]} [triedAgain] what failed in earlier tries of the same files
 * @property {Record<string, number> | undefined} [processor] seconds of a processor by suite, its file's name without folder and ending;
 * with the processes that it started and the VS Code it used; what no suite has used, as loading them, is under ''
 */
export const resultsVariable = 'DEAL_NOTES_TEST_RESULTS';

/** Names a folder that the VS Code of the tests, and its browser, have on their command line: by it they are counted too. */
export const countedVariable = 'DEAL_NOTES_TEST_COUNTED';

/**
 * Reads the results of a run. No results count as a failure.
 * @param {string} file
 * @param {string} [problem] what went wrong with the run itself
 * @returns {Promise<Results>}
 */
export async function readResults(file, problem) {
  /** @type {Results | undefined} */
  const results = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (!results) return failure(problem ?? 'it ended without results');
  if (problem && results.failed === 0) return { ...results, failed: 1, problem };
  return results;
}

/** Results of no tests are a failure. @param {Results} results @returns {Results} */
export function ofSomeTests(results) {
  return results.passed + results.failed ? results : failure('not one test was run');
}

/** @param {string} problem @returns {Results} */
export function failure(problem) {
  return { passed: 0, failed: 1, skipped: 0, failures: [], problem };
}

/** @param {readonly Results[]} all @returns {Results} */
export function sumOf(all) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    all.reduce((total, results) => total + results[key], 0);
  const problem = all.find(results => results.problem)?.problem;
  const processor = addUp(all.flatMap(results => Object.entries(results.processor ?? {})));
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: all.flatMap(({ failures }) => failures),
    triedAgain: all.flatMap(({ triedAgain }) => triedAgain ?? []),
    processor,
    ...(problem && { problem }),
  };
}

/** @param {readonly [string, number][]} entries */
function addUp(entries) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const [key, number] of entries) sums[key] = (sums[key] ?? 0) + number;
  return sums;
}
