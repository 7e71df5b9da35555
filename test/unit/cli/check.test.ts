import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import type { Log } from 'sarif';
import type { CheckJson } from '../../../src/core/exchange/json/schema/check';
import { parse } from 'yaml';
import { CLI, run, runJson } from './support/cli';
import { runIn } from './support/terminal';
import { deal, openDeal, temporaryFolder } from './support/folder';

const DOCUMENTED = readFileSync('docs/command-line.md', 'utf8');

/** A code block of the documentation that begins like this. */
function documented(beginning: string): string {
  const at = DOCUMENTED.indexOf(`\n${beginning}`) + 1;
  assert.ok(at > 0, `there is no block “${beginning}”`);
  return DOCUMENTED.slice(at, DOCUMENTED.indexOf('\n```', at) + 1);
}

const BROKEN = deal('title: Acme: scanners', 'stage: proposal');

describe('deal-notes check', () => {
  const folder = temporaryFolder();
  const found = async (...args: string[]) =>
    (await runJson<CheckJson>(folder.root, 'check', 'deals', ...args)).problems;
  const paths = async (...args: string[]) => (await found(...args)).map(({ path }) => path);

  it('tells the place, and where it ends', async () => {
    folder.write('deals/a.md', deal('title: A', 'stage: propsal'));
    const [finding] = await found();
    const { message, ...rest } = finding!;
    assert.match(message, /Did you mean “proposal”/);
    assert.deepEqual(rest, {
      ...{ path: 'deals/a.md', line: 3, column: 8, endLine: 3, endColumn: 15 },
      ...{ severity: 'error', code: 'unknown-stage' },
    });
  });

  it('counts hints only if it is asked to', async () => {
    folder.write('deals/a.md', openDeal('Acme', 'proposal'));
    const silent = await run(folder.root, ['check', 'deals']);
    assert.deepEqual([silent.code, silent.out], [0, 'No problems in 1 file. 1 hint, shown with --hints.\n']);
    const shown = await run(folder.root, ['check', 'deals', '--hints']);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /^deals\/a\.md:3:8: hint no-next-step: /);
    assert.equal((await run(folder.root, ['check', 'deals', '--strict'])).code, 1);
  });

  it('tells a hint where it stands also in a file that differs, and counts those it does not look for', async () => {
    folder.git('init', '--quiet');
    folder.write('deals/a.md', openDeal('Acme', 'proposal'));
    folder.write('deals/b.md', openDeal('Bolt', 'proposal'));
    folder.commitAll();
    folder.write('deals/b.md', openDeal('Bolt 2', 'proposal'));
    const hints = await found('--hints', '--changed');
    assert.deepEqual(
      hints.map(({ path, line, column, code }) => [path, line, column, code]),
      [['deals/b.md', 3, 8, 'no-next-step']],
    );
    const { out } = await run(folder.root, ['check', 'deals', '--changed']);
    assert.equal(out, 'No problems in 1 file. 1 hint, shown with --hints.\n');
  });

  it('goes by the process above the folder that it is given, as moves do', async () => {
    folder.write('sales-process.yaml', 'skip: block\n');
    const skipped = deal(
      'title: Acme',
      'stage: closing',
      'history:',
      '  - {on: 2026-01-05, stage: proposal}',
      '  - {on: 2026-02-05, stage: closing}',
    );
    folder.write('deals/a.md', skipped);
    for (const given of ['deals', 'deals/', '.']) {
      const { code, out } = await run(folder.root, ['check', given]);
      assert.equal(code, 1, given);
      assert.match(out, /^deals\/a\.md:6:\d+: warning skipped-stage: /m);
    }
    assert.equal((await runJson<{ files: { open: number } }>(folder.root, 'list', 'deals')).files.open, 1);
    assert.equal((await runJson<{ deals: unknown[] }>(`${folder.root}/deals`, 'list')).deals.length, 1);
  });

  it('names the other file of a deal that may be there twice', async () => {
    for (const name of ['a', 'b']) {
      const text = openDeal('Acme  SCANNERS\naccount: Acme', 'proposal');
      folder.write(`deals/${name}.md`, `${text}Notes of ${name}.\n`);
    }
    const { out } = await run(folder.root, ['check', 'deals', '--hints']);
    assert.match(out, /^deals\/a\.md:2:8: hint duplicate-deal: .* in b\.md\.$/m);
    assert.match(out, /^deals\/b\.md:2:8: hint duplicate-deal: .* in a\.md\.$/m);
  });

  it('writes SARIF', async () => {
    folder.write('deals/a b.md', deal('stage: proposal', 'value: much'));
    folder.write('deals/c.md', BROKEN);
    folder.write('deals/ü.md', openDeal('Z', 'proposal'));
    const { code, out } = await run(folder.root, ['check', 'deals', '--sarif', '--hints']);
    assert.equal(code, 1);
    const log = JSON.parse(out) as Log;
    assert.deepEqual(Object.keys(log), ['$schema', 'version', 'runs']);
    assert.equal(log.version, '2.1.0');
    const [{ tool, results = [], columnKind }] = log.runs as [Log['runs'][number]];
    assert.deepEqual([tool.driver.name, columnKind], ['deal-notes', 'utf16CodeUnits']);
    const rules = tool.driver.rules!.map(({ id }) => id);
    assert.equal(new Set(rules).size, rules.length);
    for (const { level, locations, message, ruleId, ruleIndex } of results) {
      assert.equal(rules[ruleIndex!], ruleId);
      assert.ok(message.text);
      assert.ok(['error', 'warning', 'note'].includes(level!));
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      assert.ok(new URL(artifactLocation!.uri!, 'file:///').href.startsWith('file:///deals/'));
      assert.ok(region!.startLine! >= 1);
      if (region!.startColumn !== undefined)
        assert.ok(region!.endColumn! >= 1 && region!.endLine! >= region!.startLine!);
    }
    assert.deepEqual(
      results.map(({ ruleId, locations }) => [
        ruleId,
        locations![0]!.physicalLocation!.artifactLocation!.uri,
      ]),
      [
        ['no-next-step', 'deals/a%20b.md'],
        ['invalid-value', 'deals/a%20b.md'],
        ['unquoted-colon', 'deals/c.md'],
        ['no-next-step', 'deals/%C3%BC.md'],
      ],
    );
  });

  describe('of what is changed', () => {
    beforeEach(() => {
      folder.git('init', '--quiet', '--initial-branch=main');
      folder.write('deals/old.md', BROKEN);
      folder.write('deals/changed.md', openDeal('Acme', 'proposal'));
      folder.commitAll();
    });

    it('looks at the working tree, the index and new files, whatever their names', async () => {
      assert.deepEqual(await paths('--changed'), []);
      folder.write('deals/changed.md', BROKEN);
      folder.write('deals/staged.md', BROKEN);
      folder.git('add', 'deals/staged.md');
      folder.write('deals/new "line\n\\ü.md', BROKEN);
      folder.write('deals/in a folder/-rf.md', BROKEN);
      assert.deepEqual(
        await paths('--changed'),
        ['changed.md', 'in a folder/-rf.md', 'new "line\n\\ü.md', 'staged.md'].map(name => `deals/${name}`),
      );
      assert.match(
        (await run(folder.root, ['check', 'deals', '--changed'])).out,
        /^4 problems in 4 files: /m,
      );
    });

    it('looks at what is not as in a revision', async () => {
      folder.git('switch', '--quiet', '--create', 'mine');
      folder.write('deals/changed.md', BROKEN);
      folder.commitAll();
      assert.deepEqual(await paths('--changed'), []);
      assert.deepEqual(await paths('--changed=main'), ['deals/changed.md']);
      const { code, err } = await run(folder.root, ['check', 'deals', '--changed=nowhere']);
      assert.deepEqual([code, err], [2, 'deal-notes: Git can’t find the revision “nowhere”.\n']);
      assert.equal((await run(folder.root, ['check', 'deals', '--changed=--output=x'])).code, 2);
    });

    it('looks at files as they are staged, and not as they are', async () => {
      folder.write('deals/changed.md', BROKEN);
      folder.git('add', 'deals/changed.md');
      folder.write('deals/changed.md', openDeal('Acme', 'proposal'));
      assert.deepEqual(await paths('--staged'), ['deals/changed.md']);
      assert.deepEqual(await paths('--changed'), []);
      folder.git('add', 'deals/changed.md');
      folder.write('deals/changed.md', BROKEN);
      assert.deepEqual(await paths('--staged'), []);
    });

    it('does without a first commit', async () => {
      rmSync(folder.path('.git'), { recursive: true });
      folder.git('init', '--quiet');
      folder.git('add', '--all');
      assert.deepEqual(await paths('--changed'), ['deals/old.md']);
      assert.deepEqual(await paths('--staged'), ['deals/old.md']);
    });

    it('is not possible without a repository', async () => {
      rmSync(folder.path('.git'), { recursive: true });
      for (const option of ['--changed', '--staged']) {
        const { code, err } = await runIn(folder.root, ['check', 'deals', option], {
          env: { ...process.env, GIT_CEILING_DIRECTORIES: folder.path('..') },
        });
        assert.equal(code, 2);
        assert.match(err, /^deal-notes: Git says: not a git repository/);
      }
    });
  });

  describe('as it is documented', () => {
    beforeEach(() => {
      folder.git('init', '--quiet', '--initial-branch=main');
      folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
      folder.write('tools/deal-notes.cjs', '');
      copyFileSync(CLI, folder.path('tools/deal-notes.cjs'));
      folder.commitAll();
    });

    const hook = () => chmodSync(folder.write('.git/hooks/pre-commit', documented('#!/bin/sh\n')), 0o755);
    const commit = (cwd = folder.root) =>
      spawnSync('git', ['-c', 'user.name=D', '-c', 'user.email=d@acme.example', 'commit', '--message', 'x'], {
        cwd,
        encoding: 'utf8',
      });

    it('refuses a commit with a broken deal in a second working tree, for which git names the repository', () => {
      hook();
      folder.git('worktree', 'add', '--quiet', 'second');
      const second = folder.path('second');
      folder.write('second/deals/globex.md', BROKEN);
      assert.equal(spawnSync('git', ['add', '--all'], { cwd: second }).status, 0);
      const refused = commit(second);
      assert.equal(refused.status, 1);
      assert.match(refused.stdout + refused.stderr, /deals\/globex\.md:2:8: error unquoted-colon: /);
    });

    it('refuses a commit with a broken deal, and lets a good one pass', () => {
      hook();
      folder.write('deals/globex.md', BROKEN);
      folder.git('add', '--all');
      const refused = commit();
      assert.equal(refused.status, 1);
      assert.match(refused.stdout + refused.stderr, /deals\/globex\.md:2:8: error unquoted-colon: /);
      folder.write('deals/globex.md', openDeal('Globex', 'proposal'));
      folder.git('add', '--all');
      assert.equal(commit().status, 0);
    });

    it('fails a pull request with a broken deal, and lets a good one pass', () => {
      const { jobs } = parse(documented('name: Deals\n')) as {
        jobs: { check: { steps: { run?: string }[] } };
      };
      const commands = jobs.check.steps.flatMap(step => step.run ?? []);
      assert.equal(commands.length, 2);
      const shell = (command: string) =>
        spawnSync('sh', ['-c', command], { cwd: folder.root, encoding: 'utf8' });
      folder.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      folder.write('deals/globex.md', BROKEN);
      folder.commitAll();
      assert.deepEqual(
        commands.map(command => shell(command).status),
        [1, 1],
      );
      assert.equal((JSON.parse(folder.read('deals.sarif')) as Log).runs[0]!.results!.length, 1);
      folder.write('deals/globex.md', openDeal('Globex', 'proposal'));
      folder.commitAll();
      assert.deepEqual(
        commands.map(command => shell(command).status),
        [0, 0],
      );
    });
  });
});
