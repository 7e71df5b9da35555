import { createWriteStream } from 'node:fs';
import { relative } from 'node:path';
import { root } from './paths.mjs';

// VS Code logs hundreds of lines of its own. Those of the tests carry a mark, see test/mocha/print.ts.
const mark = '[deal-notes] ';
export const outputVariables = { DEAL_NOTES_TEST_MARK: mark };

/**
 * Splits what comes out of a VS Code: marked lines are told, everything goes to a file.
 * @param {string} file
 * @param {(text: string) => void} tell takes the marked lines
 */
export function splitOutput(file, tell) {
  const log = createWriteStream(file);
  let rest = '';
  const write = (/** @type {string} */ text) => {
    log.write(text);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith(mark)) tell(`${line.slice(mark.length)}\n`);
    }
  };
  return { write, file: relative(root, file), close: () => new Promise(resolve => log.end(resolve)) };
}
