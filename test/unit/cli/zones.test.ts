import assert from 'node:assert/strict';
import { CHANGES, whileInZone, ZONES } from '../support/zone';
import { run } from './support/cli';
import { deal, temporaryFolder } from './support/folder';

describe('the command line in other time zones', () => {
  const folder = temporaryFolder();

  it('says the same of an earlier day everywhere', async () => {
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
      const reports: string[] = [];
      for (const zone of ZONES) {
        const args = ['funnel', '--as-of', day, '--json'];
        reports.push((await whileInZone(zone, () => run(folder.root, args))).out);
      }
      assert.equal(new Set(reports).size, 1, day);
      const { asOf, stages } = JSON.parse(reports[0]!) as {
        asOf: string;
        stages: { stage: string; open: { count: number } }[];
      };
      const open = stages.filter(stage => stage.open.count).map(({ stage }) => stage);
      const expected = day < '2026-03-28' ? [] : day < '2026-03-30' ? ['qualification'] : ['proposal'];
      assert.deepEqual([asOf, open], [day, expected]);
    }
  });

  for (const [zone, before, change, after] of CHANGES) {
    it(`writes the day that it is told, and counts from it: ${zone}, ${change}`, async () => {
      folder.write(
        'acme.md',
        deal('stage: proposal', `close_date: ${change}`, 'history:', `  - {on: ${before}, stage: proposal}`),
      );
      const typed = (...args: string[]) => whileInZone(zone, () => run(folder.root, args));
      assert.equal((await typed('advance', 'acme.md', '--on', change)).code, 0);
      assert.equal((await typed('win', 'acme.md', '--on', after)).code, 0);
      const text = folder.read('acme.md');
      for (const line of [
        `close_date: ${change}`,
        `closed_on: ${after}`,
        `  - {on: ${change}, stage: negotiation}`,
      ])
        assert.ok(text.includes(`${line}\n`), text);
      const { deals } = JSON.parse((await typed('list', '--json')).out) as {
        deals: { daysInStage: number; closeDate: string }[];
      };
      assert.deepEqual([deals[0]!.daysInStage, deals[0]!.closeDate], [1, change]);
      assert.match(
        (await typed('list', '--csv')).out,
        new RegExp(`,${change},${after},,,,1(?:,[^,]*)*\\r\\n$`),
      );
    });
  }
});
