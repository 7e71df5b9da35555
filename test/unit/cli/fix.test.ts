import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { statSync, symlinkSync } from 'node:fs';
import { deal, openDeal } from './support/folder';
import { ownPipeline } from './support/pipeline';

describe('check --fix', () => {
  const pipeline = ownPipeline();
  const run = (...args: string[]) => pipeline.run(...args);
  const typed = deal('title: A', 'stage: proposal', 'value: "48k"', 'close_date: 18.12.2026');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a', ...args], { cwd: pipeline.path('') });

  it('mends what needs no guess, tells it, and ends as what is left says', async () => {
    pipeline.write('deals/a.md', typed);
    pipeline.write('deals/colon.md', '---\ntitle: Acme: scanners\nstage: proposal\n---\n');
    const { code, out, err } = await run('check', '--fix');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^deals\/a\.md:4:8: fixed invalid-value: .*\ndeals\/a\.md:5:13: fixed invalid-date: /);
    assert.match(out, /^deals\/colon\.md:2:8: fixed unquoted-colon: .*\nNo problems in 2 files\./m);
    assert.match(pipeline.read('deals/a.md'), /^value: 48000\nclose_date: 2026-12-18$/m);
    assert.match(pipeline.read('deals/colon.md'), /^title: 'Acme: scanners'$/m);
    const again = await run('check', '--fix');
    assert.match(again.out, /^No problems in 2 files\./);
  });

  it('tells each problem that it mends, also those that could not be seen before', async () => {
    const slips = ['value: "48k"', 'close_date: 18.12.2026', 'probability: 50%', 'owner: dana: x'];
    pipeline.write('deals/a.md', deal('title: A', 'stage: proposal', ...slips));
    assert.match((await run('check', '--fix', '--dry-run')).err, /^Would fix 4 problems in 1 file\.$/m);
    const { out } = await run('check', '--fix');
    assert.deepEqual(
      [...out.matchAll(/^deals\/a\.md:(\d+):\d+: fixed (\S+):/gm)].map(([, line, code]) => `${line} ${code}`),
      ['4 invalid-value', '5 invalid-date', '6 invalid-probability', '7 unquoted-colon'],
    );
  });

  it('leaves what would be a guess, and ends with 1', async () => {
    pipeline.write('deals/a.md', typed);
    pipeline.write('deals/guess.md', deal('stage: propsal'));
    const { code, out, err } = await run('check', '--fix', '--json');
    assert.equal(code, 1);
    const { problems } = JSON.parse(out) as { problems: { path: string; code: string }[] };
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [['deals/guess.md', 'unknown-stage']],
    );
    assert.equal(err, 'Fixed 2 problems in 1 file.\n');
    assert.equal(pipeline.read('deals/guess.md'), deal('stage: propsal'));
    assert.equal((await run('check', '--fix', '--sarif')).code, 1);
  });

  it('does not touch a file in which there is nothing to mend', async () => {
    const file = pipeline.write('deals/a.md', openDeal('A', 'proposal'));
    pipeline.write('deals/note.md', 'value: "48k"\n');
    pipeline.write('deals/_template.md', typed);
    const { ino, mtimeMs } = statSync(file);
    await run('check', '--fix');
    const { ino: inoNow, mtimeMs: now } = statSync(file);
    assert.deepEqual([inoNow, now], [ino, mtimeMs]);
    assert.equal(pipeline.read('deals/_template.md'), typed);
    assert.match((await run('undo')).err, /^Nothing to undo/);
  });

  it('is taken back by one undo, in folders below and through links too', async () => {
    pipeline.write('crm/a.md', typed);
    pipeline.write('crm/sub/b.md', typed);
    pipeline.write('shared/c.md', typed);
    symlinkSync('../shared/c.md', pipeline.path('crm/c.md'));
    const before = pipeline.all();
    assert.match((await run('check', 'crm', '--fix')).out, /^crm\/c\.md:4:8: fixed /m);
    assert.match(pipeline.read('shared/c.md'), /^value: 48000$/m);
    assert.match((await run('undo', 'crm')).out, /^Undone: check --fix .*\n(?: {2}crm\/.*\n){3}$/);
    assert.deepEqual(pipeline.all(), before);
  });

  it('--dry-run prints a patch that git makes the same fixes with, and what would be left', async () => {
    pipeline.write('deals/a.md', typed);
    pipeline.write('deals/sub/b.md', typed.replaceAll('\n', '\r\n'));
    pipeline.write('deals/guess.md', deal('stage: propsal'));
    const before = pipeline.all();
    const { code, out, err } = await run('check', '--fix', '--dry-run');
    assert.equal(code, 1);
    assert.deepEqual(pipeline.all(), before);
    assert.match(err, /^Would fix 4 problems in 2 files\.\ndeals\/guess\.md:2:8: error unknown-stage: /);
    const json = JSON.parse((await run('check', '--fix', '--dry-run', '--json')).out) as {
      problems: unknown[];
    };
    assert.equal(json.problems.length, 1);
    git('init', '-q');
    execFileSync('git', ['apply', '-'], { cwd: pipeline.path(''), input: out });
    const patched = [pipeline.read('deals/a.md'), pipeline.read('deals/sub/b.md')];
    for (const [path, text] of Object.entries(before)) pipeline.write(path, text);
    await run('check', '--fix');
    assert.deepEqual([pipeline.read('deals/a.md'), pipeline.read('deals/sub/b.md')], patched);
  });

  it('keeps to the files that are meant', async () => {
    pipeline.write('deals/old.md', typed);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    pipeline.write('deals/new.md', typed);
    assert.equal((await run('check', '--fix', '--changed')).code, 0);
    assert.equal(pipeline.read('deals/old.md'), typed);
    assert.notEqual(pipeline.read('deals/new.md'), typed);
  });

  it('makes no sense with what is staged, nor --dry-run without it', async () => {
    assert.equal((await run('check', '--fix', '--staged')).code, 2);
    const { code, err } = await run('check', '--dry-run');
    assert.equal(code, 2);
    assert.match(err, /--dry-run goes with --fix/);
  });
});
