import assert from 'node:assert/strict';
import { run } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

describe('copies of a deal', () => {
  const folder = temporaryFolder();
  const found = async (...args: string[]) => {
    const { code, out } = await run(folder.root, ['check', 'deals', '--json', ...args]);
    const { problems } = JSON.parse(out) as { problems: { path: string; code: string; message: string }[] };
    return { code, problems: problems.filter(one => /copied-file|duplicate-deal/.test(one.code)) };
  };

  it('are told each at the copy, with its neighbour and what to do, and nowhere else', async () => {
    const text = '---\nstage: proposal\naccount: Globex\nvalue: 500\ncurrency: EUR\n---\nNotes.\n';
    const copies = ['Globex (conflicted copy 2026-02-01).md', 'Globex-LAPTOP-X1.md', 'Same.md'];
    for (const name of ['Globex.md', ...copies]) folder.write(`deals/${name}`, text);
    folder.write('deals/Globex (1).md', text.replace('500', '600'));
    const { code, problems } = await found('--hints');
    assert.equal(code, 1);
    assert.deepEqual(
      problems.map(one => [one.path.slice('deals/'.length), one.code]),
      [...copies, 'Globex (1).md'].toSorted().map(name => [name, 'copied-file']),
    );
    const said = (name: string) => problems.find(one => one.path === `deals/${name}`)!.message;
    assert.match(said('Globex (1).md'), /By its name.*“?Globex\.md.*Compare both/);
    assert.match(said('Globex-LAPTOP-X1.md'), /says the same as “?Globex\.md.*Delete one/);

    assert.match(said('Same.md'), /says the same as/);
  });

  it('are equal to the byte, or else no copies', async () => {
    folder.write('deals/a.md', openDeal('Acme', 'proposal'));
    folder.write('deals/b.md', `${openDeal('Acme', 'proposal')}More notes.\n`);
    folder.write('deals/c.md', `${openDeal('Acme', 'proposal')}`.replaceAll('\n', '\r\n'));
    assert.deepEqual((await found()).problems, []);
  });
});
