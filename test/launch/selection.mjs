import { basename } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * What runs in the newest VS Code only, unless `--all` or `--oldest` asks for it: what tests our own logic and escaping,
 * which are the same in every VS Code, or repeats by other keys what another file does with the same parts of the window.
 * All that is not named here runs in the oldest too, and so does what is new.
 */
const newestOnly = {
  host: ['actions', 'archive', 'commands', 'followUp', 'gates', 'hostile', 'limits', 'manifest', 'oneRule'],
  browser: ['commands', 'hostile', 'pipeline', 'quickFixes'],
};

/**
 * The suites of a part that run in a VS Code.
 * @param {keyof typeof newestOnly} part
 * @param {import('./versions.mjs').Version} version
 * @param {readonly string[]} suites all that are built
 */
export function suitesFor(part, version, suites) {
  const nameOf = (/** @type {string} */ suite) => basename(suite, '.test.js');
  const names = newestOnly[part];
  const gone = names.find(name => !suites.some(suite => nameOf(suite) === name));
  if (gone) throw new Problem(`test/launch/selection.mjs names ${gone}.test.ts, which is not there.`);
  return version.name === 'newest' ? suites : suites.filter(suite => !names.includes(nameOf(suite)));
}
