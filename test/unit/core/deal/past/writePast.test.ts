import assert from 'node:assert/strict';
import { writePast } from '../../../../../src/core/deal/past/writePast';
import { addDays } from '../../../../../src/core/calendar';
import { DEFAULT_PROCESS } from '../../../../../src/core/process/process';
import { FIRST } from '../../../git/past/support/branches';
import { knownWithoutGit } from '../../../git/past/support/inMemory';

/** What becomes of a deal that was moved once, and then by hand, a stage a day, each committed on its day. */
function afterHand(...stages: readonly string[]) {
  const history = `history:\n  - {on: ${addDays(FIRST, 1)}, stage: prospecting, from: lead-generation}\n`;
  const texts = ['lead-generation', 'prospecting', ...stages].map((stage, at) =>
    said(`stage: ${stage}\nstatus: open\ncreated: ${FIRST}\n${at ? history : ''}`),
  );
  return committed(texts);
}

const said = (lines: string) => `---\ntitle: Acme\n${lines}---\n`;

/** What becomes of a file each of whose texts was committed, one a day. */
function committed(texts: readonly string[], now = texts.at(-1)!) {
  const commits = texts.map((text, at) => {
    const files = new Map([['acme.md', text]]);
    return { on: addDays(FIRST, at), parents: at ? [at - 1] : [], files };
  });
  const file = { path: 'acme.md', text: now, process: DEFAULT_PROCESS };
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

  it('writes which stage the first move left where nobody knows since when the deal was in it', () => {
    const written = committed(['stage: Prospecting\n', 'stage: Proposal\n'].map(said));
    assert.ok(written.ok);
    assert.match(written.edited.text, /\n {2}- \{on: 2026-01-06, stage: Proposal, from: Prospecting\}\n/);
  });

  it('writes the reason of the day on which a deal was lost, whatever the file says since', () => {
    const lost = (reason: string) => `stage: proposal\nstatus: lost\nlost_reason: ${reason}\n`;
    const begun = `stage: proposal\ncreated: ${FIRST}\n`;
    const texts = [begun, `created: ${FIRST}\n${lost('price')}`, `created: ${FIRST}\n${lost('timing')}`];
    const written = committed(texts.map(said));
    assert.ok(written.ok);
    assert.match(written.edited.text, /\{on: 2026-01-06, status: lost, reason: price\}/);
  });

  it('has nothing to write where the history begins later than git and does not say what was before', () => {
    const history = `history:\n  - {on: ${addDays(FIRST, 1)}, stage: proposal}\n`;
    const texts = [`stage: prospecting\ncreated: ${FIRST}\n`, `stage: proposal\n${history}`];
    const written = committed(texts.map(said));
    assert.ok(written.ok);
    assert.deepEqual(written.lines, []);
  });

  it('leaves a deal that was reopened by hand, which is not committed yet', () => {
    const begun = `stage: proposal\ncreated: ${FIRST}\n`;
    const texts = [begun, `${begun}status: lost\n`].map(said);
    const left = committed(texts, said(`${begun}status: open\n`));
    assert.ok(!left.ok);
    assert.equal(left.problem.says.say, 'pastNotCommitted');
  });
});
