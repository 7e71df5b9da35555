import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { commitAll, git } from '../git/support';
import { run, runJson } from './support/cli';
import { deal, temporaryFolder } from './support/folder';

const DAY = '2026-01-05';

describe('check while a merge is under way', () => {
  const folder = temporaryFolder();
  const told = async () => {
    const { problems } = await runJson<{
      problems: { path: string; line: number; code: string; message: string }[];
    }>(folder.root, 'check', 'deals');
    return problems.map(({ path, line, code }) => `${path}:${line} ${code}`);
  };
  const write = (name: string, ...lines: string[]) =>
    folder.write(`deals/${name}.md`, deal(`title: ${name}`, 'stage: proposal', ...lines));

  const remove = (path: string) => rmSync(folder.path(path));

  /** What both sides do to what they have in common; then one is merged into the other. */
  function merge(before: () => void, ours: () => void, theirs: () => void): void {
    git(folder.root, DAY, 'init', '--quiet', '--initial-branch=main');
    before();
    commitAll(folder.root, DAY);
    git(folder.root, DAY, 'switch', '--quiet', '--create', 'theirs');
    theirs();
    commitAll(folder.root, DAY);
    git(folder.root, DAY, 'switch', '--quiet', 'main');
    ours();
    commitAll(folder.root, DAY);
    assert.throws(() => git(folder.root, DAY, 'merge', '--quiet', 'theirs'));
  }

  it('tells a deal that one side deleted and the other changed, whichever did', async () => {
    merge(
      () => (write('a'), write('b')),
      () => (remove('deals/a.md'), write('b', 'owner: dana')),
      () => (write('a', 'owner: tom'), remove('deals/b.md')),
    );
    assert.deepEqual(await told(), ['deals/a.md:1 unmerged', 'deals/b.md:1 unmerged']);
    const { code, out } = await run(folder.root, ['check', 'deals']);
    assert.equal(code, 1);
    assert.match(
      out,
      /a\.md:1:1: warning unmerged: One side of the merge deleted this deal, the other changed it\./,
    );
    git(folder.root, DAY, 'add', '--all');
    assert.deepEqual(await told(), []);
  });

  it('tells a deal that both sides renamed, each differently', async () => {
    const rename = (to: string) => {
      remove('deals/a.md');
      folder.write(`deals/${to}.md`, deal('title: a', 'stage: proposal'));
    };
    merge(
      () => write('a'),
      () => rename('b'),
      () => rename('c'),
    );
    const { out } = await run(folder.root, ['check', 'deals']);
    for (const name of ['b', 'c'])
      assert.match(
        out,
        new RegExp(
          `${name}\\.md:1:1: warning unmerged: The sides of the merge renamed this deal differently`,
        ),
      );
  });

  it('tells a file that git has not merged and that shows nothing of it, and one with markers once', async () => {
    merge(
      () => {
        folder.write('.gitattributes', 'a.md -merge\n');
        write('a');
        write('b');
      },
      () => (write('a', 'owner: dana'), write('b', 'owner: dana')),
      () => (write('a', 'owner: tom'), write('b', 'owner: tom')),
    );
    assert.deepEqual(await told(), ['deals/a.md:1 unmerged', 'deals/b.md:4 conflict-markers']);
  });

  it('tells nothing of other files, nor where no merge is under way', async () => {
    merge(
      () => (write('a'), folder.write('other/b.md', 'b\n'), folder.write('deals/c.txt', 'c\n')),
      () => (folder.write('other/b.md', 'b1\n'), folder.write('deals/c.txt', 'c1\n')),
      () => (folder.write('other/b.md', 'b2\n'), folder.write('deals/c.txt', 'c2\n')),
    );
    assert.deepEqual(await told(), []);
  });
});

describe('check of what a merge may leave behind without a marker', () => {
  const folder = temporaryFolder();

  it('tells a key twice, and a history that contradicts the stage', async () => {
    folder.write('deals/twice.md', deal('stage: proposal', 'stage: closing'));
    folder.write(
      'deals/history.md',
      deal('stage: proposal', 'created: 2026-01-02', 'history:', '  - {on: 2026-01-05, stage: closing}'),
    );
    const { code, out } = await run(folder.root, ['check', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /twice\.md:3:.* duplicate-key/);
    assert.match(out, /history\.md:\d+:.* history-mismatch/);
  });

  it('tells markers in the front matter of which others are gone', async () => {
    for (const [name, lines] of Object.entries({
      a: ['<<<<<<< HEAD', 'stage: proposal'],
      b: ['stage: proposal', '======='],
      c: ['stage: proposal', '>>>>>>> main'],
    }))
      folder.write(`deals/${name}.md`, deal('title: A', ...lines, 'owner: dana'));
    const { code, out } = await run(folder.root, ['check', 'deals']);
    assert.equal(code, 1);
    for (const name of 'abc') assert.match(out, new RegExp(`/${name}\\.md:\\d+:.*error`));
  });
});
