import assert from 'node:assert/strict';
import { runJson, start } from './support/cli';
import { openDeal, temporaryFolder } from './support/folder';

function dayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
}

describe('today, where no date is given', () => {
  const folder = temporaryFolder();

  // Never the same day: their clocks are 25 hours apart.
  for (const zone of ['Pacific/Pago_Pago', 'Pacific/Kiritimati']) {
    it(`is the local day in ${zone}`, () => {
      folder.write('acme.md', openDeal('Acme', 'proposal'));
      const earliest = dayIn(zone);
      assert.equal(start(folder.root, ['win', 'acme.md'], { TZ: zone }).code, 0);
      const { asOf } = JSON.parse(start(folder.root, ['funnel', '--json'], { TZ: zone }).out) as {
        asOf: string;
      };
      const written = /^closed_on: (.*)$/m.exec(folder.read('acme.md'))![1]!;
      // Midnight may pass meanwhile.
      for (const day of [written, asOf]) assert.ok(day >= earliest && day <= dayIn(zone), day);
    });
  }

  it('a process without a locale does not say which number of a day is the month', () => {
    folder.write('acme.md', openDeal('Acme', 'proposal'));
    const set = (env: Record<string, string>) =>
      start(folder.root, ['set', 'acme.md', 'close_date', '5/6'], env);
    assert.match(set({ LC_ALL: 'C' }).err, /“5\/6” may be \d{4}-06-05 or \d{4}-05-06\./);
    assert.match(set({ LC_ALL: 'C.UTF-8' }).err, /“5\/6” may be /);
    assert.match(set({ LC_ALL: 'en_GB.UTF-8' }).out, /close_date is now \d{4}-06-05/);
    assert.match(set({ LC_ALL: 'en_US.UTF-8' }).out, /close_date is now \d{4}-05-06/);
  });

  it('is not asked for where a date is given', async () => {
    folder.write('acme.md', '---\ntitle: Acme\nstage: proposal\n---\n');
    start(folder.root, ['win', 'acme.md', '--on', '2024-02-29'], { TZ: 'Pacific/Pago_Pago' });
    const { deals } = await runJson<{ deals: { closedOn: string; daysInStage: number }[] }>(
      folder.root,
      'list',
    );
    assert.equal(deals[0]!.closedOn, '2024-02-29');
  });
});
