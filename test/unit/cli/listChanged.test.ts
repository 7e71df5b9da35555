import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

interface List {
  readonly deals: readonly { readonly path: string; readonly daysInStage: number | null }[];
  readonly needsAttention: readonly { readonly path: string }[];
  readonly files: Readonly<Record<string, number>>;
  readonly leftOut: number;
}

describe('deal-notes list --changed', () => {
  const folder = temporaryFolder();
  const list = (...args: string[]) => runJson<List>(folder.root, 'list', 'deals', ...args);
  const paths = async (...args: string[]) => (await list(...args)).deals.map(({ path }) => path).sort();

  beforeEach(() => {
    folder.git('init', '--quiet', '--initial-branch=main');
    folder.write('deals/sales-process.yaml', 'stages: {proposal: {label: Offer}}\n');
    for (const name of ['a', 'b', 'gone']) folder.write(`deals/${name}.md`, openDeal(name, 'offer'));
    folder.write('deals/inner/sales-process.yaml', 'currency: EUR\n');
    folder.commitAll();
  });

  it('has the deals whose files are new, staged or changed, by the team’s process, and no others', async () => {
    assert.deepEqual(await paths('--changed'), []);
    folder.write('deals/a.md', openDeal('A', 'offer'));
    folder.write('deals/new/ü "x".md', openDeal('New', 'closing'));
    folder.write('deals/staged.md', openDeal('Staged', 'closing'));
    folder.git('add', 'deals/staged.md');
    rmSync(folder.path('deals/gone.md'));
    folder.write('deals/bad.md', '---\nstage: [\n---\n');
    // What no list has.
    folder.write('deals/inner/deep/other.md', openDeal('Of another pipeline', 'proposal'));
    folder.write('deals/README.md', openDeal('No deal', 'proposal'));
    folder.write('outside.md', openDeal('Outside', 'proposal'));
    mkdirSync(folder.path('deals/folder'));
    symlinkSync(folder.path('deals/folder'), folder.path('deals/link.md'));
    assert.deepEqual(await paths('--changed'), ['a.md', 'new/ü "x".md', 'staged.md']);
    const { needsAttention, files } = await list('--changed');
    assert.deepEqual(
      needsAttention.map(({ path }) => path),
      ['bad.md'],
    );
    assert.equal(files['total'], 4);
  });

  it('takes each form and the filters, of which it says what they leave out', async () => {
    folder.write('deals/a.md', openDeal('A', 'closing'));
    folder.write('deals/c.md', openDeal('C', 'offer'));
    const { deals, leftOut } = await list('--changed', '--stage', 'closing');
    assert.deepEqual([deals.map(({ path }) => path), leftOut], [['a.md'], 1]);
    const { out } = await run(folder.root, ['list', 'deals', '--changed', '--csv', '--columns', 'title']);
    assert.equal(out, 'title\r\nC\r\nA\r\n');
    const told = (await run(folder.root, ['list', 'deals', '--changed'])).out;
    assert.match(told, /^Only files that are not as in HEAD\n\n/);
    assert.match(told, /^ {2}A +/m);
    assert.doesNotMatch(told, /^ {2}b +/m);
  });

  it('holds the files against a revision, and says so where there is none', async () => {
    folder.git('switch', '--quiet', '--create', 'mine');
    folder.write('deals/b.md', openDeal('B', 'closing'));
    folder.commitAll();
    assert.deepEqual(await paths('--changed'), []);
    assert.deepEqual(await paths('--changed=main'), ['b.md']);
    const { code, err } = await run(folder.root, ['list', 'deals', '--changed=nowhere']);
    assert.deepEqual([code, err], [2, 'deal-notes: Git can’t find the revision “nowhere”.\n']);
  });

  it('leaves the repository as it is, and knows what git knows of a changed deal', async () => {
    for (const stage of ['offer', 'closing']) {
      folder.write('deals/h.md', deal('title: H', `stage: ${stage}`));
      folder.commitAll();
    }
    folder.write('deals/h.md', `${folder.read('deals/h.md')}More.\n`);
    const index = () => readFileSync(folder.path('.git/index'));
    const before = index();
    const { deals } = await list('--changed');
    assert.deepEqual(index(), before);
    const all = await list();
    assert.deepEqual(
      deals,
      all.deals.filter(({ path }) => path === 'h.md'),
    );
    assert.notEqual(deals[0]?.daysInStage, null);
  });

  it('is not possible without a repository', async () => {
    rmSync(folder.path('.git'), { recursive: true });
    const { code, out, err } = await run(folder.root, ['list', 'deals', '--changed']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^deal-notes: .*not a git repository/i);
  });
});
