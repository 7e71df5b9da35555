import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { run } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

describe('the pipeline that a person means', () => {
  const folder = temporaryFolder();
  const paths = async (...args: string[]) => {
    const { out } = await run(folder.root, ['list', ...args, '--json']);
    return (JSON.parse(out) as { deals: { path: string }[] }).deals.map(({ path }) => path).toSorted();
  };
  const deal = (path: string) => folder.write(path, openDeal(path, 'proposal'));

  it('is the folder deals with all below it, also with another of that name', async () => {
    for (const path of ['deals/emea/a.md', 'deals/deals/b.md', 'deals/deals/deals/c.md']) deal(path);
    const all = ['deals/b.md', 'deals/deals/c.md', 'emea/a.md'];
    assert.deepEqual(await paths('.'), all);
    assert.deepEqual(await paths('deals'), all);
    assert.deepEqual(await paths('deals/'), all);
    const inside = await run(folder.path('deals'), ['list']);
    assert.match(inside.out, /3 files/);
    // An archive is the pipeline's own, wherever a deal lies in it.
    folder.write('deals/deals/d.md', '---\nstage: proposal\nstatus: lost\nclosed_on: 2026-01-05\n---\n');
    const { out } = await run(folder.root, ['archive', 'deals/deals/d.md', '--dry-run']);
    assert.match(out, /^(?:rename to|\+\+\+) .*deals\/archive\//m);
  });

  for (const [what, note] of [
    ['a rule at its start', '---\n\nCall\n\n---\n'],
    ['a conflict', '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'],
    ['other front matter', '+++\ntitle = "x"\n+++\n'],
    ['front matter that is damaged', '---\ntitle: a: b\n---\n'],
    ['another encoding', Buffer.from('\ufeffCall\n', 'utf16le')],
  ] as const) {
    it(`is the folder deals beside a note with ${what}`, async () => {
      deal('deals/a.md');
      folder.write('minutes.md', note);
      assert.deepEqual(await paths('.'), ['a.md']);
    });
  }

  it('is the folder itself where a deal lies in it, even one that is damaged', async () => {
    deal('deals/a.md');
    folder.write('b.md', '---\ntitle: a: b\nstage: proposal\n---\n');
    assert.match((await run(folder.root, ['list'])).out, /2 files/);
  });

  it('is not those below it, and lists and figures say so', async () => {
    deal('north/a.md');
    deal('team/south/b.md');
    folder.write('team/south/sales-process.yaml', 'currency: EUR\n');
    folder.write('team/empty/sales-process.yaml', 'currency: EUR\n');
    for (const command of ['list', 'funnel', 'today']) {
      const { err } = await run(folder.root, [command]);
      assert.match(err, /^“team\/south” has a sales-process\.yaml, so it is a pipeline of its own\..*\n$/);
    }
    folder.write('sales-process.yaml', 'currency: EUR\n');
    assert.equal((await run(folder.root, ['list'])).err, '');
  });

  it('is checked with all pipelines below it, staged or not, and processes that are called something else are told', async () => {
    const broken = '---\nstage: propsal\n---\n';
    folder.write('team/sales/sales-process.yaml', 'stages: {}\n');
    folder.write('team/sales/a.md', broken);
    folder.write('team/north/sales-process.yml', 'skip: block\n');
    execFileSync('git', ['init', '-q'], { cwd: folder.root });
    execFileSync('git', ['add', '-A'], { cwd: folder.root });
    for (const args of [['.'], ['team'], ['--staged'], ['team', '--staged'], ['--fix']]) {
      const { code, out, err } = await run(folder.root, ['check', ...args]);
      assert.equal(code, 1, args.join(' '));
      assert.equal(err, '');
      assert.match(out, /^team\/sales\/a\.md:2:8: error unknown-stage/m);
      assert.match(
        out,
        /^team\/north\/sales-process\.yml:1:1: error misnamed-process-file: .*no process of its own/m,
      );
      assert.match(out, /^2 problems in 1 file/m);
    }
  });

  it('is never read from what a package manager has put there', async () => {
    deal('a.md');
    deal('node_modules/x/deal.md');
    deal('team/node_modules/y/docs/deal.md');
    folder.write('node_modules/x/guide.md', '---\ntitle: a: b\n---\n');
    assert.deepEqual(await paths(), ['a.md']);
  });

  describe('where deals lie beside its subfolder deals', () => {
    beforeEach(() => {
      for (const path of ['sales/deals/a.md', 'sales/north/b.md', 'sales/north/emea/c.md']) deal(path);
    });
    const told = async (cwd: string, ...args: string[]) => {
      const { code, out, err } = await run(cwd, args);
      return { code, err, files: Number(/(\d+) files?\b/.exec(out)?.[1]) };
    };

    it('is all of a folder that is named', async () => {
      for (const command of ['list', 'check', 'funnel']) {
        const { err, files } = await told(
          folder.root,
          command,
          'sales',
          ...(command === 'funnel' ? ['--json'] : []),
        );
        if (command !== 'funnel') assert.equal(files, 3);
        assert.equal(err, '');
      }
      assert.deepEqual(await paths('sales'), ['deals/a.md', 'north/b.md', 'north/emea/c.md']);
    });

    it('is the subfolder of the current folder, which may be a workspace, and the others are told', async () => {
      for (const command of ['list', 'check', 'funnel']) {
        const { err } = await told(folder.path('sales'), command);
        assert.match(
          err,
          /^Only “deals” counts here\. The deals beside it, such as “north\/b\.md”, don’t\..* into this folder\.\n$/,
        );
      }
      // The way out is one.
      folder.write('sales/sales-process.yaml', '');
      assert.deepEqual(await told(folder.path('sales'), 'list'), { code: 0, err: '', files: 3 });
    });

    it('is the subfolder where that has a process of its own, and the others are told', async () => {
      folder.write('sales/deals/sales-process.yaml', '');
      const { err, files } = await told(folder.root, 'list', 'sales');
      assert.equal(files, 1);
      assert.match(err, /Only “sales\/deals” counts here.* “sales\/north\/b\.md”, .* into “sales”\.\n$/);
    });

    it('is the subfolder where the others are notes, pipelines of their own, or broken', async () => {
      rmSync(folder.path('sales/north'), { recursive: true });
      folder.write('sales/docs/guide.md', '---\ntitle: Guide\n---\nAt this stage: call.\n');
      folder.write('sales/docs/rfc.md', '---\nstage: 2\n---\n');
      folder.write('sales/docs/own/sales-process.yaml', '');
      for (const path of ['sales/docs/own/x.md', 'sales/_old/y.md', 'sales/.git/z.md']) deal(path);
      for (const [cwd, named] of [
        [folder.root, 'sales'],
        [folder.path('sales'), '.'],
      ] as const)
        assert.deepEqual(await told(cwd, 'list', named), { code: 0, err: '', files: 1 });
      deal('sales/project/deals/x.md');
      const { err, files } = await told(folder.root, 'list', 'sales');
      assert.equal(files, 1);
      assert.match(err, /“sales\/project\/deals\/x\.md”/);
    });

    it('is told of links to folders with deals, which aren’t followed', async () => {
      for (const path of ['elsewhere/l.md', 'sales/all.md']) deal(path);
      folder.write('docs/guide.md', 'Guide');
      const link = (to: string, at: string) => symlinkSync(to, folder.path(at));
      link('../../elsewhere', 'sales/north/linked');
      link('../docs', 'sales/docs');
      link('north', 'sales/south');
      link('..', 'sales/up');
      link('nowhere', 'sales/gone');
      const { err, files } = await told(folder.root, 'list', 'sales');
      assert.equal(files, 4);
      assert.match(err, /^“sales\/north\/linked” is a link to another folder, .* don’t count here.*\n$/);
    });

    it('is the folder that a link called deals leads to, and the others are told', async () => {
      rmSync(folder.path('sales/deals'), { recursive: true });
      deal('elsewhere/l.md');
      symlinkSync('../elsewhere', folder.path('sales/deals'));
      for (const named of ['sales', 'sales/deals']) assert.deepEqual(await paths(named), ['l.md']);
      assert.match((await told(folder.root, 'list', 'sales')).err, /Only “sales\/deals” counts here/);
      folder.write('sales/sales-process.yaml', '');
      const { err, files } = await told(folder.root, 'list', 'sales');
      assert.equal(files, 2);
      assert.match(err, /^“sales\/deals” is a link to another folder/);
    });
  });
});
