import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { run } from './support/cli';

const DRIVER = resolve('dist/merge.js');
const DEAL = `---
title: Acme
owner: dana
stage: qualification
value: 100
history:
  - {on: 2026-01-05, stage: qualification}
---
Notes

## Log

- 2026-01-05 call: first talk
`;

describe('git, with the driver for deals', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'merge-driver-'));
    git('init', '--quiet', '--initial-branch=main');
    for (const [key, value] of Object.entries({
      'user.name': 'Dana',
      'user.email': 'dana@acme.example',
      'commit.gpgSign': 'false',
      'core.autocrlf': 'false',
      'merge.deal-notes.driver': `"${process.execPath}" "${DRIVER}" merge %O %A %B %P --marker-size %L --labels %S %X %Y`,
    }))
      git('config', key, value);
    write('.gitattributes', '*.md merge=deal-notes\nforecast.yaml merge=deal-notes\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function git(...args: string[]): string {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  }

  function fails(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 1, stdout + stderr);
    return stdout + stderr;
  }

  function write(path: string, text: string | Buffer): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  function commit(path: string, text: string | Buffer, message = 'Change'): void {
    write(path, text);
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  }

  /** One text on a branch, and another where it came from. */
  function apart(path: string, base: string | Buffer, ours: string | Buffer, theirs: string | Buffer): void {
    commit(path, base);
    git('checkout', '--quiet', '-b', 'topic');
    commit(path, theirs);
    git('checkout', '--quiet', 'main');
    commit(path, ours);
  }

  const logged = (text: string, entry: string) => text.replace('## Log\n\n', `## Log\n\n- ${entry}\n`);
  const lees = logged(DEAL, '2026-01-07 call: price').replace('owner: dana', 'owner: lee');
  const dear = logged(DEAL, '2026-01-08 mail: offer').replace('value: 100', 'value: 200');
  const both = logged(lees, '2026-01-08 mail: offer').replace('value: 100', 'value: 200');

  it('unites the forecast calls of both, and has in conflict what both called otherwise', () => {
    const call = (on: string, amount: number) => `  - {on: ${on}, period: 2026-Q4, amount: ${amount}}\n`;
    const first = call('2026-10-05', 120);
    const [mine, other] = [call('2026-11-02', 115), call('2026-11-03', 118)];
    apart('deals/forecast.yaml', `dana:\n${first}`, `dana:\n${first}${mine}`, `dana:\n${first}${other}`);
    git('merge', '--quiet', 'topic');
    assert.equal(read('deals/forecast.yaml'), `dana:\n${first}${mine}${other}`);
    git('config', 'merge.conflictStyle', 'diff3');
    const both = `dana:\n${first}${mine}${other.replace('118', '116')}`;
    git('branch', '--quiet', '--delete', '--force', 'topic');
    apart('deals/forecast.yaml', both, both.replace('116', '117'), both.replace('116', '119'));
    assert.match(fails('merge', 'topic'), /deals\/forecast\.yaml is in conflict: dana\./);
    assert.match(
      read('deals/forecast.yaml'),
      /^dana:\n.*120.*\n.*115.*\n<{7}.*\n.*117.*\n\|{7}.*\n.*116.*\n={7}\n.*119.*\n>{7}.*\n$/,
    );
  });

  for (const path of ['deals/acme.md', "deals/Müller's $(x) & co.md", '-dash.md'])
    it(`merges what two people did to ${path}`, () => {
      apart(path, DEAL, dear, lees);
      git('merge', '--quiet', '--no-edit', 'topic');
      assert.equal(read(path), both);
    });

  it('rebases, picks and unstashes so too', () => {
    apart('acme.md', DEAL, dear, lees);
    const main = git('rev-parse', 'main').trim();
    git('cherry-pick', 'topic');
    assert.equal(read('acme.md'), both);
    git('reset', '--quiet', '--hard', main);
    git('checkout', '--quiet', 'topic');
    git('rebase', '--quiet', 'main');
    assert.equal(read('acme.md'), both);
    git('reset', '--quiet', '--hard', main);
    write('acme.md', logged(dear, '2026-01-09 visit: hall'));
    git('stash', '--quiet');
    commit('acme.md', both);
    git('stash', 'pop', '--quiet');
    assert.equal(read('acme.md'), logged(both, '2026-01-09 visit: hall'));
  });

  it('merges a deal that one side has renamed, and one that both have made', () => {
    apart('acme.md', DEAL, dear, lees);
    git('mv', 'acme.md', 'closed.md');
    git('commit', '--quiet', '--message', 'Archive');
    git('merge', '--quiet', '--no-edit', 'topic');
    assert.equal(read('closed.md'), both);
    git('checkout', '--quiet', 'topic');
    commit('new.md', dear);
    git('checkout', '--quiet', 'main');
    commit('new.md', dear.replace('## Log', '## Log\n\n- 2026-01-09 visit: hall'));
    git('merge', '--quiet', '--no-edit', 'topic');
    assert.match(read('new.md'), /09 visit: hall/);
  });

  it('says what is in conflict, in the file and on the screen, and merges the rest', () => {
    apart('acme.md', DEAL, dear, lees.replace('value: 100', 'value: 300'));
    const told = fails('merge', 'topic');
    assert.match(told, /acme\.md is in conflict: value\./);
    assert.match(
      read('acme.md'),
      /\nowner: lee\nstage: qualification\n<{7} \S+: value\nvalue: 200\n={7}\nvalue: 300\n>{7} \S+: value\nhistory:/,
    );
    assert.match(read('acme.md'), /08 mail: offer\n.*07 call: price\n/);
    assert.equal(git('ls-files', '--unmerged').trim().split('\n').length, 3);
  });

  it('shows the base where that is set', () => {
    git('config', 'merge.conflictStyle', 'diff3');
    apart('acme.md', DEAL, dear, lees.replace('value: 100', 'value: 300'));
    fails('merge', 'topic');
    assert.match(read('acme.md'), /\nvalue: 200\n\|{7} \S+: value\nvalue: 100\n={7}\nvalue: 300\n/);
  });

  it('merges branches that have merged each other, though the merged base has markers', () => {
    apart('acme.md', DEAL, dear, lees.replace('value: 100', 'value: 300'));
    const [main, topic] = ['main', 'topic'].map(name => git('rev-parse', name).trim());
    const settle = (branch: string, other: string, value: number) => {
      git('checkout', '--quiet', branch);
      fails('merge', other);
      commit('acme.md', both.replace('value: 200', `value: ${value}`));
    };
    settle('main', topic!, 250);
    settle('topic', main!, 250);
    commit('acme.md', logged(read('acme.md'), '2026-01-10 call: topic'));
    git('checkout', '--quiet', 'main');
    commit('acme.md', logged(read('acme.md'), '2026-01-11 call: main'));
    git('merge', '--quiet', '--no-edit', 'topic');
    const value = both.replace('value: 200', 'value: 250');
    assert.equal(read('acme.md'), logged(logged(value, '2026-01-10 call: topic'), '2026-01-11 call: main'));
  });

  it('knows the names that a team gives its fields', () => {
    write('sales/sales-process.yaml', 'fields:\n  value: amount\n');
    const own = (text: string) =>
      text.replace('value:', 'amount:').replace('history', 'currency: EUR\nhistory');
    apart('sales/deals/acme.md', own(DEAL), own(dear), own(lees).replace('EUR', 'USD'));
    assert.match(fails('merge', 'topic'), /in conflict: amount, currency\./);
  });

  for (const [what, [base, ours, theirs]] of Object.entries({
    'that is none': ['# List\n\na\n\nb\n', '# List\n\nx\n\nb\n', '# List\n\na\n\ny\n'],
    'that is none, in conflict': ['# List\na\n', '# List\nx\n', '# List\ny\n'],
    'that cannot be read on one side': [DEAL, dear, lees.replace('owner: lee', 'owner: [lee')],
    'that is in another encoding': ['caf\xe9\na\n', 'caf\xe9\nx\n', 'caf\xe9\ny\n'],
  } as const))
    it(`merges a file as git does ${what}`, () => {
      const bytes = (text: string) => Buffer.from(text, text.includes('\xe9') ? 'latin1' : 'utf8');
      apart('file.md', bytes(base), bytes(ours), bytes(theirs));
      write('base', bytes(base));
      write('ours', bytes(ours));
      write('theirs', bytes(theirs));
      const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
      const meant = spawnSync('git', ['merge-file', '-p', ...labels, 'ours', 'base', 'theirs'], {
        cwd: folder,
      });
      const { status } = spawnSync('git', ['merge', '--no-edit', 'topic'], { cwd: folder });
      assert.equal(status === 0, meant.status === 0);
      const unlabelled = (all: string) => all.replaceAll(/^([<>]{7}) .*$/gm, '$1');
      const merged = readFileSync(join(folder, 'file.md'), 'latin1');
      assert.equal(unlabelled(merged), unlabelled(meant.stdout.toString('latin1')));
    });

  for (const [what, value, isClean] of [
    ['without a conflict', 'value: 100', true],
    ['in conflict', 'value: 300', false],
  ] as const)
    it(`merges a deal in another encoding as git does, and says so: ${what}`, () => {
      const latin = (text: string) => Buffer.from(text.replace('Acme', 'Müller'), 'latin1');
      const theirs = logged(DEAL, '2026-01-07 call: Größe').replace('value: 100', value);
      const versions = {
        base: latin(DEAL),
        ours: latin(DEAL.replace('value: 100', 'value: 200')),
        theirs: latin(theirs),
      };
      apart('acme.md', versions.base, versions.ours, versions.theirs);
      for (const [name, bytes] of Object.entries(versions)) write(name, bytes);
      const meant = spawnSync('git', ['merge-file', '-p', 'ours', 'base', 'theirs'], { cwd: folder }).stdout;
      const { status, stdout, stderr } = spawnSync('git', ['merge', '--no-edit', 'topic'], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status === 0, isClean);
      assert.match(
        stdout + stderr,
        /acme\.md is not in UTF-8: it was merged line by line\. Save it as UTF-8/,
      );
      const unlabelled = (bytes: Buffer) => bytes.toString('latin1').replaceAll(/^([<>]{7}) .*$/gm, '$1');
      assert.equal(unlabelled(readFileSync(join(folder, 'acme.md'))), unlabelled(meant));
    });

  it('is what the command line does, too', async () => {
    for (const [name, text] of Object.entries({ base: DEAL, ours: dear, theirs: lees })) write(name, text);
    assert.equal((await run(folder, ['merge', 'base', 'ours', 'theirs', 'acme.md'])).code, 0);
    assert.equal(read('ours'), both);
    write('ours', dear);
    write('theirs', lees.replace('value: 100', 'value: 300'));
    const { code, err } = await run(folder, [
      'merge',
      'base',
      'ours',
      'theirs',
      'acme.md',
      '--marker-size',
      '9',
    ]);
    assert.equal(code, 1);
    assert.match(err, /acme\.md is in conflict: value\./);
    assert.match(read('ours'), /\n<{9} ours: value\n/);
  });

  it('never leaves a file that is in conflict as it was', () => {
    const zeros = (text: string) => Buffer.from(`${text}\0\n`);
    apart('acme.md', zeros('a'), zeros('b'), zeros('c'));
    fails('merge', 'topic');
    assert.match(read('acme.md'), /<{7}.*\nb\0\n={7}\nc\0\n>{7}/);
  });
});
