import assert from 'node:assert/strict';
import { commitAll, git } from '../git/support';
import { date } from '../support/deals';
import { dealOf, HOSTILE } from '../support/hostile';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const TODAY = date('2026-11-30');

describe('deal-notes brief', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) =>
    runIn(folder.root, ['brief', ...args], { clock: { today: () => TODAY, now: () => 0 } });

  it('is one page of Markdown about the deal, with how its terms moved by git', async () => {
    git(folder.root, '2026-11-01', 'init', '--quiet', '--initial-branch=main');
    const lines = [
      ...['title: Acme', 'account: Acme Ltd', 'owner: dana', 'stage: proposal', 'currency: EUR'],
      ...['contacts:', '  - {name: Rosalind, email: r@acme.example}'],
      ...['history:', '  - {on: 2026-11-01, stage: proposal}', 'next_step: Send the quote'],
      'next_step_on: 2026-11-27',
    ];
    folder.write('deals/acme.md', deal(...lines, 'value: 40000', 'close_date: 2026-12-01'));
    folder.write(
      'deals/next.md',
      deal('title: Acme, more', 'account: acme ltd', 'stage: closing', 'close_date: 2026-12-24'),
    );
    commitAll(folder.root, '2026-11-02');
    folder.write('deals/acme.md', deal(...lines, 'value: 48000', 'close_date: 2026-12-15'));
    commitAll(folder.root, '2026-11-20');
    const { out, err, code } = await run('deals/acme.md');
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(
      out.split('\n').filter(line => line),
      [
        '# Brief: Acme',
        'Acme Ltd · owner dana · as of 2026-11-30',
        '## Where it stands',
        '- Stage 5 of 7: Proposal, for 29 days',
        '- Value: €48,000',
        '- Close date: 2026-12-15, in 15 days',
        '- Next step: 2026-11-27 Send the quote, 3 days late',
        '- To watch: no activity for 29 days; 29 days in stage, limit 21; close date pushed once',
        '## People',
        '- Rosalind, <r@acme.example>',
        '## How value and close date moved',
        '- 2026-11-20 Close date: 2026-12-01 → 2026-12-15 (14 days later)',
        '- 2026-11-20 Value: €40,000 → €48,000',
        '## Other deals of Acme Ltd',
        '- Acme, more: Closing, closes 2026-12-24',
      ],
    );
  });

  it('shows what is met and what is open by signs, and counts criteria only where there are any', async () => {
    folder.write(
      'sales-process.yaml',
      'stages:\n  proposal:\n    exit_criteria: [{id: p, text: Presented}, {id: a, text: Agreed}]\n    required: [value]\n  closing:\n    exit_criteria: []\n    required: [value]\n',
    );
    folder.write(
      'a.md',
      `${deal('title: Acme', 'stage: proposal')}\n## Proposal\n\n- [x] Presented\n- [ ] Agreed\n`,
    );
    folder.write('b.md', deal('title: Globex', 'stage: closing'));
    assert.match(
      (await run('a.md')).out,
      /^## Before the next stage: 1 of 2 met\n\n- ☑ Presented\n- ☐ Agreed\n- ☐ Missing: value\n/m,
    );
    assert.match((await run('b.md')).out, /^## Before the next stage\n\n- ☐ Missing: value\n/m);
  });

  it('says how a closed deal ended', async () => {
    folder.write(
      'a.md',
      deal('title: Acme', 'stage: proposal', 'status: lost', 'closed_on: 2026-11-03', 'lost_reason: price'),
    );
    const { out } = await run('a.md');
    assert.match(out, /^- Lost in Proposal on 2026-11-03\n- Reason: price\n/m);
    assert.doesNotMatch(out, /Next step|Before the next stage/);
  });

  it('says why there is none of a file that is no deal', async () => {
    folder.write('README.md', '# Deals\n');
    folder.write('bad.md', '---\ntitle: a: b\nstage: proposal\n---\n');
    for (const [file, told] of [
      ['README.md', /^README\.md: This file isn’t a deal, so there is no brief of it\.\n$/],
      ['bad.md', /^bad\.md:2: This isn’t valid YAML/],
      ['gone.md', /^gone\.md:1: This file can’t be read/],
    ] as const) {
      const { out, err, code } = await run(file);
      assert.deepEqual([out, code], ['', 1]);
      assert.match(err, told);
    }
  });

  it('has nothing but text of what the file says', async () => {
    for (const [name, text] of Object.entries(HOSTILE)) {
      folder.write('a.md', dealOf(text, ['history: [{on: 2026-11-01, stage: proposal}]']));
      const { out, code } = await run('a.md');
      assert.equal(code, 0, name);
      const lines = out.split('\n');
      assert.ok(lines.every(line => /^$|^#{1,2} |^- |^[^-#]/.test(line)));
      // No line is longer than a screen, and no heading is any but ours.
      assert.ok(
        lines.every(line => line.length < 1100),
        name,
      );
      assert.deepEqual(
        lines.filter(line => line.startsWith('#')).map(line => line.slice(0, 8)),
        ['# Brief:', '## Where', '## Peopl'],
        name,
      );
      assert.doesNotMatch(out, /(?<!\\)\]\(|(?<!\\)<(?!\S+@)|(?<!\\):\/\//, name);
    }
  });
});
