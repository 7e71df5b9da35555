import assert from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import type { BetweenJson } from '../../../src/core/exchange/json/schema/between';
import { commitAll, git } from '../git/support';
import { date } from '../support/deals';
import { assertPublished } from '../support/published';
import { temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

/** A Wednesday. */
const TODAY = date('2026-11-25');

describe('deal-notes changes', () => {
  const folder = temporaryFolder();

  const run = (...args: string[]) =>
    runIn(folder.root, ['changes', ...args], { clock: { today: () => TODAY, now: () => 0 } });
  const json = async (...args: string[]): Promise<BetweenJson> => {
    const { out, err } = await run(...args, '--json');
    assert.ok(out, err);
    const printed = JSON.parse(out) as BetweenJson;
    assertPublished('between', printed);
    return printed;
  };
  const told = ({ events }: BetweenJson) => events.map(({ kind, path, from, to }) => [kind, path, from, to]);

  const write = (path: string, title: string, ...lines: string[]) =>
    folder.write(
      path,
      ['---', `title: ${title}`, 'currency: EUR', ...lines, '---', 'They want it this year.', ''].join('\n'),
    );

  beforeEach(() => {
    git(folder.root, '2026-11-01', 'init', '--quiet', '--initial-branch=main');
    write(
      'deals/acme.md',
      'Acme',
      'stage: prospecting',
      'value: 100.10',
      'close_date: 2026-12-01',
      'owner: dana',
    );
    write('deals/globex.md', 'Globex', 'stage: proposal', 'value: 50', 'owner: marek');
    commitAll(folder.root, '2026-11-20');
  });

  it('shows what commits and unsaved work did since last Monday, who did it when, and a bridge', async () => {
    write(
      'deals/acme.md',
      'Acme',
      'stage: proposal',
      'value: 100.30',
      'close_date: 2027-01-15',
      'owner: dana',
    );
    commitAll(folder.root, '2026-11-24');
    git(folder.root, '2026-11-24', 'mv', 'deals/globex.md', 'deals/won.md');
    write('deals/won.md', 'Globex', 'stage: proposal', 'status: won', 'value: 50', 'owner: marek');
    write('deals/new.md', 'Initech', 'stage: qualification', 'value: 7');
    const changes = await json();
    assert.deepEqual([changes.from, changes.to], ['2026-11-22', 'now']);
    assert.deepEqual(told(changes), [
      ['advanced', 'deals/acme.md', 'prospecting', 'proposal'],
      ['value', 'deals/acme.md', 100.1, 100.3],
      ['close_date', 'deals/acme.md', '2026-12-01', '2027-01-15'],
      ['new', 'deals/new.md', null, 'qualification'],
      ['won', 'deals/won.md', 'proposal', 'won'],
    ]);
    assert.deepEqual(
      changes.events.map(({ on, by, slipped }) => [on, by, slipped]),
      [
        ['2026-11-24', 'Dana', undefined],
        ['2026-11-24', 'Dana', undefined],
        ['2026-11-24', 'Dana', true],
        [undefined, undefined, undefined],
        [undefined, undefined, undefined],
      ],
    );
    const parts = {
      new: 7,
      reopened: 0,
      won: -50,
      lost: 0,
      removed: 0,
      up: 0.2,
      down: 0,
      recurrency: 0,
      unread: 0,
    };
    assert.deepEqual(changes.bridge, { EUR: { from: 150.1, ...parts, to: 107.3 } });
    const { out } = await run();
    assert.match(out, /^What changed since Monday, 2026-11-23\n/);
    assert.match(out, /Slipped out of Q4 2026 · 1\n {2}Acme +2026-12-01 → 2027-01-15/);
    assert.match(out, /marek +€50 +0 +1 +0 +0\n/);
    const own = await json('--owner', 'marek');
    assert.deepEqual(told(own), [['won', 'deals/won.md', 'proposal', 'won']]);
  });

  it('compares commits, branches, days and what is staged, and takes a folder that is no point for the folder', async () => {
    write('deals/acme.md', 'Acme', 'stage: proposal', 'value: 100.10');
    commitAll(folder.root, '2026-11-24');
    git(folder.root, '2026-11-24', 'tag', 'v1');
    write('deals/acme.md', 'Acme', 'stage: qualification', 'value: 100.10');
    git(folder.root, '2026-11-24', 'add', '--all');
    write('deals/acme.md', 'Acme', 'stage: closing', 'value: 100.10');
    const stages = async (...args: string[]) =>
      told(await json(...args))
        .filter(([kind]) => kind === 'advanced' || kind === 'back')
        .map(([, , from, to]) => [from, to]);
    assert.deepEqual(await stages('HEAD~1', 'v1'), [['prospecting', 'proposal']]);
    assert.deepEqual(await stages('v1', 'HEAD~1', 'deals'), [['proposal', 'prospecting']]);
    assert.deepEqual(await stages('HEAD', 'staged'), [['proposal', 'qualification']]);
    assert.deepEqual(await stages('staged', 'now'), [['qualification', 'closing']]);
    assert.deepEqual(await stages('main', 'deals'), [['proposal', 'closing']]);
    assert.deepEqual(await stages('2026-11-20', 'yesterday'), [['prospecting', 'proposal']]);
    assert.deepEqual(await stages('week'), [['prospecting', 'closing']]);
    assert.deepEqual(await stages('deals'), [['prospecting', 'closing']]);
    assert.deepEqual(await stages('now'), []);
    assert.equal((await json('week')).from, '2026-11-22');
    const head = git(folder.root, '2026-11-24', 'rev-parse', 'HEAD').trim();
    assert.equal((await json('v1')).from, head);
  });

  it('follows a deal through a rename and more changes than git would pair at once, and not a look-alike', async () => {
    git(folder.root, '2026-11-24', 'mv', 'deals/acme.md', 'deals/archive.md');
    commitAll(folder.root, '2026-11-24');
    folder.write(
      'deals/archive.md',
      '---\ntitle: Acme Corp\nstage: closing\n---\nAll is new here, and long enough.\n',
    );
    commitAll(folder.root, '2026-11-24');
    // The same lines but for the title: another deal.
    git(folder.root, '2026-11-24', 'mv', 'deals/globex.md', 'deals/initech.md');
    write('deals/initech.md', 'Initech', 'stage: proposal', 'value: 50', 'owner: marek');
    commitAll(folder.root, '2026-11-24');
    const kinds = told(await json()).map(([kind, path]) => [kind, path]);
    assert.deepEqual(kinds, [
      ['advanced', 'deals/archive.md'],
      ['value', 'deals/archive.md'],
      ['close_date', 'deals/archive.md'],
      ['owner', 'deals/archive.md'],
      ['removed', 'deals/globex.md'],
      ['new', 'deals/initech.md'],
    ]);
  });

  it('follows a renamed deal also to what nobody has committed yet', async () => {
    git(folder.root, '2026-11-24', 'mv', 'deals/acme.md', 'deals/zenith.md');
    commitAll(folder.root, '2026-11-24');
    folder.write('deals/zenith.md', '---\ntitle: Zenith\nstage: closing\n---\nNothing is as it was.\n');
    assert.deepEqual(told(await json())[0], ['advanced', 'deals/zenith.md', 'prospecting', 'closing']);
  });

  it('knows nothing at an earlier point of what was done after it', async () => {
    const worth = (value: number, day: string) => {
      write('deals/globex.md', 'Globex', 'stage: proposal', `value: ${value}`, 'owner: marek');
      commitAll(folder.root, day);
    };
    worth(80, '2026-11-22');
    git(folder.root, '2026-11-22', 'tag', 'then');
    worth(50, '2026-11-23');
    worth(80, '2026-11-24');
    const { events } = await json('HEAD~3', 'then');
    assert.deepEqual(
      events.map(({ kind, on }) => [kind, on]),
      [['value', '2026-11-22']],
    );
  });

  it('tells of what is staged who did what before it, and slips of the quarter that a commit was in', async () => {
    write('deals/acme.md', 'Acme', 'stage: prospecting', 'value: 5', 'close_date: 2026-09-20', 'owner: dana');
    commitAll(folder.root, '2026-09-10');
    write('deals/acme.md', 'Acme', 'stage: proposal', 'value: 5', 'close_date: 2026-12-01', 'owner: dana');
    commitAll(folder.root, '2026-11-24');
    git(folder.root, '2026-11-24', 'add', '--all');
    const { events } = await json('HEAD~1', 'staged');
    assert.deepEqual(
      events.map(({ kind, by, slipped }) => [kind, by, slipped]),
      [
        ['advanced', 'Dana', undefined],
        ['close_date', 'Dana', true],
      ],
    );
  });

  it('tells by the deals’ own lines who did what where the versions in between are not in a clone', async () => {
    for (const value of [60, 70]) {
      write('deals/globex.md', 'Globex', 'stage: proposal', `value: ${value}`);
      commitAll(folder.root, '2026-11-24');
    }
    git(folder.root, '2026-11-24', 'config', 'uploadpack.allowFilter', 'true');
    git(folder.root, '2026-11-24', 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const clone = folder.path('clone');
    git(folder.root, '2026-11-24', 'clone', '--quiet', '--filter=blob:none', `file://${folder.root}`, clone);
    git(clone, '2026-11-24', 'checkout', '--quiet', 'HEAD~2');
    git(clone, '2026-11-24', 'checkout', '--quiet', 'main');
    const { out, err } = await runIn(clone, ['changes', 'HEAD~2', 'HEAD', '--json']);
    const { events } = JSON.parse(out) as BetweenJson;
    assert.deepEqual(
      events.map(({ kind, from, to, by }) => [kind, from, to, by]),
      [
        ['value', 50, 70, undefined],
        ['owner', 'marek', null, undefined],
      ],
    );
    assert.match(err, /clone/);
  });

  it('takes a removed deal out at the value with which it was last seen', async () => {
    write('deals/globex.md', 'Globex', 'stage: proposal', 'value: 80');
    commitAll(folder.root, '2026-11-24');
    rmSync(folder.path('deals/globex.md'));
    for (const isCommitted of [false, true]) {
      if (isCommitted) commitAll(folder.root, '2026-11-25');
      const { EUR } = (await json()).bridge;
      assert.deepEqual([EUR!.up, EUR!.removed, EUR!.to], [30, -80, 100.1]);
    }
  });

  it('takes a won deal out at the value with which it was won, whatever its file was corrected to', async () => {
    const won = (value: number, status = 'won') => {
      write('deals/globex.md', 'Globex', 'stage: closing', `status: ${status}`, `value: ${value}`);
    };
    const parts = async () => {
      const { up, down, won: sum, to } = (await json()).bridge['EUR']!;
      return [up, down, sum, to];
    };
    won(80);
    commitAll(folder.root, '2026-11-24');
    won(70);
    assert.deepEqual(await parts(), [30, 0, -80, 100.1]);
    commitAll(folder.root, '2026-11-24');
    assert.deepEqual(await parts(), [30, 0, -80, 100.1]);
    // Won once more, which is what counts: at first not committed.
    won(60, 'open');
    commitAll(folder.root, '2026-11-25');
    won(90);
    assert.deepEqual(await parts(), [40, 0, -90, 100.1]);
    commitAll(folder.root, '2026-11-25');
    won(95);
    assert.deepEqual(await parts(), [40, 0, -90, 100.1]);
    // The list has the same sum, and says what the file says by now.
    const { out } = await run();
    assert.match(out, /\nWon · 1 · €90\n {2}Globex +now €95 +€90 +2026-11-25, Dana/);
    assert.match((await run('--markdown')).out, /\| Won \| 1 \| €90 \| Globex \(now €95, €90\) \|/);
  });

  it('lists a lost and a reopened deal with the values that the bridge has, and with those of now', async () => {
    write('deals/globex.md', 'Globex', 'stage: proposal', 'status: lost', 'value: 80', 'lost_reason: price');
    write('deals/acme.md', 'Acme', 'stage: proposal', 'status: won', 'value: 10');
    commitAll(folder.root, '2026-11-24');
    git(folder.root, '2026-11-24', 'tag', 'closed');
    write('deals/globex.md', 'Globex', 'stage: proposal', 'status: lost', 'value: 70', 'lost_reason: price');
    write('deals/acme.md', 'Acme', 'stage: proposal', 'value: 12');
    commitAll(folder.root, '2026-11-25');
    const lost = await run();
    assert.match(lost.out, /\nLost · 1 · €80\n {2}Globex +price, now €70 +€80 /);
    assert.match(lost.out, /\nLost +-€80\n/);
    const reopened = await run('closed', 'now');
    assert.match(reopened.out, /\nReopened · 1 · €10\n {2}Acme +Proposal, now €12 +€10 /);
    assert.match(reopened.out, /\nReopened +€10\n/);
  });

  it('goes by the deals’ own history where git doesn’t go back so far, and says so', async () => {
    write(
      'deals/acme.md',
      'Acme',
      'stage: proposal',
      'created: 2026-01-02',
      'history:',
      '  - {on: 2026-01-02, stage: prospecting}',
      '  - {on: 2026-11-24, stage: proposal}',
    );
    const asked = async () => {
      const { out, err } = await run('2026-11-10', '--json');
      const { events } = JSON.parse(out) as BetweenJson;
      assert.deepEqual(
        events.map(({ kind, on }) => [kind, on]),
        [['advanced', '2026-11-24']],
      );
      assert.match(events[0]!.path, /^(?:deals\/)?acme\.md$/);
      assert.doesNotMatch(err, /download/);
      return err;
    };
    assert.match(await asked(), /^All commits here are later, so how deals stood on 2026-11-10 /);
    const shallow = folder.path('shallow');
    commitAll(folder.root, '2026-11-24');
    git(folder.root, '2026-11-24', 'clone', '--quiet', '--depth=1', `file://${folder.root}`, shallow);
    const { err } = await runIn(shallow, ['changes', '2026-11-10'], {
      clock: { today: () => TODAY, now: () => 0 },
    });
    assert.match(err, /shallow clone.*git fetch --unshallow/);
    rmSync(folder.path('.git'), { recursive: true });
    rmSync(shallow, { recursive: true });
    assert.match(await asked(), /^There is no git here/);
    assert.match((await run('HEAD~1')).err, /it knows no commit\. Write a day/);
  });

  it('refuses what is no point, with what would be one', async () => {
    for (const [typed, words] of [
      ['mian', /“mian” is neither a day nor anything that git knows/],
      ['2026-12-24', /2026-12-24 is still to come/],
      ['--exec=x', /unknown option/],
    ] as const) {
      const { code, err } = await run(typed);
      assert.equal(code, 2);
      assert.match(err, words);
    }
  });

  it('calls nobody and shows nothing but text in a comment', async () => {
    write('deals/odd.md', '"@everyone <img src=x> | [a](b) #12"', 'stage: proposal', 'value: 1');
    const { out } = await run('--markdown');
    assert.match(out, /^### What changed since Monday, 2026-11-23\n\n\| Change \|/);
    assert.doesNotMatch(out, /@everyone|#12|(?<!\\)<img|(?<!\\)\[a/);
    assert.match(out, /\\<img/);
  });

  it('tells of files that only one point can read in the bridge alone', async () => {
    folder.write('deals/acme.md', '---\nstage: [\n---\n');
    const { events, bridge } = await json();
    assert.deepEqual([events, bridge['EUR']!.unread], [[], -100.1]);
  });

  it('reads each point of a folder in which another pipeline begins', async () => {
    write('deals/north/initech.md', 'Initech', 'stage: proposal', 'value: 5');
    commitAll(folder.root, '2026-11-21');
    folder.write('deals/north/sales-process.yaml', 'currency: EUR\n');
    assert.deepEqual(told(await json('HEAD', 'deals')), [
      ['removed', 'deals/north/initech.md', 'proposal', null],
    ]);
  });

  it('tells who made a deal of a note, or a note of a deal, and when', async () => {
    folder.write('deals/lead.md', '# Lead\n\nMet at the fair.\n');
    commitAll(folder.root, '2026-11-21');
    write('deals/lead.md', 'Lead', 'stage: qualification', 'value: 5', 'created: 2026-10-01');
    folder.write('deals/globex.md', '# Globex\n\nNo deal any more.\n');
    commitAll(folder.root, '2026-11-24');
    const seen = ({ events }: BetweenJson) => events.map(({ kind, path, on, by }) => [kind, path, on, by]);
    const both = [
      ['removed', 'deals/globex.md', '2026-11-24', 'Dana'],
      ['new', 'deals/lead.md', '2026-11-24', 'Dana'],
    ];
    assert.deepEqual(seen(await json('HEAD~1', 'HEAD')), both);
    assert.deepEqual(seen(await json('HEAD~2', 'now')), both);
    // What is not committed nobody has done yet: the deal's own day is all that is known.
    folder.write('deals/lead.md', '# Lead\n');
    write('deals/globex.md', 'Globex', 'stage: proposal', 'value: 50', 'created: 2026-09-01');
    const turned = await json('HEAD', 'now');
    assert.deepEqual(seen(turned), [
      ['new', 'deals/globex.md', '2026-09-01', undefined],
      ['removed', 'deals/lead.md', undefined, undefined],
    ]);
  });

  it('follows a rename that is not committed from what the file said last, and tells who did what before it', async () => {
    write(
      'deals/acme.md',
      'Acme',
      'stage: closing',
      'value: 900',
      'owner: ines',
      'next_step: Sign the contract',
    );
    commitAll(folder.root, '2026-11-24');
    renameSync(folder.path('deals/acme.md'), folder.path('deals/scanners.md'));
    const { events } = await json();
    assert.deepEqual(
      events.map(({ kind, path, on, by }) => [kind, path, on, by]),
      ['advanced', 'value', 'close_date', 'owner', 'next_step'].map(kind => [
        kind,
        'deals/scanners.md',
        ...['2026-11-24', 'Dana'],
      ]),
    );
  });

  it('tells who settled what in a merge, and leaves the branches what was done there', async () => {
    const acme = (stage: string, value: number, owner: string, due = '2026-12-01') =>
      write(
        'deals/acme.md',
        'Acme',
        `stage: ${stage}`,
        `value: ${value}`,
        `owner: ${owner}`,
        'probability: 50',
        `close_date: ${due}`,
      );
    acme('prospecting', 100, 'dana');
    commitAll(folder.root, '2026-11-20');
    git(folder.root, '2026-11-20', 'tag', 'start');
    git(folder.root, '2026-11-21', 'switch', '--quiet', '--create', 'side');
    acme('prospecting', 120, 'dana', '2026-12-24');
    write('deals/fresh.md', 'Fresh', 'stage: proposal', 'value: 5');
    commitAll(folder.root, '2026-11-21');
    git(folder.root, '2026-11-22', 'switch', '--quiet', 'main');
    acme('qualification', 130, 'dana');
    commitAll(folder.root, '2026-11-22');
    git(folder.root, '2026-11-24', 'merge', '--quiet', '--no-commit', '--strategy=ours', 'side');
    acme('qualification', 125, 'marek', '2026-12-24');
    write('deals/fresh.md', 'Fresh', 'stage: closing', 'value: 5');
    rmSync(folder.path('deals/globex.md'));
    git(folder.root, '2026-11-24', 'add', '--all');
    git(folder.root, '2026-11-24', 'commit', '--quiet', '--no-verify', '--message', 'Merged');
    const { events, bridge } = await json('start', 'HEAD');
    assert.deepEqual(
      events.map(({ kind, path, on, by }) => [kind, path, on, by]),
      [
        ['advanced', 'deals/acme.md', '2026-11-22', 'Dana'],
        ['value', 'deals/acme.md', '2026-11-24', 'Dana'],
        ['close_date', 'deals/acme.md', '2026-11-21', 'Dana'],
        ['owner', 'deals/acme.md', '2026-11-24', 'Dana'],
        ['new', 'deals/fresh.md', '2026-11-21', 'Dana'],
        ['removed', 'deals/globex.md', '2026-11-24', 'Dana'],
      ],
    );
    const { from, new: come, removed, up, to } = bridge['EUR']!;
    assert.deepEqual([from, come, removed, up, to], [150, 5, -50, 25, 130]);
  });

  it('leaves out deals of which git knows nothing here, as those of a submodule, and says so', async () => {
    git(folder.root, '2026-11-20', 'init', '--quiet', '--initial-branch=main', 'north');
    write('north/sub.md', 'Sub', 'stage: proposal', 'value: 1000');
    commitAll(folder.path('north'), '2026-11-20');
    git(folder.root, '2026-11-21', 'submodule', '--quiet', 'add', './north', 'deals/north');
    commitAll(folder.root, '2026-11-21');
    folder.write('deals/.gitignore', 'private.md\n');
    write('deals/private.md', 'Private', 'stage: proposal', 'value: 2000');
    commitAll(folder.root, '2026-11-22');
    write('deals/new.md', 'New', 'stage: proposal', 'value: 7');
    const said = /^2 deals are left out: git doesn’t know their files here, .* submodule\.\n$/;
    for (const points of [['HEAD'], ['week'], ['HEAD~2', 'now']]) {
      const { out, err } = await run(...points, 'deals', '--json');
      const printed = JSON.parse(out) as BetweenJson;
      assert.deepEqual(told(printed), [['new', 'deals/new.md', null, 'proposal']], points.join(' '));
      assert.equal(printed.bridge['EUR']!.to, 157.1);
      assert.match(err, said);
    }
    assert.match((await run('HEAD', 'deals', '--markdown')).out, /\n2 deals are left out: /);
    // The other way round nothing of them is removed.
    assert.deepEqual(told(await json('now', 'HEAD', 'deals')), [
      ['removed', 'deals/new.md', 'proposal', null],
    ]);
    // Between two commits nobody expects them.
    assert.equal((await run('HEAD~1', 'HEAD', 'deals')).err, '');
  });
});
