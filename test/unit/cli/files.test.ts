import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE, oneLine } from '../support/hostile';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

const won = (title: string, notes = '') =>
  `${deal(`title: ${title}`, 'account: Acme Corp', 'owner: dana', 'stage: proposal', 'status: won', 'closed_on: 2026-02-01')}${notes}`;

describe('files that the command line makes and moves', () => {
  const folder = temporaryFolder();
  const all = (root = folder.root) =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter(item => item.isFile() && !item.parentPath.includes('.git'))
        .map(item => join(item.parentPath, item.name))
        .toSorted()
        .map(file => [file.slice(root.length + 1), readFileSync(file, 'utf8')]),
    );

  it('new makes a deal with what is said of it', async () => {
    folder.write('deals/other.md', openDeal('Other', 'proposal'));
    const { code, out, err } = await run(folder.root, [
      ...['new', 'Acme, scanners', '--account', 'Acme Corp', '--value', '48 000', '--currency', 'eur'],
      ...['--stage', 'Needs Analysis', '--owner', 'dana'],
    ]);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(out, 'Acme, scanners → Needs analysis (deals/acme-scanners.md)\n');
    const text = folder.read('deals/acme-scanners.md');
    for (const line of [
      ...["title: 'Acme, scanners'", 'account: Acme Corp', 'stage: needs-analysis', 'value: 48000'],
      ...['currency: EUR', 'owner: dana'],
    ])
      assert.ok(text.split('\n').includes(line), `${line} is missing in ${text}`);
    assert.equal((await run(folder.root, ['check'])).code, 0);
  });

  it('new goes by the template, the process and the names that are there', async () => {
    folder.write('north/sales-process.yaml', 'fields: {owner: rep}\nstages: {proposal: {label: Offer}}\n');
    folder.write('north/_template.md', '---\nrep: {{owner}}\nstage: {{stage}}\n---\n# {{title}}\n');
    const args = ['new', 'Acme', 'north', '--owner', 'dana', '--stage', 'offer'];
    assert.equal((await run(folder.root, args)).out, 'Acme → Offer (north/acme.md)\n');
    const [second] = await runJson<{ path: string; stage: string }[]>(folder.root, ...args);
    assert.deepEqual([second!.path, second!.stage], ['north/acme-2.md', 'proposal']);
    assert.match(folder.read('north/acme.md'), /^rep: dana$/m);
    assert.match(folder.read('north/acme.md'), /^# Acme$/m);
  });

  it('new tells where a template makes no sense, and makes nothing', async () => {
    folder.write('deals/_template.md', '---\nstage: x\n');
    const { code, out, err } = await run(folder.root, ['new', 'Acme']);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^deals\/_template\.md:1: .*_template\.md/);
    assert.deepEqual(readdirSync(folder.path('deals')), ['_template.md']);
  });

  it('new takes any title, and the file has a name of its own that is safe', async () => {
    folder.write('deals/other.md', openDeal('Other', 'proposal'));
    for (const title of Object.values(HOSTILE)) {
      if (!title.trim()) continue;
      const { code, out } = await run(folder.root, ['new', '--json', '--', title]);
      assert.equal(code, 0, title);
      const [made] = JSON.parse(out) as { path: string }[];
      assert.match(made!.path, /^deals\/[^/\\]+\.md$/);
      assert.ok(existsSync(folder.path(made!.path)));
    }
    const { deals, needsAttention } = await runJson<{
      deals: { title: string }[];
      needsAttention: unknown[];
    }>(folder.root, 'list');
    assert.deepEqual(needsAttention, []);
    const titles = new Set(deals.map(({ title }) => title));
    for (const title of Object.values(HOSTILE))
      assert.ok(!title.trim() || titles.has(oneLine(title)) || titles.has(title.replace(/\s+/g, ' ').trim()));
  });

  it('follow-up takes over what the deals share, and the two lead to each other', async () => {
    folder.write('deals/acme.md', won('Acme'));
    const { out } = await run(folder.root, ['follow-up', 'deals/acme.md', 'Acme, depot', '--value', '9k']);
    assert.equal(out, 'Acme, depot → Lead generation (deals/acme-depot.md)\n');
    const text = folder.read('deals/acme-depot.md');
    assert.match(text, /^account: Acme Corp$/m);
    assert.match(text, /^owner: dana$/m);
    assert.match(text, /Follows \[Acme\]\(acme\.md\)\./);
    assert.match(folder.read('deals/acme.md'), /new deal: \[Acme, depot\]\(acme-depot\.md\)/);
    assert.match(
      (await run(folder.root, ['follow-up', 'deals/gone.md', 'B'])).err,
      /^deals\/gone\.md:1: This file can’t be read/,
    );
  });

  it('rename gives title and file another name, and links follow', async () => {
    folder.write('deals/acme.md', openDeal('Acme', 'proposal'));
    folder.write('deals/beta.md', `${openDeal('Beta', 'proposal')}[Acme](acme.md)\n`);
    const { out } = await run(folder.path('deals'), ['rename', 'acme.md', 'Acme  depot']);
    assert.equal(out, 'Acme → Acme depot (acme-depot.md)\n');
    assert.match(folder.read('deals/beta.md'), /\[Acme\]\(acme-depot\.md\)/);
    const [kept] = await runJson<{ newPath: string; newTitle: string }[]>(
      folder.root,
      ...['rename', 'deals/acme-depot.md', 'Zeta', '--keep-file'],
    );
    assert.deepEqual([kept!.newTitle, kept!.newPath], ['Zeta', 'deals/acme-depot.md']);
    assert.match(folder.read('deals/acme-depot.md'), /^title: Zeta$/m);
  });

  it('rename tells the name that a deal had from its file, and that there is nothing to change', async () => {
    folder.write('deals/old-name.md', deal('stage: proposal'));
    const [before] = await runJson<{ title: string }[]>(
      folder.root,
      ...['rename', 'deals/old-name.md', 'Brand new', '--dry-run'],
    );
    const { out } = await run(folder.root, ['rename', 'deals/old-name.md', 'Brand new']);
    assert.equal(out, `${before!.title} → Brand new (deals/brand-new.md)\n`);
    assert.match(before!.title, /^old.name$/i);
    const text = folder.read('deals/brand-new.md');
    for (const more of [[], ['--keep-file']]) {
      const again = await run(folder.root, ['rename', 'deals/brand-new.md', 'Brand new', ...more]);
      assert.deepEqual(again, { code: 0, out: 'Brand new: nothing to change\n', err: '' });
    }
    folder.write('deals/named.md', deal('stage: proposal'));
    assert.match((await run(folder.root, ['rename', 'deals/named.md', 'named'])).out, /nothing to change/);
    assert.equal(folder.read('deals/named.md'), deal('stage: proposal'));
    assert.equal(folder.read('deals/brand-new.md'), text);
  });

  it('rename without a title gives a deal the ending that check asks for, and undo takes it back', async () => {
    folder.write('deals/acme.markdown', openDeal('Acme', 'proposal'));
    folder.write('deals/beta.md', `${openDeal('Beta', 'proposal')}[Acme](acme.markdown)\n`);
    const checked = await run(folder.root, ['check']);
    assert.equal(checked.code, 1);
    assert.match(
      checked.out,
      /^deals\/acme\.markdown:1:1: error misnamed-deal-file: .*ends in \.markdown\. Rename it to “acme\.md”/,
    );
    assert.match((await run(folder.root, ['rename', 'deals/beta.md'])).err, /Say the deal’s new title, too/);
    const { code, out } = await run(folder.root, ['rename', 'deals/acme.markdown']);
    assert.deepEqual([code, out], [0, 'Acme (deals/acme.md)\n']);
    assert.match(folder.read('deals/beta.md'), /\[Acme\]\(acme\.md\)/);
    assert.equal((await run(folder.root, ['check'])).code, 0);
    await run(folder.root, ['undo']);
    assert.match(folder.read('deals/beta.md'), /\[Acme\]\(acme\.markdown\)/);
    assert.equal(folder.read('deals/acme.markdown'), openDeal('Acme', 'proposal'));
  });

  it('archive moves what is closed, tells what is not, and links follow', async () => {
    folder.write('deals/a.md', won('A', '[B](b.md)\n'));
    folder.write('deals/b.md', won('B', '[A](a.md)\n'));
    folder.write('deals/c.md', `${openDeal('C', 'proposal')}[A](a.md)\n`);
    symlinkSync('a.md', folder.path('deals/link.md'));
    const args = ['archive', 'deals/c.md', 'deals/a.md', './deals/b.md', 'deals/a.md'];
    const { code, out, err } = await run(folder.root, args);
    assert.equal(code, 1);
    assert.equal(out, 'A → deals/archive/a.md\nB → deals/archive/b.md\n');
    assert.match(err, /^deals\/c\.md:1: This deal is /);
    assert.match(folder.read('deals/archive/a.md'), /\[B\]\(b\.md\)/);
    assert.match(folder.read('deals/c.md'), /\[A\]\(archive\/a\.md\)/);
    const [again] = await runJson<{ ok: boolean }[]>(folder.root, 'archive', 'deals/archive/a.md');
    assert.equal(again!.ok, false);
  });

  for (const args of [
    ['new', 'Acme, scanners', '--value', '5k'],
    ['follow-up', 'deals/a.md', 'Next'],
    ['rename', 'deals/a.md', 'Another title'],
    ['rename', 'deals/a.md', 'Another title', '--keep-file'],
    ['archive', 'deals/a.md', 'deals/b.md'],
    ['set', 'deals/a.md', 'owner', 'marek'],
    ['log', 'deals/a.md', 'met'],
    ['next', 'deals/b.md', 'Call', '--on', 'friday'],
  ]) {
    it(`${args.join(' ')} --dry-run prints a patch that git makes the same change with`, async () => {
      folder.write('real/deals/a.md', won('A', '[B](b.md)\n'));
      folder.write('real/deals/b.md', won('B', '[A](a.md)\n'));
      folder.write('real/deals/sub/c.md', `${openDeal('C', 'proposal')}[A](../a.md)\n`);
      cpSync(folder.path('real'), folder.path('patched'), { recursive: true });
      const before = all(folder.path('real'));
      const { code, out } = await run(folder.path('real'), [...args, '--dry-run']);
      assert.equal(code, 0);
      assert.deepEqual(all(folder.path('real')), before);
      execFileSync('git', ['apply', '-'], { cwd: folder.path('patched'), input: out });
      assert.equal((await run(folder.path('real'), args)).code, 0);
      assert.deepEqual(all(folder.path('patched')), all(folder.path('real')));
      assert.notDeepEqual(all(folder.path('real')), before);
    });
  }
});
