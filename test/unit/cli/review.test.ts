import assert from 'node:assert/strict';
import { commitAll, git } from '../git/support';
import { date } from '../support/deals';
import { dealOf, HOSTILE, UNSAFE } from '../support/hostile';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

/** A Friday. */
const TODAY = date('2026-11-27');

describe('deal-notes review', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) =>
    runIn(folder.root, ['review', ...args], { clock: { today: () => TODAY, now: () => 0 } });
  /** The lines of each section, by its heading. */
  const sections = (out: string) =>
    Object.fromEntries(
      out.split(/^## /m).map(part => {
        const [heading, ...lines] = part.trimEnd().split('\n');
        return [heading, lines.filter(line => line)];
      }),
    );

  const lines = ['currency: EUR', 'owner: dana'];
  const write = (name: string, ...more: string[]) =>
    folder.write(`deals/${name.toLowerCase()}.md`, deal(`title: ${name}`, ...lines, ...more));

  function week(): void {
    git(folder.root, '2026-11-01', 'init', '--quiet', '--initial-branch=main');
    write('Acme', 'stage: prospecting', 'value: 100', 'close_date: 2026-12-01');
    write('Globex', 'stage: closing', 'value: 48000');
    write('Hooli', 'stage: proposal', 'value: 7');
    commitAll(folder.root, '2026-11-20');
    write(
      'Acme',
      'stage: proposal',
      'value: 200',
      'close_date: 2027-01-15',
      'next_step: Ring',
      'next_step_on: 2026-11-26',
    );
    write('Globex', 'stage: closing', 'value: 48000', 'status: won', 'closed_on: 2026-11-25');
    write('Hooli', 'stage: proposal', 'value: 7', 'status: lost', 'lost_reason: "price | *all*"');
    folder.write(
      'deals/new.md',
      `${deal('title: Initech', ...lines, 'stage: qualification')}\n## Log\n\n- 2026-11-24 call: yes\n`,
    );
    commitAll(folder.root, '2026-11-25');
  }

  it('tells what happened since Monday, by git, and what is due', async () => {
    week();
    const { out, err, code } = await run();
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^# Weekly review, 2026-11-23 to 2026-11-27\n/);
    const told = sections(out);
    const by = /by [^)]+/.exec(out)![0];
    assert.deepEqual(told['Won'], [`- Globex (€48,000, 2026-11-25, ${by})`]);
    assert.deepEqual(told['Lost'], [`- Hooli (price \\| \\*all\\*, €7, 2026-11-25, ${by})`]);
    assert.deepEqual(told['Moved'], [`- Acme (Prospecting → Proposal, €200, 2026-11-25, ${by})`]);
    assert.deepEqual(told['New'], [`- Initech (Qualification, 2026-11-25, ${by})`]);
    assert.match(told['Close date pushed']![0]!, /^- Acme \(2026-12-01 → 2027-01-15/);
    assert.match(told['Other changes']!.join('\n'), /^- Acme \(Value up: €100 → €200/m);
    assert.deepEqual(told['Logged'], ['- Initech: 2026-11-24 call: yes']);
    assert.deepEqual(told['Late, or due within a week'], [
      '- 2026-11-26, 1 day late: [Acme](deals/acme.md), next step: Ring (dana)',
    ]);
    assert.match(
      told['Stuck, and why']!.join('\n'),
      /^- \[Initech\]\(deals\/new\.md\) \(Qualification, dana\): no next step/m,
    );
    assert.doesNotMatch(out, /None/);
    assert.match(told['By owner']!.join('\n'), /dana/);
  });

  for (const isInGit of [false, true])
    it(`has among those won and lost what came within the week, ${isInGit ? 'by' : 'without'} git, and not what was closed long ago`, async () => {
      if (isInGit) {
        git(folder.root, '2026-11-01', 'init', '--quiet', '--initial-branch=main');
        folder.write('deals/x.md', deal('title: X', 'stage: proposal'));
        commitAll(folder.root, '2026-11-20');
      }
      write('Quick', 'stage: closing', 'value: 48000', 'status: won', 'closed_on: 2026-11-25');
      write('Gone', 'stage: closing', 'status: lost', 'lost_reason: price', 'closed_on: 2026-11-24');
      write('Old', 'stage: closing', 'value: 7', 'status: won', 'closed_on: 2019-11-25');
      const told = sections((await run()).out);
      assert.match(told['Won']!.join('\n'), /^- Quick \(€48,000[^)]*\)$/);
      assert.match(told['Lost']!.join('\n'), /^- Gone \(price[^)]*\)$/);
      assert.match(told['New']!.join('\n'), /Quick \(Won/);
    });

  it('says how many files are left out as they can’t be read', async () => {
    week();
    folder.write('deals/broken.md', deal('title: [A', 'stage: proposal'));
    assert.match(
      (await run()).err,
      /^Left out: 1 file that cannot be read\. Run deal-notes check to see why\.$/m,
    );
  });

  it('begins as the template does, without the byte order mark of an editor', async () => {
    week();
    folder.write('deals/_review.md', '\ufeff# {{since}}\n');
    assert.equal((await run()).out, '# 2026-11-23\n');
  });

  it('is of one owner’s deals, from another day on', async () => {
    week();
    const { out } = await run('--owner', 'nobody', '--since', '2026-11-26');
    assert.match(out, /^# Weekly review, 2026-11-26 to 2026-11-27\n/);
    const [start] = out.split('\n\n## ');
    assert.equal(
      start!.split('\n').at(-1),
      'None this time: won, lost, moved, new, close dates pushed, other changes, log lines, late or due within a week, stuck, owners.',
    );
    assert.deepEqual(Object.keys(sections(out)).slice(1), ['Forecast against quota']);
  });

  it('says in the template of a team that there is nothing, where it names the part', async () => {
    week();
    folder.write('deals/_review.md', '{{won}}\n{{stuck}}\n');
    assert.equal((await run('--owner', 'nobody')).out, 'None.\nNone.\n');
  });

  it('follows the template of the team, and tells a part that there isn’t by file and line', async () => {
    week();
    folder.write('deals/_review.md', 'Week of {{since}}\n\n{{won}}\n{{wons}}\n');
    const { out, err, code } = await run();
    assert.match(out, /^Week of 2026-11-23\n\n- Globex \(.*\)\n{{wons}}\n$/);
    assert.equal(code, 1);
    assert.equal(
      err,
      'deals/_review.md:4: The review has no part “wons”, so it stays as it is. Did you mean {{won}}?\n',
    );
  });

  it('tells by the deals’ own histories where there is no git, and says so', async () => {
    write(
      'Acme',
      'stage: proposal',
      'history:',
      '  - {on: 2026-11-02, stage: prospecting}',
      '  - {on: 2026-11-24, stage: proposal}',
    );
    const { out, err } = await run();
    assert.match(err, /There is no git here/);
    assert.match(sections(out)['Moved']![0]!, /^- Acme \(Prospecting → Proposal, 2026-11-24\)/);
  });

  it('counts no days from a year that was mistyped, and its rows and lines are all open deals', async () => {
    for (const [name, ...more] of [
      ['A', 'close_date: 0206-12-18'],
      ['B', 'close_date: 2026-12-18'],
      ['C', 'close_date: 2026-08-18'],
      ['D', 'close_date: 2026-12-18', 'forecast: omitted'],
      ['E', 'forecast: omitted'],
      ['F'],
      ['G', 'close_date: 2027-02-01'],
      ['H', 'close_date: 2027-05-01'],
      ['I', 'close_date: 2027-08-01'],
    ] as const)
      write(name!, 'stage: proposal', 'value: 10', ...more);
    const told = sections((await run()).out);
    assert.match(
      told['Late, or due within a week']!.join('\n'),
      /^- 0206-12-18, check the year: \[A\]\(deals\/a\.md\), close date \(dana\)$/m,
    );
    const rows: string[] = told['Forecast against quota']!.slice(2);
    assert.deepEqual(
      rows.map(row => row.replace(/(?<=Q\d) \|.*/, '')),
      [
        ...['| 2026-Q3', '| 2026-Q4', '| 2027-Q1', '| 2027-Q2'],
        'Open, with a close date before 2026-Q3: 1 deal, €10.',
        'Close date after 2027-Q2: 1 deal, €10.',
        'No close date: 1 deal, €10.',
        'Omitted from the forecast: 2 deals, €20.',
      ],
    );
  });

  it('has nothing but text of what deals say', async () => {
    for (const [at, text] of Object.values(HOSTILE).entries())
      folder.write(
        `${at}.md`,
        dealOf(text, ['history: [{on: 2026-11-24, stage: proposal}]', 'close_date: 2026-11-26']),
      );
    const { out, code } = await run();
    assert.equal(code, 0);
    assert.doesNotMatch(out, UNSAFE);
    assert.deepEqual(Object.keys(sections(out)).slice(1), [
      'New',
      'Late, or due within a week',
      'Stuck, and why',
      'Forecast against quota',
      'By owner',
    ]);
    assert.equal(out.split('\n').filter(line => line.startsWith('#')).length, 6);
    assert.doesNotMatch(out, /(?<!\\)<|(?<!\\)!\[|(?<!\\)\]\((?!\d+\.md\))/);
  });
});
