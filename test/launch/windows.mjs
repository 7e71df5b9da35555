import { basename } from 'node:path';

/**
 * Suites of the browser that go on in one window, in this order, each with its own files: to open a window, and a first deal in
 * it, takes as much of a processor as three or four tests in it. First those that take longest, so that lanes end together.
 */
const shared = [
  // The first ends with the window loaded anew; the last makes it narrow and closes its side bar.
  ['byHand', 'day', 'keys', 'preview'],
  ['help', 'files', 'drag', 'colours', 'hostile'],
  // The first begins with a view that nobody has touched, and leaves its stages closed.
  ['pipeline', 'window', 'quickFixes'],
  // A repository of its own.
  ['week'],
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
