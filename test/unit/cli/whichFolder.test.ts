import assert from 'node:assert/strict';
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

  it('is never read from what a package manager has put there', async () => {
    deal('a.md');
    deal('node_modules/x/deal.md');
    deal('team/node_modules/y/docs/deal.md');
    folder.write('node_modules/x/guide.md', '---\ntitle: a: b\n---\n');
    assert.deepEqual(await paths(), ['a.md']);
  });
});
