import assert from 'node:assert/strict';
import { lineOfEntry } from '../../../../../src/core/deal/past/lineOfEntry';
import { readDeal } from '../../../../../src/core/deal/readDeal';
import { dealOf } from '../../../../../src/core/deal/entry';
import { DEFAULT_PROCESS, makeProcess } from '../../../../../src/core/process/process';

/** The lines in which the file has the events of its deal's history, as the text of each line. */
function linesOf(text: string, process = DEFAULT_PROCESS): readonly (string | undefined)[] {
  const deal = dealOf(readDeal('acme.md', text, process))!;
  return deal.history.map(
    (_, event) => text.split('\n')[lineOfEntry({ path: 'acme.md', text, process }, event) - 1],
  );
}

const file = (...lines: string[]) => ['---', 'title: Acme', ...lines, '---', 'Notes.', ''].join('\n');
const ONE = '  - {on: 2026-01-05, stage: prospecting}';
const TWO = '  - {on: 2026-02-05, stage: proposal}';

describe('where a file says an event of its history', () => {
  it('is the line of its entry', () => {
    assert.deepEqual(linesOf(file('stage: proposal', 'history:', ONE, '', TWO)), [ONE, TWO]);
  });

  it('is the line of its entry also below one that can’t be read', () => {
    assert.deepEqual(linesOf(file('stage: proposal', 'history:', ONE, '  - nobody knows', TWO)), [ONE, TWO]);
  });

  it('is found under the name that the process has for the history', () => {
    const process = makeProcess({ fields: new Map([['history', 'verlauf']]) });
    assert.deepEqual(linesOf(file('stage: proposal', 'verlauf:', ONE, TWO), process), [ONE, TWO]);
  });

  it('is where it would be in a file that can’t be read as a deal by now', () => {
    const line = (text: string, event: number) =>
      text.split('\n')[lineOfEntry({ path: 'acme.md', text, process: DEFAULT_PROCESS }, event) - 1];
    assert.equal(line(file('stage: nowhere', 'history:', ONE, TWO), 1), TWO);
    assert.equal(line(file('history:', ONE, TWO), 1), TWO);
    assert.equal(line('Notes.\n', 1), 'Notes.');
    assert.equal(line('---\nstage: [\n---\n', 0), 'stage: [');
  });
});
