import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

const COMMANDS = ['list', 'advance', 'back', 'move', 'win', 'stop', 'reopen', 'funnel', 'check'];

describe('wrong usage of the command line', () => {
  const folder = temporaryFolder();

  for (const { args, says } of [
    { args: [], says: /Usage: deal-notes/ },
    { args: ['lst'], says: /unknown command 'lst'.*\n.*list/ },
    { args: ['list', '--jsn'], says: /unknown option '--jsn'.*\n.*--json/ },
    { args: ['list', 'a', 'b'], says: /too many arguments/ },
    { args: ['advance'], says: /missing required argument 'FILE'/ },
    { args: ['move', 'acme.md'], says: /required option '--to <stage>' not specified/ },
    { args: ['move', 'acme.md', '--to', 'propsal'], says: /no stage “propsal”\. Did you mean “proposal”\?/ },
    { args: ['move', 'acme.md', '--to', 'xyzzy'], says: /The stages are Lead generation, .*, Closing\./ },
    { args: ['stop', 'acme.md'], says: /required option '--reason <reason>' not specified/ },
    { args: ['stop', 'acme.md', '--reason', ' '], says: /It must not be empty\./ },
    { args: ['win', 'acme.md', '--on', '2026-02-30'], says: /'2026-02-30' is invalid\. Write a date like/ },
    { args: ['win', 'acme.md', '--on', 'today'], says: /'today' is invalid/ },
    { args: ['funnel', '--as-of', '31.12.2026'], says: /'31\.12\.2026' is invalid/ },
    { args: ['list', 'nowhere'], says: /^deal-notes: nowhere: This folder cannot be read: .*not there\.$/m },
    { args: ['check', 'acme.md'], says: /^deal-notes: acme\.md is not a folder\.$/m },
    { args: ['funnel', 'acme.md/sub', '--json'], says: /^deal-notes: acme\.md\/sub: / },
  ]) {
    it(`ends with 2 and a message: ${args.join(' ') || 'no command'}`, () => {
      const text = openDeal('Acme', 'proposal');
      folder.write('acme.md', text);
      const { code, out, err } = run(folder.root, args);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, says);
      assert.doesNotMatch(err, /^ +at /m);
      assert.equal(folder.read('acme.md'), text);
    });
  }

  it('moves no file where the stage is unknown to the process of one of them', () => {
    folder.write('a/sales-process.yaml', 'stages: {proposal: {aliases: [quote]}}\n');
    folder.write('a/deal.md', openDeal('A', 'closing'));
    folder.write('b/deal.md', openDeal('B', 'closing'));
    assert.equal(run(folder.root, ['move', 'a/deal.md', 'b/deal.md', '--to', 'quote']).code, 2);
    assert.equal(folder.read('a/deal.md'), openDeal('A', 'closing'));
    assert.equal(run(folder.root, ['move', 'a/deal.md', '--to', 'quote']).code, 0);
  });

  it('tells of a current folder that is gone', () => {
    const cli = resolve('dist/cli.js');
    folder.write('gone/x', '');
    const script = `rm -r ../gone; "${process.execPath}" "${cli}" win acme.md`;
    const { status, stderr } = spawnSync('sh', ['-c', script], {
      cwd: folder.path('gone'),
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /The current folder no longer exists\./);
  });
});

describe('help and version', () => {
  it('prints the version of the package', () => {
    const { code, out } = run('.', ['--version']);
    assert.equal(code, 0);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  });

  it('lists every command and the exit codes', () => {
    const { code, out } = run('.', ['--help']);
    assert.equal(code, 0);
    for (const command of COMMANDS) assert.match(out, new RegExp(`^  ${command} `, 'm'));
    assert.match(out, /Exit codes: 0 done; 1 .*; 2 wrong usage/);
  });

  for (const command of COMMANDS) {
    it(`shows an example of ${command}`, () => {
      const { code, out } = run('.', [command, '--help']);
      assert.equal(code, 0);
      assert.match(out, new RegExp(`\\$ deal-notes ${command} `));
      assert.match(out, /--json/);
    });
  }
});

describe('the pipeline that a folder means', () => {
  const folder = temporaryFolder();
  const paths = (...args: string[]) =>
    runJson<{ deals: { path: string }[] }>(folder.root, 'list', ...args).deals.map(({ path }) => path);

  it('is its subfolder deals where it has no deals itself', () => {
    folder.write('README.md', 'About this repository.\n');
    folder.write('CONTRIBUTING.md', 'A note that is no deal.\n');
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    assert.deepEqual(paths(), ['acme.md']);
    assert.match(run(folder.root, ['list']).out, / deals\/acme\.md$/m);
  });

  it('is the folder itself where it has a process or deals', () => {
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    folder.write('zeta.md', openDeal('Zeta', 'closing'));
    assert.deepEqual(paths('.'), ['deals/acme.md', 'zeta.md']);
    assert.deepEqual(paths('deals'), ['acme.md']);
    folder.write('sales-process.yaml', '');
    assert.deepEqual(paths(folder.root), ['deals/acme.md', 'zeta.md']);
  });

  it('ends with 0 where there is nothing', () => {
    const { code, out } = run(folder.root, ['list']);
    assert.equal(code, 0);
    assert.match(out, /^0 files = /m);
    assert.equal(run(folder.root, ['check']).out, 'No problems in 0 files.\n');
  });

  it('counts notes, and leaves out what is never a deal', () => {
    folder.write('note.md', 'No front matter.\n');
    folder.write('plan.md', deal('title: Plan'));
    folder.write('_template.md', openDeal('Template', 'proposal'));
    folder.write('.hidden/acme.md', openDeal('Hidden', 'proposal'));
    const { files, otherNotes } = runJson<{ files: { total: number }; otherNotes: string[] }>(
      folder.root,
      'list',
    );
    assert.equal(files.total, 2);
    assert.deepEqual(otherNotes, ['note.md', 'plan.md']);
  });
});
