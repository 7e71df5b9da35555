import assert from 'node:assert/strict';
import { writePast } from '../../../../../src/core/deal/past/writePast';
import { addDays } from '../../../../../src/core/calendar';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { FIRST } from '../../../git/past/support/branches';
import { knownWithoutGit } from '../../../git/past/support/inMemory';

/** What becomes of a deal that was moved once, and then by hand, a stage a day, each committed on its day. */
function afterHand(...stages: readonly string[]) {
  const history = `history:\n  - {on: ${addDays(FIRST, 1)}, stage: prospecting, from: lead-generation}\n`;
  const texts = ['lead-generation', 'prospecting', ...stages].map(
    (stage, at) =>
      `---\ntitle: Acme\nstage: ${stage}\nstatus: open\ncreated: ${FIRST}\n${at ? history : ''}---\n`,
  );
  const commits = texts.map((text, at) => {
    const files = new Map([['acme.md', text]]);
    return { on: addDays(FIRST, at), parents: at ? [at - 1] : [], files };
  });
  const file = { path: 'acme.md', text: texts.at(-1)!, process: DEFAULT_PROCESS };
  return writePast(file, knownWithoutGit(commits).get('acme.md')!, addDays(FIRST, 100));
}

describe('writing what git knows into a history', () => {
  it('writes the moves by hand behind its last line, also those that came back to where that ends', () => {
    const written = afterHand('qualification', 'prospecting', 'closing');
    assert.ok(written.ok);
    assert.deepEqual(
      written.lines.map(({ on, stage }) => [on, stage]),
      [
        [FIRST, 'lead-generation'],
        [addDays(FIRST, 2), 'qualification'],
        [addDays(FIRST, 3), 'prospecting'],
        [addDays(FIRST, 4), 'closing'],
      ],
    );
  });

  it('writes nothing, and says why, where a deal came back to where its history ends, as if it had never left', () => {
    const left = afterHand('qualification', 'prospecting');
    assert.ok(!left.ok);
    assert.deepEqual(left.problem.says, {
      say: 'pastDenied',
      args: { name: 'qualification', on: addDays(FIRST, 2) },
    });
  });
});
