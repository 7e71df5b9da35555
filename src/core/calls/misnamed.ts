import { isMeantToBe } from '../nearFileName';
import { error } from '../problem';
import type { ProcessProblem } from '../process/process';
import { CALLS_FILE } from './callsFileName';
import { say } from './say';

const CALLS = { name: CALLS_FILE, stem: 'forecast' };

/** Whether a file was probably meant to hold the forecast calls and is not read: `forecast.yml`, `forecast (1).yaml`. */
export function isMisnamedCalls(name: string, isThere: boolean): boolean {
  // Tools export figures as JSON, and nobody writes calls so.
  return !/\.json\b/i.test(name) && isMeantToBe(CALLS, name, isThere);
}

/**
 * The files whose calls don't count for their names.
 *
 * @param names of what is in a pipeline's folder
 * @param isThere whether there is one by the right name
 */
export function misnamedCallsAmong(names: Iterable<string>, isThere: boolean): readonly ProcessProblem[] {
  return [...names]
    .filter(name => isMisnamedCalls(name, isThere))
    .toSorted()
    .map(name => ({
      ...error('misnamed-calls-file', say('callsMisnamed', { file: name, isThere })),
      file: name,
      ...(isThere && { other: CALLS_FILE }),
    }));
}
