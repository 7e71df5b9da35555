import assert from 'node:assert/strict';
import { HOSTILE, dealOf, doubtfulDeal, unreadableDeals } from '../support/hostile';
import { commitAll, git } from '../git/support';
import { assertPublished } from '../support/published';
import { run, runJson } from './support/cli';
import { deal, openDeal, temporaryFolder } from './support/folder';

const FOLDERS = ['media/sample-pipeline', 'test/fixtures/worked-example', 'test/fixtures/empty'];

describe('what is printed with --json', () => {
  const folder = temporaryFolder();

  for (const pipeline of FOLDERS) {
    it(`is as its schema says, of ${pipeline}`, async () => {
      assertPublished('list', await runJson('.', 'list', pipeline));
      assertPublished('check', await runJson('.', 'check', pipeline, '--hints'));
      assertPublished('funnel', await runJson('.', 'funnel', pipeline));
      assertPublished('today', await runJson('.', 'today', pipeline));
      assertPublished('funnel', await runJson('.', 'funnel', pipeline, '--as-of', '2026-03-01'));
    });
  }

  it('is as its schema says, whatever stands in the files', async () => {
    for (const [at, text] of Object.values(HOSTILE).entries()) {
      folder.write(`${at}.md`, dealOf(text));
      folder.write(`${at}-doubtful.md`, doubtfulDeal(text));
      for (const [k, odd] of Object.values(unreadableDeals(text)).entries())
        folder.write(`${at}-${k}.md`, odd);
    }
    folder.write('_template.md', 'No deal.\n');
    folder.write('note.md', 'No deal.\n');
    assertPublished('list', await runJson(folder.root, 'list'));
    assertPublished('check', await runJson(folder.root, 'check', '--hints'));
    assertPublished('funnel', await runJson(folder.root, 'funnel'));
    assertPublished('today', await runJson(folder.root, 'today'));
  }).timeout(60_000);

  it('is as its schema says, whatever becomes of a move', async () => {
    folder.write('sales-process.yaml', 'stages: {proposal: {required: [owner]}}\n');
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    folder.write('odd.md', '---\nstage: 5\n---\n');
    for (const args of [
      ['advance', 'acme.md', 'odd.md', 'nowhere.md', '--dry-run'],
      ['advance', 'acme.md', 'odd.md', 'nowhere.md'],
      ['back', 'acme.md'],
      ['move', 'acme.md', '--to', 'closing'],
      ['win', 'acme.md'],
      ['reopen', 'acme.md'],
      ['stop', 'acme.md', '--reason', 'price'],
    ]) {
      const moves = await runJson<{ ok: boolean }[]>(folder.root, ...args);
      assert.ok(moves[0]!.ok, args.join(' '));
      assertPublished('moves', moves);
    }
  });

  it('is as its schema says, whatever becomes of another change, and of taking it back', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    folder.write('odd.md', '---\nstage: 5\n---\n');
    for (const args of [
      ['new', 'Beta', '--value', '5k'],
      ['set', 'acme.md', 'value', '9k usd'],
      ['set', 'acme.md', 'tags', 'a, b'],
      ['set', 'acme.md', 'value', ''],
      ['log', 'acme.md', 'met'],
      ['next', 'acme.md', 'Call', '--on', 'friday'],
      ['follow-up', 'acme.md', 'Gamma'],
      ['rename', 'acme.md', 'Zeta'],
      ['archive', 'zeta.md', 'odd.md'],
    ]) {
      if (args[0] === 'archive') await run(folder.root, ['win', 'zeta.md']);
      for (const more of [['--dry-run'], []]) {
        const changes = await runJson<{ ok: boolean }[]>(folder.root, ...args, ...more);
        assert.ok(changes[0]!.ok, args.join(' '));
        assertPublished('changes', changes);
      }
    }
    for (let left = 10; left; left--) {
      assertPublished('undo', await runJson(folder.root, 'undo', '--dry-run'));
      if (left === 5) folder.write('zeta.md', 'mine');
      assertPublished('undo', await runJson(folder.root, 'undo'));
    }
  });

  it('is as its schema says, whatever becomes of the history that git knows', async () => {
    git(folder.root, '2026-01-05', 'init', '--quiet');
    for (const [day, stage] of [
      ['2026-01-05', 'prospecting'],
      ['2026-01-12', 'proposal'],
    ] as const) {
      folder.write('acme.md', deal('title: Acme', `stage: ${stage}`));
      folder.write('late.md', deal('title: Late', `stage: ${stage}`, 'created: 2026-02-01'));
      commitAll(folder.root, day);
    }
    for (const more of [['--dry-run'], []]) {
      const changes = await runJson<{ ok: boolean }[]>(folder.root, 'backfill', ...more);
      assert.deepEqual(
        changes.map(({ ok }) => ok),
        [true, false],
      );
      assertPublished('changes', changes);
    }
  });

  it('says which version of the schema it follows', async () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    for (const command of ['list', 'funnel', 'check']) {
      const { out } = await run(folder.root, [command, '--json']);
      assert.match(out, /^\{\n {2}"version": 1,\n/);
    }
  });
});
