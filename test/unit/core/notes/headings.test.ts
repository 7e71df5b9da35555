import assert from 'node:assert/strict';
import { lastActivity, logSection, mayHaveLog } from '../../../../src/core/notes/log';
import { logActivity } from '../../../../src/core/notes/logActivity';
import { readNotes } from '../../../../src/core/notes/readNotes';
import { stageOfHeading } from '../../../../src/core/deal/checklist';
import { DEFAULT_PROCESS, makeProcess } from '../../../../src/core/process/process';
import { applyEdits } from '../../../../src/core/textEdit';
import { date } from '../../support/deals';

describe('the heading of the log', () => {
  for (const heading of [
    '## Log',
    '## Log:',
    '## Log :',
    '## Log：',
    '# LOG: #',
    '## **Log**',
    '## **Log:**',
    '## _Activity log_',
    '## Activity-Log:',
    '### 5. Log',
    '### 5) Log:',
    '## 📞 Log',
    '## 📞 2. Log 📞',
    '## Log #calls',
    '## Log {#log}',
    '## Log ^a1b2c3',
    '## Log (calls)',
    '## Log ✓',
    '# Log',
    'Log:\n---',
    '## Logs',
    '## Activity',
    '## Activities:',
    '## Activity logs',
  ])
    it(`may be written so, and no second one is begun: ${heading}`, () => {
      const text = `${heading}\n\n- 2026-11-20 call: asked\n`;
      assert.ok(mayHaveLog(text, 0));
      assert.equal(lastActivity(readNotes(text, 0))?.what, 'call: asked');
      const logged = applyEdits(text, logActivity(text, date('2026-11-21'), 'mail: sent'));
      assert.equal(lastActivity(readNotes(logged, 0))?.what, 'mail: sent');
      assert.equal(logged.match(/^#|---/gm)!.length, 1);
    });

  for (const heading of [
    '## Login',
    '## Logs of the server',
    '## Activity of the company',
    '## Catalog',
    '## Log of the calls',
    '## Log: of the calls',
    '## Dialog',
    '## Log 2',
  ])
    it(`is not one that says something else: ${heading}`, () =>
      assert.equal(logSection(readNotes(`${heading}\n\n- 2026-11-20 a\n`, 0)), undefined));
});

describe('the heading of a stage', () => {
  for (const heading of [
    'Proposal',
    'Proposal:',
    '4. Proposal:',
    '4) proposal',
    '4 – Proposal',
    '4: Proposal',
    '4 Proposal',
    '4/7 Proposal',
    'Stage 4: Proposal',
    'Step 4 - Proposal',
    '**Proposal**',
    '**4. Proposal:**',
    '4. **Proposal**:',
    '📄 Proposal',
    'Proposal ✅',
    'Proposal ✓',
    'Proposal #sent',
    'Proposal (done)',
    '**5. Proposal** (sent 2 Nov) ✅',
    'Proposal ✅ (done)',
    'Proposal [draft]:',
    '[[Proposal]]',
    '[[Stages/Proposal.md#Criteria]]',
    '4. **[[stages/4|Proposal]]**:',
    '[Proposal](x)',
    '[**Proposal**](<stages/a b.md> "Ours") (done)',
    '[Proposal](a(b)c)',
    '[Proposal][stages]',
    '**Proposal**',
    '**4. Proposal**',
    '_Proposal_ #q1',
  ])
    it(`may be written so: ${heading}`, () =>
      assert.equal(stageOfHeading(heading, DEFAULT_PROCESS), 'proposal'));

  for (const heading of [
    'Proposal of marriage',
    '4',
    'Our proposal',
    '[[Proposal|Ours]]',
    '[[Proposals]] of theirs',
    '[x](Proposal)',
    ':',
    '',
    '2026 Proposal',
    '(Proposal)',
    'Proposal (a) of marriage',
    `${'a '.repeat(200)}`,
  ])
    it(`is not one that says something else: ${heading.slice(0, 30)}`, () =>
      assert.equal(stageOfHeading(heading, DEFAULT_PROCESS), undefined));

  it('may be a name with brackets of its own', () => {
    const process = makeProcess({
      stages: { prospecting: { label: 'Demo (first)' }, 'needs-analysis': { label: 'Demo (second)' } },
    });
    assert.equal(stageOfHeading('2. Demo (second)', process), 'needs-analysis');
    assert.equal(stageOfHeading('Demo (first) (done)', process), 'prospecting');
    assert.equal(stageOfHeading('Demo', process), undefined);
  });

  it('may be a name with a number or a sign of its own', () => {
    const process = makeProcess({
      stages: {
        prospecting: { aliases: ['2nd call', '2 calls'] },
        'needs-analysis': { label: 'needs_analysis' },
      },
    });
    assert.equal(stageOfHeading('2. 2nd call', process), 'prospecting');
    assert.equal(stageOfHeading('2 calls:', process), 'prospecting');
    assert.equal(stageOfHeading('4. needs_analysis', process), 'needs-analysis');
  });

  it('takes no time, whatever stands behind it', () => {
    for (const tail of [' #:::::::', ' :', ' ^____', '*_', ' {#a}', ' (a)', ' [(', '((', '[[', '[a](', ']('])
      assert.equal(stageOfHeading(`x ${tail.repeat(40)}x`, DEFAULT_PROCESS), undefined);
  });
});
