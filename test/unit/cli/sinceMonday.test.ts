import assert from 'node:assert/strict';
import { findPoint } from '../../../src/actions/changes/point';
import { addDays, type CalendarDate } from '../../../src/core/calendar';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

/** Days on which somebody looks back, each with the Monday that is meant then. */
const MONDAYS = [
  { on: 'a Monday', today: date('2026-11-30'), monday: date('2026-11-23') },
  { on: 'a Tuesday', today: date('2026-12-01'), monday: date('2026-11-30') },
  { on: 'a Sunday', today: date('2026-12-06'), monday: date('2026-11-30') },
];

describe('since Monday', () => {
  const folder = temporaryFolder();
  const run = async (today: CalendarDate, ...args: string[]) =>
    (await runIn(folder.root, args, { clock: { today: () => today, now: () => 0 } })).out;
  const json = async (today: CalendarDate, ...args: string[]) =>
    JSON.parse(await run(today, ...args, '--json')) as Record<string, Record<string, Record<string, string>>>;

  beforeEach(() => {
    const history = MONDAYS.map(({ monday }) => monday).map(
      (on, at) => `  - {on: ${on}, stage: ${['qualification', 'proposal'][at] ?? 'closing'}}`,
    );
    folder.write(
      'a.md',
      deal('title: Acme', 'stage: closing', 'created: 2026-01-05', 'history:', ...history),
    );
  });

  for (const { on, today, monday } of MONDAYS)
    it(`means the same day in all that looks back on ${on}, which counts whole`, async () => {
      const evening = addDays(monday, -1);
      assert.equal((await json(today, 'today'))['changes']!['since'], monday);
      assert.match(await run(today, 'review'), new RegExp(`${monday} (?:to|–) ${today}`));
      assert.equal((await json(today, 'funnel'))['headline']!['before']!['asOf'], evening);
      for (const points of [[], ['week']]) {
        assert.equal((await json(today, 'changes', ...points))['from'], evening);
        assert.match(
          await run(today, 'changes', ...points),
          new RegExp(`^What changed since Monday, ${monday}\n`),
        );
      }
      const inEditor = await findPoint('week', { snapshots: undefined, today, language: 'en' });
      assert.ok(inEditor.ok && inEditor.point.kind === 'day');
      assert.equal(inEditor.point.start, monday);
    });
});
