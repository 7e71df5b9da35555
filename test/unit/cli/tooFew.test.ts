import assert from 'node:assert/strict';
import type { FunnelJson } from '../../../src/core/exchange/json/schema/funnel';
import { date } from '../support/deals';
import { deal, temporaryFolder } from './support/folder';
import { runIn } from './support/terminal';

const clock = { today: () => date('2026-05-15'), now: () => 0 };

describe('figures that rest on few deals, or leave some out', () => {
  const folder = temporaryFolder();
  const text = async (...args: string[]) =>
    (await runIn(folder.root, ['funnel', '.', ...args], { clock })).out;
  const json = async () =>
    JSON.parse(await text('--json')) as {
      readonly winRate: { readonly value: unknown };
      readonly valued: unknown;
      readonly velocity: unknown;
    };
  const closed = (name: string, status: 'won' | 'lost', ...lines: string[]) =>
    closedIn('EUR', name, status, ...lines);
  const closedIn = (currency: string, name: string, status: 'won' | 'lost', ...lines: string[]) =>
    folder.write(
      `${name}.md`,
      deal(
        ...[`title: ${name}`, 'stage: closing', `status: ${status}`, `currency: ${currency}`, ...lines],
        ...['created: 2026-01-05', 'history:'],
        ...['  - {on: 2026-01-05, stage: lead-generation}', '  - {on: 2026-02-05, stage: closing}'],
        ...[`  - {on: 2026-03-05, status: ${status}}`],
      ),
    );
  const open = (name: string, ...lines: string[]) =>
    folder.write(`${name}.md`, deal(`title: ${name}`, 'stage: closing', 'created: 2026-01-05', ...lines));

  it('by value say how many were won and lost, and how many have no value', async () => {
    for (const at of [1, 2, 3]) closed(`won${at}`, 'won', 'value: 300');
    for (const at of [1, 2]) closed(`lost${at}`, 'lost', 'value: 50');
    closed('free', 'won', 'value: 0');
    closed('blank', 'lost');
    const { winRate, valued } = await json();
    assert.deepEqual([winRate.value, valued], [{ EUR: 0.9 }, { EUR: { won: 3, lost: 2 } }]);
    const out = await text();
    assert.match(out, /^ +90% of the closed value in EUR \(3 won, 2 lost\)$/m);
    assert.match(out, /^ +2 closed deals without a value left out$/m);
  });

  it('by value are nothing where one side has none', async () => {
    for (const at of [1, 2, 3, 4, 5]) closed(`won${at}`, 'won', 'value: 300');
    closed('blank', 'lost');
    assert.deepEqual((await json()).winRate.value, { EUR: null });
    assert.match(await text(), /^ +by value in EUR n\/a \(5 won, 0 lost\)$/m);
  });

  it('of velocity are nothing where no open deal has a value', async () => {
    for (const at of [1, 2, 3, 4, 5]) closed(`won${at}`, 'won', 'value: 300');
    open('blank');
    assert.deepEqual((await json()).velocity, { EUR: null });
    assert.match(await text(), /^Velocity +n\/a$/m);
    open('known', 'value: 100', 'currency: EUR');
    assert.match(await text(), /^Velocity +€5 per day$/m);
  });

  it('of a stage that few deals were ever seen in are too few, and no 100 %', async () => {
    for (const at of [1, 2, 3, 4, 5]) closed(`won${at}`, 'won', 'value: 300');
    const out = await text();
    assert.match(out, /^Lead generation +5 +100% of 5/m);
    assert.match(out, /^Proposal +5 +too few \(0\)/m);
    assert.match(out, /\(95% interval 56% to 100%\)/);
  });

  it('of time stand beside what the open stays make of them', async () => {
    for (const at of [1, 2, 3, 4, 5]) closed(`won${at}`, 'won', 'value: 300');
    for (const at of [1, 2, 3, 4, 5, 6])
      open(`open${at}`, 'history:', '  - {on: 2026-01-05, stage: closing}');
    assert.match(await text(), /^Closing .* 28 days, longer with open stays$/m);
    assert.match(await text('--markdown'), /^\| Closing .* 28 days, longer with open stays \|$/m);
  });

  it('of a stage that few deals were ever seen in are no advice', async () => {
    for (const at of [1, 2, 3, 4, 5]) closed(`won${at}`, 'won', 'value: 300');
    folder.write(
      'lost.md',
      deal(
        ...['title: Lost', 'stage: proposal', 'status: lost', 'created: 2026-01-05', 'history:'],
        ...['  - {on: 2026-01-05, stage: lead-generation}', '  - {on: 2026-02-05, stage: proposal}'],
        '  - {on: 2026-03-05, status: lost}',
      ),
    );
    const report = await text('--markdown');
    assert.match(report, /^\| Proposal .*too few \(1\)/m);
    assert.match(report, /^- Most time: Lead generation\./m);
    assert.doesNotMatch(report, /Most wins to gain|Best single step/);
  });

  it('of time say in the advice, too, what the open stays make of them', async () => {
    folder.write('sales-process.yaml', 'stages: {closing: {stalled_after: 1}}\n');
    for (const at of [1, 2, 3, 4, 5]) closed(`won${at}`, 'won', 'value: 300');
    for (const at of [1, 2, 3, 4, 5, 6])
      open(`open${at}`, 'history:', '  - {on: 2026-01-05, stage: closing}');
    assert.match(
      await text('--markdown'),
      /Slowest for its limit: Closing\. Half of its deals stay 28 days or longer \(longer with open stays\);/,
    );
  });

  it('tell what closes in the quarter apart from what is overdue from before', async () => {
    open('in', 'value: 100', 'currency: EUR', 'close_date: 2026-04-02');
    open('before', 'value: 30', 'currency: EUR', 'close_date: 2026-03-31');
    open('later', 'value: 7', 'currency: EUR', 'close_date: 2026-07-01');
    const report = await text('--markdown');
    assert.match(report, /^\| Closing this quarter \| 1 deal, €100 \|/m);
    assert.match(report, /^\| Overdue from before \| 1 deal, €30 \|/m);
    const { headline } = JSON.parse(await text('--json')) as FunnelJson;
    assert.deepEqual(headline.now.due, {
      ...{ quarter: '2026-Q2', count: 2, value: { EUR: 130 } },
      inQuarter: { count: 1, value: { EUR: 100 } },
      overdue: { count: 1, value: { EUR: 30 } },
    });
  });

  it('in several currencies are one sum at the team’s rates, with what it is made of', async () => {
    const rates = 'rates: {GBP: 1.5}\n';
    for (const rated of ['', rates]) {
      folder.write('sales-process.yaml', `currency: EUR\nquota: {2026-Q1: 1000, 2026-Q2: 1000}\n${rated}`);
      open('a', 'value: 100', 'currency: EUR', 'close_date: 2026-06-02');
      open('b', 'value: 200', 'currency: GBP', 'close_date: 2026-06-02');
      open('c', 'value: 7', 'currency: SEK', 'close_date: 2026-06-02');
      closedIn('GBP', 'won', 'won', 'value: 100');
      const [out, report] = [await text(), await text('--markdown')];
      const sums = '€100 \\+ £200 \\+ kr\\s7';
      const all = rated ? `≈ €400 without SEK: no rate \\(${sums}\\)` : sums;
      assert.match(out, new RegExp(`^Open +3 deals, ${all}$`, 'm'));
      assert.match(report, new RegExp(`^\\| Open \\| 3 deals, ${all} \\|`, 'm'));
      assert.match(report, new RegExp(`^\\| 2026-Q2 \\|  \\| ${all} \\|`, 'm'));
      assert.match(report, rated ? /€1,000, missed by €850 \|/ : /missed by €1,000; without GBP: no rate \|/);
      assert.match(
        report,
        rated ? /0\.4 × covered; without SEK: no rate/ : /0\.1 × covered; without GBP, SEK: no rate/,
      );
    }
  });

  it('by value are in the order of the currencies, and not of the rates', async () => {
    folder.write('sales-process.yaml', 'currency: EUR\nrates: {GBP: 1.2, CHF: 1.05}\n');
    for (const [currency, won, lost] of [
      ['CHF', 10, 90],
      ['GBP', 99, 1],
      ['EUR', 50, 50],
      ['BRL', 90, 10],
    ] as const) {
      closedIn(currency, `${currency}won`, 'won', `value: ${won}`);
      closedIn(currency, `${currency}lost`, 'lost', `value: ${lost}`);
    }
    const lines = (await text()).match(/by value in (\w+)/g);
    assert.deepEqual(
      lines,
      ['EUR', 'CHF', 'GBP', 'BRL'].map(code => `by value in ${code}`),
    );
  });

  it('are held against the quota of the one owner that is chosen, of several against none', async () => {
    folder.write('sales-process.yaml', 'currency: EUR\nquota:\n  2026-Q1: {team: 1000, Dana: 700}\n');
    for (const at of [1, 2]) closed(`won${at}`, 'won', 'value: 300', 'owner: dana');
    closed('other', 'won', 'value: 300', 'owner: tom');
    assert.match(await text('--markdown'), /^\| 2026-Q1 .*€1,000, missed by €100/m);
    assert.match(await text('--markdown', '--owner', 'DANA'), /^\| 2026-Q1 .*€700, missed by €100/m);
    for (const others of [
      ['--owner', 'tom'],
      ['--owner', 'dana', '--owner', 'tom'],
      ['--owner', 'dana', '--stage', 'lead'],
      ['--stage', 'lead'],
    ])
      assert.doesNotMatch(await text('--markdown', ...others), /missed|Quota/, others.join(' '));
  });

  it('are not held against a quota that is the whole team’s, nor said to cover what is over', async () => {
    folder.write(
      'sales-process.yaml',
      'currency: EUR\nquota:\n  2026-Q1: 1000\n  2026-Q2: 2000\n  2026-Q3: 10\n',
    );
    for (const at of [1, 2]) closed(`won${at}`, 'won', 'value: 300', 'owner: dana');
    open('toms', 'owner: tom');
    const whole = await text('--markdown');
    assert.match(whole, /^\| 2026-Q1 .*€1,000, missed by €400/m);
    assert.match(whole, /^\| 2026-Q2 .*€2,000, €2,000 to go, 0\.0 × covered/m);
    const hers = await text('--markdown', '--owner', 'dana');
    assert.doesNotMatch(hers, /Quota|€2,000|to go|missed|covered/);
  });
});
