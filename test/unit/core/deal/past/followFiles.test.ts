import assert from 'node:assert/strict';
import type { FileChange, PastCommit } from '../../../../../src/core/deal/past/commits';
import { factsOf } from '../../../../../src/core/deal/past/factsOf';
import { fileStateOf, type FileState } from '../../../../../src/core/deal/past/fileState';
import { followFiles } from '../../../../../src/core/deal/past/followFiles';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { day } from '../../../support/deals';

const stateOf = (stage: string): FileState =>
  fileStateOf(`---\ntitle: Acme\nstage: ${stage}\n---\n`, DEFAULT_PROCESS)!;

function followed(commits: readonly PastCommit[]) {
  const following = followFiles(commits, stateOf);
  let step = following.next();
  while (!step.done) step = following.next();
  return step.value;
}

/** The commits that have changed a file, by who made them. */
function changesIn(commits: readonly PastCommit[], path: string) {
  return factsOf(followed(commits).get(path)!, commits).changes.map(({ by, on }) => [by, on]);
}

const commit = (
  at: number,
  by: string,
  parents: readonly number[],
  ...changes: FileChange[]
): PastCommit => ({
  ...{ id: `c${at}`, by, on: day(at), parents, changes },
});
const path = 'acme.md';

describe('a file of which two branches made the same change', () => {
  const begun = [
    commit(0, 'Dana', [], { path, blob: 'prospecting' }),
    commit(1, 'Dana', [0], { path, blob: 'proposal' }),
    commit(2, 'Marek', [0], { path, blob: 'proposal' }),
  ];

  it('has it from the first, where that still has the file', () => {
    const merge = commit(3, 'Robin', [1, 2]);
    assert.deepEqual(changesIn([...begun, merge], path), [['Dana', day(1)]]);
  });

  it('has it from the one that it came from, where the first has removed the file', () => {
    const removed = commit(3, 'Dana', [1], { path });
    const merge = commit(4, 'Robin', [3, 2], { path, blob: 'proposal' });
    assert.deepEqual(changesIn([...begun, removed, merge], path), [['Marek', day(2)]]);
  });

  it('goes on from before where it was removed and nobody else has it', () => {
    const removed = commit(3, 'Dana', [1], { path });
    const back = commit(4, 'Robin', [3], { path, blob: 'closing' });
    assert.deepEqual(changesIn([...begun, removed, back], path), [
      ['Dana', day(1)],
      ['Robin', day(4)],
    ]);
  });
});

describe('the files at the last commit', () => {
  it('are none where there are no commits', () => {
    assert.deepEqual([...followed([])], []);
  });

  it('have one that came where another went by a new name at the same time', () => {
    const begun = commit(0, 'Dana', [], { path, blob: 'prospecting' });
    const swapped = commit(
      ...([1, 'Marek', [0]] as const),
      { path: 'globex.md', blob: 'prospecting', from: path },
      { path, blob: 'closing' },
    );
    assert.deepEqual([...followed([begun, swapped]).keys()].toSorted(), [path, 'globex.md']);
    const gone = commit(1, 'Marek', [0], { path: 'globex.md', blob: 'proposal', from: path });
    assert.deepEqual([...followed([begun, gone]).keys()], ['globex.md']);
  });
});
