import assert from 'node:assert/strict';
import { applyPatch, parsePatch } from 'diff';
import { run, runJson } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

describe('--dry-run', () => {
  const folder = temporaryFolder();

  for (const { name, text } of [
    { name: 'LF', text: openDeal('Acme', 'proposal') },
    { name: 'CRLF', text: openDeal('Acme', 'proposal').replaceAll('\n', '\r\n') },
    { name: 'no line end at the end', text: openDeal('Acme', 'proposal').trimEnd() },
    { name: 'tabs in the notes', text: `${openDeal('Acme', 'proposal')}\tcalled\t\ttwice\n` },
  ]) {
    it(`prints a diff that makes the same change, and writes nothing: ${name}`, async () => {
      folder.write('deals/acme.md', text);
      const { code, out } = await run(folder.root, [
        'advance',
        'deals/acme.md',
        '--on',
        '2026-02-03',
        '--dry-run',
      ]);
      assert.equal(code, 0);
      assert.equal(folder.read('deals/acme.md'), text);
      assert.match(out, /^--- a\/deals\/acme\.md\n\+\+\+ b\/deals\/acme\.md\n@@ /);
      const patched = applyPatch(text, out, { autoConvertLineEndings: false });
      assert.equal((await run(folder.root, ['advance', 'deals/acme.md', '--on', '2026-02-03'])).code, 0);
      assert.equal(patched, folder.read('deals/acme.md'));
    });
  }

  it('prints one diff of several files, and keeps refusals out of it', async () => {
    folder.write('a.md', openDeal('A', 'proposal'));
    folder.write('b.md', openDeal('B', 'closing'));
    folder.write('c.md', openDeal('C', 'proposal'));
    const { code, out, err } = await run(folder.root, ['advance', 'a.md', 'b.md', 'c.md', '--dry-run']);
    assert.equal(code, 1);
    assert.deepEqual(
      parsePatch(out).map(({ newFileName }) => newFileName),
      ['b/a.md', 'b/c.md'],
    );
    assert.match(err, /^b\.md:1: /);
  });

  it('puts the diff into the JSON', async () => {
    folder.write('a.md', openDeal('A', 'proposal'));
    const [moved] = await runJson<{ diff: string }[]>(folder.root, 'win', 'a.md', '--dry-run');
    assert.match(moved!.diff, /^\+status: won$/m);
  });
});
