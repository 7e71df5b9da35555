import { createHash } from 'node:crypto';

/**
 * A plugin of Stryker's that lets through the faults of a sample; what it holds back counts for nothing. `SAMPLE` says how
 * many of a hundred faults are chosen, `SAMPLE_SEED` which.
 */
class Sample {
  static inject = /** @type {const} */ ([]);

  async init() {}

  /** @param {{ id: string, fileName: string, replacement: string, location: { start: Place } }[]} mutants */
  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id, fileName, replacement, location: { start } }) => {
        const path = fileName.replaceAll('\\', '/');
        const file = path.slice(path.lastIndexOf('/src/') + 1);
        // Lines and columns are counted from 0 here, and from 1 in the report.
        const place = { line: start.line + 1, column: start.column + 1 };
        const chosen = isChosen({ file, replacement, location: { start: place } });
        return [id, chosen ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' }];
      }),
    );
  }
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
