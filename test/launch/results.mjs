import { readFile } from 'node:fs/promises';

/**
 * What one run of mocha leaves in the file that the variable `DEAL_NOTES_TEST_RESULTS` names: the only proof that tests
 * have run. An exit code of 0 is none.
 * @typedef {{ passed: number, failed: number, skipped: number, problem?: string }} Results
 */
export const resultsVariable = 'DEAL_NOTES_TEST_RESULTS';

/**
 * Reads the results of a run. No results, or results of no tests, count as a failure.
 * @param {string} file
 * @param {string} [problem] what went wrong with the run itself
 * @returns {Promise<Results>}
 */
export async function readResults(file, problem) {
  /** @type {Results | undefined} */
  const results = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (!results) return failure(problem ?? 'it ended without results');
  if (results.passed + results.failed === 0) return failure(problem ?? 'not one test was run');
  if (problem && results.failed === 0) return { ...results, failed: 1, problem };
  return results;
}

/** @param {string} problem @returns {Results} */
export function failure(problem) {
  return { passed: 0, failed: 1, skipped: 0, problem };
}
