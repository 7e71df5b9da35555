import assert from 'node:assert/strict';
import { CHANGES, ZONES } from '../support/zone';
import { run } from './support/cli';
import { deal, temporaryFolder } from './support/folder';

describe('the command line in other time zones', () => {
  const folder = temporaryFolder();

  it('says the same of an earlier day everywhere', () => {
    folder.write(
      'acme.md',
      deal(
        'stage: proposal',
        'value: 5',
        'history:',
        '  - {on: 2026-03-28, stage: qualification}',
        '  - {on: 2026-03-30, stage: proposal}',
      ),
    );
    for (const day of ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30']) {
      const reports = ZONES.map(
        zone => run(folder.root, ['funnel', '--as-of', day, '--json'], { TZ: zone }).out,
      );
      assert.equal(new Set(reports).size, 1, day);
      const { asOf, stages } = JSON.parse(reports[0]!) as {
        asOf: string;
        stages: { stage: string; open: { count: number } }[];
      };
      const open = stages.filter(stage => stage.open.count).map(({ stage }) => stage);
      const expected = day < '2026-03-28' ? [] : day < '2026-03-30' ? ['qualification'] : ['proposal'];
      assert.deepEqual([asOf, open], [day, expected]);
    }
  }).timeout(60_000);

  for (const [zone, before, change, after] of CHANGES) {
    it(`writes the day that it is told, and counts from it: ${zone}, ${change}`, () => {
      folder.write(
        'acme.md',
        deal('stage: proposal', `close_date: ${change}`, 'history:', `  - {on: ${before}, stage: proposal}`),
      );
      const env = { TZ: zone };
      assert.equal(run(folder.root, ['advance', 'acme.md', '--on', change], env).code, 0);
      assert.equal(run(folder.root, ['win', 'acme.md', '--on', after], env).code, 0);
      const text = folder.read('acme.md');
      for (const line of [
        `close_date: ${change}`,
        `closed_on: ${after}`,
        `  - {on: ${change}, stage: negotiation}`,
      ])
        assert.ok(text.includes(`${line}\n`), text);
      const { deals } = JSON.parse(run(folder.root, ['list', '--json'], env).out) as {
        deals: { daysInStage: number; closeDate: string }[];
      };
      assert.deepEqual([deals[0]!.daysInStage, deals[0]!.closeDate], [1, change]);
      assert.match(
        run(folder.root, ['list', '--csv'], env).out,
        new RegExp(`,${change},${after},,,,1\\r\\n$`),
      );
    });
  }
});
