import assert from 'node:assert/strict';
import { run, runJson } from './support/cli';
import { deal, temporaryFolder } from './support/folder';

const PATH = 'deals/acme.md';

const TEXT = deal(
  'title: Acme',
  'currency: EUR',
  'created: 2026-01-05',
  '<<<<<<< HEAD',
  'stage: proposal',
  'value: 12000',
  '=======',
  'stage: closing',
  'value: 15000',
  '>>>>>>> main',
);

describe('a deal in conflict', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    folder.write(PATH, TEXT);
    folder.write('deals/other.md', deal('title: Other', 'stage: proposal', 'value: 1000', 'currency: EUR'));
  });

  it('is listed in its stage, with both sides below it', async () => {
    const { out } = await run(folder.root, ['list', 'deals']);
    assert.match(out, /^Proposal · 2 · .*13,000/m);
    assert.match(out, /acme\.md\n {4}In conflict: Proposal ↔ Closing, €12,000 ↔ €15,000\n/);
    assert.match(
      out,
      /1 deal is in conflict; its first side counts\.\n2 files = 2 open .* 0 needs attention/,
    );
    assert.doesNotMatch(out, /^Needs attention/m);
  });

  it('stands in a table for other programs by its first side, which is told beside it', async () => {
    const { out, err } = await run(folder.root, ['list', 'deals', '--csv']);
    assert.match(out, /Acme.*12000/);
    assert.match(err, /1 deal is in conflict; its first side counts\./);
  });

  it('says for scripts which side counts', async () => {
    const { deals } = await runJson<{ deals: { path: string; value: unknown; conflict: unknown }[] }>(
      folder.root,
      'list',
      'deals',
    );
    const [acme, other] = ['acme.md', 'other.md'].map(path => deals.find(one => one.path === path)!);
    assert.deepEqual(acme!.value, { amount: 12_000, currency: 'EUR' });
    assert.deepEqual(acme!.conflict, {
      line: 5,
      counts: 'first',
      first: { stage: 'proposal', status: 'open', value: { amount: 12_000, currency: 'EUR' } },
      second: { stage: 'closing', status: 'open', value: { amount: 15_000, currency: 'EUR' } },
    });
    assert.equal(other!.conflict, null);
  });

  it('is in all figures, which say so', async () => {
    for (const command of [['funnel'], ['funnel', '--markdown'], ['today']]) {
      const { out } = await run(folder.root, [command[0]!, 'deals', ...command.slice(1)]);
      assert.match(out, /1 deal is in conflict; its first side counts\./, String(command));
      assert.match(out, /2 files = 2 open \+ 0 won \+ 0 lost \+ 0 needs attention/, String(command));
    }
    const { inConflict, open } = await runJson<{ inConflict: number; open: { value: unknown } }>(
      folder.root,
      'funnel',
      'deals',
    );
    assert.deepEqual([inConflict, open.value], [1, { EUR: 13_000 }]);
  });

  it('is an error to check', async () => {
    const { code, out } = await run(folder.root, ['check', 'deals']);
    assert.equal(code, 1);
    assert.match(out, /acme\.md:5:1: error conflict-markers: Git left a merge conflict here\./);
  });

  it('is changed by nothing, and told why', async () => {
    for (const args of [
      ['advance', PATH],
      ['move', PATH, '--to', 'closing'],
      ['win', PATH],
      ['set', PATH, 'owner', 'dana'],
      ['log', PATH, 'Called'],
      ['archive', PATH],
    ]) {
      const { code, err } = await run(folder.root, args);
      assert.equal(code, 1, String(args));
      assert.match(
        err,
        /is in conflict, so nothing else is changed in it\. Run Resolve Conflict…/,
        String(args),
      );
    }
    await run(folder.root, ['check', 'deals', '--fix']);
    assert.equal(folder.read(PATH), TEXT);
  });
});
