import assert from 'node:assert/strict';
import { againstGit } from '../../../../../src/core/deal/past/againstGit';
import { events, stageAt } from '../../../support/deals';

/** The line of git that a history denies: its day, counted from the first. */
function denied(history: string, git: string, left?: string): string | undefined {
  const [first, ...rest] = events(history);
  const full = first && left ? [{ ...first, from: stageAt(left) }, ...rest] : events(history);
  return againstGit(full, events(git))?.on;
}

describe('what git saw and a history denies', () => {
  for (const [what, history, git, line] of [
    ['is an outcome that it does not have', 'L0 lost5', 'L0 won5', 'won5'],
    ['is an outcome that it has later', 'L0 won9', 'L0 won5', 'won5'],
    ['is a move that it does not have', 'L0 Q5', 'L0 P2 Q5', 'P2'],
    ['is none that it has a day later', 'L0 P3', 'L0 P2', undefined],
    ['is none where both agree', 'L0 P2 won5', 'L0 P2 won5', undefined],
    ['is none where there are outcomes alone', 'won5', 'won5', undefined],
    ['is none from before its first line, of which it does not say what it left', 'P2', 'L0 P2', undefined],
  ] as const)
    it(what, () => assert.equal(denied(history, git), line && events(line)[0]!.on));

  it('is also what came before its first line, where that says what it left', () =>
    assert.equal(denied('P2', 'L0 P2', 'L'), events('L0')[0]!.on));
});
