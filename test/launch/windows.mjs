import { basename } from 'node:path';

/**
 * Suites of the browser that go on in one window, in this order, each with the files as the one before has left them: to open a
 * window, and a first deal in it, takes as much of a processor as three or four tests in it.
 */
const shared = [
  // The first moves its deal and takes it back, the second moves two; the last reads one that no other has, in all themes.
  ['help', 'files', 'colours'],
  // The first counts all, too, and leaves those of the second where they are.
  ['byHand', 'preview'],
  // The first ends without a deal, the second writes its own.
  ['window', 'quickFixes'],
];

/**
 * Puts together what runs in one window; a suite of none of these has one of its own.
 * @param {readonly string[]} suites built ones
 * @returns {string[][]}
 */
export function byWindow(suites) {
  const nameOf = (/** @type {string} */ suite) => basename(suite, '.test.js');
  const found = (/** @type {string} */ name) => suites.filter(suite => nameOf(suite) === name);
  const together = shared.map(names => names.flatMap(found)).filter(group => group.length > 0);
  const alone = suites.filter(suite => !shared.flat().includes(nameOf(suite)));
  return [...together, ...alone.map(suite => [suite])];
}
