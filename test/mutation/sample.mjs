import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keyOf } from './again.mjs';

/**
 * A plugin of Stryker's that lets through the faults of a sample; what it holds back counts for nothing. `SAMPLE` says how
 * many of a hundred faults are chosen, `SAMPLE_SEED` which; `AGAIN` names a file with those that are tried again.
 */
class Sample {
  static inject = /** @type {const} */ ([]);

  async init() {}

  /** @param {{ id: string, fileName: string, replacement: string, location: { start: Place, end: Place } }[]} mutants */
  async check(mutants) {
    const { AGAIN } = process.env;
    const again = AGAIN && new Set(JSON.parse(readFileSync(AGAIN, 'utf8')));
    return Object.fromEntries(
      mutants.map(({ id, fileName, replacement, location }) => {
        const path = fileName.replaceAll('\\', '/');
        const file = path.slice(path.lastIndexOf('/src/') + 1);
        const fault = {
          file,
          replacement,
          location: { start: told(location.start), end: told(location.end) },
        };
        const chosen = isChosen(fault) && (!again || again.has(keyOf(file, fault)));
        return [id, chosen ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' }];
      }),
    );
  }
}

/**
 * Lines and columns are counted from 0 while Stryker runs, and from 1 in its report.
 * @param {Place} place
 */
function told({ line, column }) {
  return { line: line + 1, column: column + 1 };
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sample }];

/** @typedef {{ line: number, column: number }} Place */

/**
 * Whether a fault is in the sample. It follows from the fault and the seed alone, so that each run with this seed has it,
 * whatever else it looks at.
 * @param {{ file: string, replacement?: string, location: { start: Place } }} fault
 */
export function isChosen(
  { file, replacement, location: { start } },
  { SAMPLE = '100', SAMPLE_SEED = '1' } = process.env,
) {
  const text = [SAMPLE_SEED, file, start.line, start.column, replacement].join('\n');
  const chance = createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
  return chance < Number(SAMPLE) / 100;
}
