/** @typedef {import('./summary.mjs').Mutant} Mutant */
/** @typedef {import('./summary.mjs').Report} Report */

/**
 * The faults that a first run has not seen, laid in what runs when modules are loaded. In it a fault is switched on once all are
 * loaded, and the tests run that come by then. To load all anew with the fault and to run all tests of the room takes as long for
 * one fault as else for hundreds: so it is done for these alone.
 *
 * @param {Report} report
 * @returns {string[]} see `keyOf`
 */
export function toTryAgain({ files }) {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status, static: isLoaded }) => isLoaded && (status === 'Survived' || status === 'Ignored'))
      .map(mutant => keyOf(file, mutant)),
  );
}

/**
 * What is known after both runs.
 * @param {Report} first
 * @param {Report} second
 * @param {readonly string[]} tried
 * @returns {Report}
 */
export function together({ files }, second, tried) {
  const keys = new Set(tried);
  const found = new Map(
    Object.entries(second.files).flatMap(([file, { mutants }]) =>
      mutants.map(mutant => /** @type {const} */ ([keyOf(file, mutant), mutant])),
    ),
  );
  const known = (/** @type {string} */ key, /** @type {Mutant} */ before) =>
    (keys.has(key) && found.get(key)) || before;
  return {
    files: Object.fromEntries(
      Object.entries(files).map(([file, { source, mutants }]) => [
        file,
        { source, mutants: mutants.map(mutant => known(keyOf(file, mutant), mutant)) },
      ]),
    ),
  };
}

/**
 * What tells a fault from all others, in each run.
 * @param {string} file from src on, with slashes
 * @param {{ replacement?: string, location: { start: import('./sample.mjs').Place, end: import('./sample.mjs').Place } }} fault
 */
export function keyOf(file, { replacement, location: { start, end } }) {
  return [file, start.line, start.column, end.line, end.column, replacement].join('\n');
}
