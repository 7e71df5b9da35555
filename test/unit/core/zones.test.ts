import assert from 'node:assert/strict';
import { addDays, daysBetween, localDay } from '../../../src/core/calendar';
import { daysInStage } from '../../../src/core/deal/daysInStage';

import { rewindDeal } from '../../../src/core/deal/rewind';
import { funnelReport } from '../../../src/core/metrics/funnel';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { DEFAULT_PROCESS } from '../../../src/core/process/process';
import { refreshSample } from '../../../src/core/sample/refresh';
import { date, file, readGood } from '../support/deals';
import { moved } from '../support/edits';
import { rounded } from '../support/rounded';
import { AS_OF, WORKED_EXAMPLE } from '../support/workedExample';
import { CHANGES, inZone, ZONES } from '../support/zone';

const DATES = ['created: 2026-03-28', 'close_date: 2026-03-29', 'next_step_on: 2026-10-25'];
const DEAL = file(
  ['stage: proposal', ...DATES, 'history:', '  - {on: 2026-03-28, stage: proposal}'].join('\n'),
);

describe('dates do not depend on the time zone', () => {
  for (const zone of ZONES) {
    it(`in what is read and written: ${zone}`, () => {
      inZone(zone, () => {
        const { deal } = readGood(DEAL);
        assert.deepEqual(
          [deal.created, deal.closeDate, deal.nextStepOn, deal.history[0]!.on],
          ['2026-03-28', '2026-03-29', '2026-10-25', '2026-03-28'],
        );
        assert.equal(daysInStage(deal, date('2026-03-30')), 2);
        assert.equal(daysInStage(deal, date('2026-10-26')), 212);
        const { text } = moved(DEAL, { kind: 'win' }, DEFAULT_PROCESS, { today: date('2026-10-25') });
        for (const line of [...DATES, 'closed_on: 2026-10-25', '  - {on: 2026-10-25, status: won}'])
          assert.ok(text.includes(`${line}\n`), text);
        assert.equal(daysInStage(readGood(text).deal, date('2027-01-01')), 211);
      });
    });

    it(`in what was on an earlier day: ${zone}`, () => {
      inZone(zone, () => {
        const { deal } = readGood(DEAL);
        assert.equal(rewindDeal(deal, date('2026-03-27')), undefined);
        assert.equal(rewindDeal(deal, date('2026-03-28'))?.stage, 'proposal');
        const files = new Pipeline(DEFAULT_PROCESS).files;
        const report = () =>
          rounded(funnelReport(structuredClone(WORKED_EXAMPLE), files, DEFAULT_PROCESS, AS_OF));
        assert.deepEqual(report(), inZone('UTC', report));
      });
    });

    it(`in the sample, which is moved by whole weeks: ${zone}`, () => {
      inZone(zone, () => {
        const text = 'on: 2026-11-20, 2026-03-29, 2026-10-25, 2024-02-29, not 2026-02-30';
        assert.equal(refreshSample(text, date('2026-11-20')), text);
        assert.equal(refreshSample(text, date('2026-11-26')), text);
        assert.equal(
          refreshSample(text, date('2026-11-27')),
          'on: 2026-11-27, 2026-04-05, 2026-11-01, 2024-03-07, not 2026-02-30',
        );
        assert.equal(
          refreshSample(text, date('2026-11-19')),
          'on: 2026-11-13, 2026-03-22, 2026-10-18, 2024-02-22, not 2026-02-30',
        );
      });
    });
  }
});

describe('across a change of the clocks', () => {
  for (const [zone, before, change, after] of CHANGES) {
    it(`each day is one day: ${zone}, ${change}`, () => {
      inZone(zone, () => {
        assert.deepEqual([addDays(date(before), 1), addDays(date(change), 1)], [change, after]);
        assert.deepEqual([addDays(date(after), -1), addDays(date(change), -1)], [change, before]);
        assert.equal(daysBetween(date(before), date(after)), 2);
      });
    });

    it(`today is the day on the wall, at each quarter of an hour: ${zone}, ${change}`, () => {
      inZone(zone, () => {
        const wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
        const seen = new Set<string>();
        const start = Date.parse(`${before}T00:00:00Z`) - 14 * 3_600_000;
        for (let quarter = 0; quarter < 4 * 24 * 4; quarter++) {
          const now = new Date(start + quarter * 900_000);
          assert.equal(localDay(now), wall.format(now), now.toISOString());
          seen.add(localDay(now));
        }
        for (const day of [before, change, after]) assert.ok(seen.has(day), day);
      });
    });
  }

  it('in Santiago the day begins at one, and is that day already', () => {
    inZone('America/Santiago', () => {
      assert.equal(localDay(new Date('2026-09-06T03:59:59Z')), '2026-09-05');
      assert.equal(localDay(new Date('2026-09-06T04:00:00Z')), '2026-09-06');
      assert.equal(new Date(2026, 8, 6, 0, 0).getHours(), 1);
    });
  });

  it('at one moment it is three days on earth', () => {
    const now = new Date('2026-03-29T10:30:00Z');
    const days = ['Pacific/Pago_Pago', 'UTC', 'Pacific/Kiritimati'].map(zone =>
      inZone(zone, () => localDay(now)),
    );
    assert.deepEqual(days, ['2026-03-28', '2026-03-29', '2026-03-30']);
  });
});
