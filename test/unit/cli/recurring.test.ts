import assert from 'node:assert/strict';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const clock = { today: () => date('2026-03-02'), now: () => 0 };

interface Listed {
  readonly title: string;
  readonly value: unknown;
  readonly contractValue: unknown;
  readonly valuePeriod: unknown;
  readonly term: unknown;
}

describe('a deal that is paid by the month', () => {
  const folder = temporaryFolder();
  const run = (...args: string[]) => runIn(folder.root, args, { clock });
  const lines = () => /^---\n(.*?)\n---\n/s.exec(folder.read('monthly.md'))![1]!.split('\n');
  beforeEach(() => {
    folder.write(
      'monthly.md',
      deal(
        ...['title: Monthly', 'stage: proposal', 'value: 500', 'currency: EUR'],
        ...['value_period: month', 'term: 24', 'created: 2026-01-05'],
      ),
    );
    folder.write('once.md', deal('title: Once', 'stage: proposal', 'value: 10000', 'currency: EUR'));
  });

  it('is listed as its file says it, and counted with its contract', async () => {
    const { out } = await run('list', '.');
    assert.match(out, /Proposal · 2 · €22,000/);
    assert.match(out, /Monthly +€500\/month/);
    assert.ok(out.indexOf('Monthly') < out.indexOf('Once'), 'the larger contract comes first');
  });

  it('has both in JSON and in CSV', async () => {
    const { deals } = JSON.parse((await run('list', '.', '--json')).out) as { deals: Listed[] };
    assert.deepEqual(
      deals.map(({ title, value, contractValue, valuePeriod, term }) => [
        ...[title, value, contractValue],
        ...[valuePeriod, term],
      ]),
      [
        ['Monthly', { amount: 500, currency: 'EUR' }, { amount: 12_000, currency: 'EUR' }, 'month', 24],
        ['Once', ...Array<unknown>(2).fill({ amount: 10_000, currency: 'EUR' }), null, null],
      ],
    );
    const [heading, first] = (await run('list', '.', '--csv')).out.split(/\r?\n/);
    const cells = new Map(heading!.split(',').map((key, at) => [key, first!.split(',')[at]]));
    assert.deepEqual(
      ['amount', 'value_period', 'term', 'contract_value'].map(key => cells.get(key)),
      ['500', 'month', '24', '12000'],
    );
  });

  it('is found by the worth of its contract', async () => {
    const { out } = await run('list', '.', '--min-value', '11k');
    assert.match(out, /Monthly/);
    assert.doesNotMatch(out, /Once/);
    assert.match(
      (await run('list', '.', '--min-value', '1k/month')).err,
      /Write an amount such as 5000 or 5k/,
    );
  });

  it('is weighted and forecast with its contract', async () => {
    const { open } = JSON.parse((await run('funnel', '.', '--json')).out) as {
      open: { value: unknown; weighted: unknown };
    };
    assert.deepEqual([open.value, open.weighted], [{ EUR: 22_000 }, { EUR: 11_000 }]);
  });

  for (const { typed, changed, says } of [
    { typed: '600', changed: ['value: 600'], says: 'value is now 600' },
    { typed: '600 per month', changed: ['value: 600'], says: 'value is now 600' },
    {
      typed: '6k/yr',
      changed: ['value: 6000', 'value_period: year', 'term: 2'],
      says: 'value is now 6000, value_period is now year, term is now 2',
    },
  ]) {
    it(`set value ${typed}`, async () => {
      const before = lines();
      const { out } = await run('set', 'monthly.md', 'value', typed);
      assert.equal(out, `Monthly: ${says}\n`);
      assert.deepEqual(
        lines().filter((line, at) => line !== before[at]),
        changed,
      );
    });
  }

  it('set value_period and term', async () => {
    await run('set', 'monthly.md', 'term', '36');
    await run('set', 'monthly.md', 'value_period', 'quarterly');
    assert.deepEqual(lines().slice(4, 6), ['value_period: quarter', 'term: 12']);
  });

  it('is made with --value 500/month', async () => {
    const { code } = await run('new', 'Next', '.', '--value', '500/month');
    assert.equal(code, 0);
    assert.match(folder.read('next.md'), /^value: 500\nvalue_period: month$/m);
  });
});
