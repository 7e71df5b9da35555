import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CLI, run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

const COMMANDS = [
  ...['list', 'new', 'advance', 'back', 'move', 'win', 'stop', 'reopen', 'set', 'log', 'next', 'rename'],
  ...['archive', 'follow-up', 'undo', 'funnel', 'check', 'backfill', 'merge'],
];

describe('wrong usage of the command line', () => {
  const folder = temporaryFolder();

  for (const { args, says } of [
    { args: [], says: /Usage: deal-notes/ },
    { args: ['lst'], says: /unknown command 'lst'.*\n.*list/ },
    { args: ['list', '--jsn'], says: /unknown option '--jsn'.*\n.*--json/ },
    { args: ['list', 'a', 'b'], says: /too many arguments/ },
    {
      args: ['log', 'acme.md', 'asked', 'for', 'more'],
      says: /too many arguments.* in quotes\.\n.*log --help/,
    },
    { args: ['log', 'acme.md', '-5 % discount'], says: /unknown option '-5 % discount'\nPut -- before/ },
    {
      args: ['win', 'acme.md', '--reason', 'x'],
      says: /'--reason'\n\(It is an option of deal-notes stop\.\)\n/,
    },
    { args: ['help', 'bogus'], says: /^error: unknown command 'bogus'\n\(deal-notes --help/ },
    { args: ['help', 'lst'], says: /Did you mean list\?/ },
    {
      args: ['rename', 'acme.md', ''],
      says: /^error: TITLE must not be empty\.\n\(deal-notes rename --help/,
    },
    { args: ['stop', 'acme.md', '--reason', ''], says: /^error: --reason must not be empty\.$/m },
    { args: ['cache', 'clear', '--jsn'], says: /^\(deal-notes cache clear --help/m },
    { args: ['advance'], says: /missing required argument 'FILE'/ },
    { args: ['move', 'acme.md'], says: /required option '--to <stage>' not specified/ },
    { args: ['move', 'acme.md', '--to', 'propsal'], says: /no stage “propsal”\. Did you mean “proposal”\?/ },
    { args: ['move', 'acme.md', '--to', 'xyzzy'], says: /The stages are Lead generation, .*, Closing\./ },
    { args: ['move', 'acme.md', '--to', 'lost'], says: /“lost” is an outcome, .* Use deal-notes stop\.$/m },
    { args: ['move', 'acme.md', '--to', 'Closed-Won'], says: /an outcome, .* Use deal-notes win\.$/m },
    { args: ['move', 'acme.md', '--to', 'closed'], says: /Use deal-notes win or deal-notes stop\.$/m },
    { args: ['new', 'A', '--stage', 'won'], says: /an outcome, .* deal-notes win\.$/m },
    { args: ['list', '--stage', 'lost'], says: /an outcome, .* Use --status lost\.$/m },
    { args: ['funnel', '--stage', 'dropped'], says: /an outcome, .* Use --status lost\.$/m },
    { args: ['stop', 'acme.md'], says: /required option '--reason <reason>' not specified/ },
    { args: ['stop', 'acme.md', '--reason', ' '], says: /must not be empty\./ },
    { args: ['win', 'acme.md', '--on', '2026-02-30'], says: /“2026-02-30” isn’t a date/ },
    { args: ['win', 'acme.md', '--on', 'soonish'], says: /“soonish” .*“friday”/ },
    ...[
      ['win', 'acme.md', '--on'],
      ['log', 'acme.md', 'met', '--on'],
      ['next', 'acme.md', 'Call', '--on'],
      ['funnel', '--as-of'],
      ['list', '--from'],
      ['list', '--to'],
    ].map(args => ({
      args: [...args, '12/11/2026'],
      says: /“12\/11\/2026” may be 2026-11-12 or 2026-12-11\./,
    })),
    { args: ['new', ' '], says: /must not be empty\./ },
    { args: ['new', 'A', '--value', 'much'], says: /“much” .*48k/ },
    {
      args: ['new', 'A', '--value', '5k EUR', '--currency', 'usd'],
      says: /is in EUR, and --currency says USD/,
    },
    { args: ['new', 'A', '--currency', 'usd'], says: /--currency needs a --value/ },
    { args: ['new', 'A', '--value', '5k', '--currency', 'beads'], says: /“beads” isn’t a currency/ },
    { args: ['new', 'A', '--stage', 'propsal'], says: /Did you mean “proposal”\?/ },
    { args: ['new', 'A', 'nowhere'], says: /^deal-notes: nowhere: This folder can’t be read/m },
    { args: ['follow-up', 'acme.md', 'A', '--stage', 'x'], says: /There is no stage “x”/ },
    { args: ['set', 'acme.md', 'value'], says: /missing required argument 'VALUE'/ },
    { args: ['log', 'acme.md', ''], says: /must not be empty\./ },
    { args: ['log', 'acme.md', 'x', '--on', 'soonish'], says: /“soonish” .*“friday”/ },
    { args: ['next', 'acme.md'], says: /Give the next step, or --done\./ },
    { args: ['next', 'acme.md', '--on', 'friday'], says: /set FILE next_step_on “friday”/ },
    { args: ['next', 'acme.md', '', '--on', 'friday'], says: /--on needs a TEXT/ },
    { args: ['rename', 'acme.md'], says: /Say the deal’s new title, too/ },
    { args: ['archive'], says: /missing required argument 'FILE'/ },
    { args: ['funnel', '--as-of', '31.13.2026'], says: /“31\.13\.2026” isn’t a date/ },
    {
      args: ['list', 'nowhere'],
      says: /^deal-notes: nowhere: This folder can’t be read: .*doesn’t exist\.$/m,
    },
    { args: ['check', 'acme.md'], says: /^deal-notes: acme\.md is not a folder\.$/m },
    { args: ['funnel', 'acme.md/sub', '--json'], says: /^deal-notes: acme\.md\/sub: / },
  ]) {
    it(`ends with 2 and a message: ${args.join(' ') || 'no command'}`, async () => {
      const text = openDeal('Acme', 'proposal');
      folder.write('acme.md', text);
      const { code, out, err } = await run(folder.root, args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, says);
      assert.doesNotMatch(err, /^ +at /m);
      assert.equal(folder.read('acme.md'), text);
    });
  }

  it('moves no file where the stage is unknown to the process of one of them', async () => {
    folder.write('a/sales-process.yaml', 'stages: {proposal: {aliases: [quote]}}\n');
    folder.write('a/deal.md', openDeal('A', 'closing'));
    folder.write('b/deal.md', openDeal('B', 'closing'));
    assert.equal((await run(folder.root, ['move', 'a/deal.md', 'b/deal.md', '--to', 'quote'])).code, 2);
    assert.equal(folder.read('a/deal.md'), openDeal('A', 'closing'));
    assert.equal((await run(folder.root, ['move', 'a/deal.md', '--to', 'quote'])).code, 0);
  });

  it('tells of a current folder that is gone', () => {
    folder.write('gone/x', '');
    const script = `rm -r ../gone; "${process.execPath}" "${CLI}" win acme.md`;
    const { status, stderr } = spawnSync('sh', ['-c', script], {
      cwd: folder.path('gone'),
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /The current folder no longer exists\./);
  });
});

describe('help and version', () => {
  it('prints the version of the package', async () => {
    const { code, out } = await run('.', ['--version']);
    assert.equal(code, 0);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  });

  it('lists every command and the exit codes', async () => {
    const { code, out } = await run('.', ['--help']);
    assert.equal(code, 0);
    for (const command of COMMANDS) assert.match(out, new RegExp(`^  ${command} `, 'm'));
    assert.match(out, /Exit codes: 0 done; 1 .*; 2 wrong usage/);
  });

  it('shows the help of a command, of one below another too, and of all', async () => {
    for (const names of [[], ['list'], ['cache', 'clear']])
      assert.deepEqual(await run('.', ['help', ...names]), await run('.', [...names, '--help']));
  });

  for (const command of COMMANDS) {
    it(`shows an example of ${command}`, async () => {
      const { code, out } = await run('.', [command, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`\\$ deal-notes ${command} `));
      // Git asks for a merge, and reads its exit code alone.
      if (command !== 'merge') assert.match(out, /--json/);
    });
  }
});

describe('what is kept for undo', () => {
  it('has a help that says where it is', async () => {
    const { code, out } = await run('.', ['cache', 'clear', '--help']);
    assert.equal(code, 0);
    assert.match(out, /\$ deal-notes cache clear\n/);
    assert.match(out, /~\/\.cache/);
  });
});

describe('the pipeline that a folder means', () => {
  const folder = temporaryFolder();
  const paths = async (...args: string[]) =>
    (await runJson<{ deals: { path: string }[] }>(folder.root, 'list', ...args)).deals.map(
      ({ path }) => path,
    );

  it('is its subfolder deals where it has no deals itself', async () => {
    folder.write('README.md', 'About this repository.\n');
    folder.write('CONTRIBUTING.md', 'A note that is no deal.\n');
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    assert.deepEqual(await paths(), ['acme.md']);
    assert.match((await run(folder.root, ['list'])).out, / deals\/acme\.md$/m);
  });

  it('is the folder itself where it has a process or deals', async () => {
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    folder.write('zeta.md', openDeal('Zeta', 'closing'));
    assert.deepEqual(await paths('.'), ['deals/acme.md', 'zeta.md']);
    assert.deepEqual(await paths('deals'), ['acme.md']);
    folder.write('sales-process.yaml', '');
    assert.deepEqual(await paths(folder.root), ['deals/acme.md', 'zeta.md']);
  });

  it('ends with 0 where there is nothing', async () => {
    const { code, out } = await run(folder.root, ['list']);
    assert.equal(code, 0);
    assert.match(out, /^0 files = /m);
    assert.equal((await run(folder.root, ['check'])).out, 'No problems in 0 files.\n');
  });

  it('is told apart from a folder without deals, with a folder near it that may be meant', async () => {
    folder.write('src/notes.md', 'A note.\n');
    const says = async (...args: string[]) => {
      const { code, err } = await run(folder.root, args);
      assert.equal(code, 0);
      return err;
    };
    for (const command of ['list', 'check', 'funnel']) {
      assert.equal(await says(command), 'There are no deals in this folder.\n');
      assert.equal(await says(command, 'src', '--json'), 'There are no deals in “src”.\n');
    }
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    folder.write('src/sub/x', '');
    for (const command of ['list', 'check', 'funnel']) {
      assert.equal(await says(command), '');
      assert.equal(
        await says(command, '--json', 'src/sub'),
        'There are no deals in “src/sub”. Did you mean “deals”?\n',
      );
      assert.equal(await says(command, 'deals'), '');
    }
    folder.write('src/sales/sales-process.yaml', '');
    folder.write('src/sales/acme.md', openDeal('Acme', 'proposal'));
    assert.match(await says('list', 'src'), /Did you mean “src\/sales”\?/);
  });

  it('counts notes, and leaves out what is never a deal', async () => {
    folder.write('note.md', 'No front matter.\n');
    folder.write('plan.md', deal('title: Plan'));
    folder.write('_template.md', openDeal('Template', 'proposal'));
    folder.write('.hidden/acme.md', openDeal('Hidden', 'proposal'));
    const { files, otherNotes } = await runJson<{ files: { total: number }; otherNotes: string[] }>(
      folder.root,
      'list',
    );
    assert.equal(files.total, 2);
    assert.deepEqual(otherNotes, ['note.md', 'plan.md']);
  });
});
