import assert from 'node:assert/strict';
import type { Contact } from '../../../../src/core/deal/deal';
import { dealRows, dealsAsMarkdown, isDayColumn } from '../../../../src/core/text/dealTable';
import { date, day, dealWith, makeDeal } from '../../support/deals';

const TODAY = date('2026-01-31');

/** The cells of one deal by their headings, those that have something. */
function cellsOf(deal: Parameters<typeof dealRows>[0][number]) {
  const [headings, row] = dealRows([deal], TODAY);
  const cells = headings!.map((heading, at) => [heading, row![at]] as const);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== undefined && cell !== ''));
}

describe('a table of deals', () => {
  it('has where scripts count them the columns that it always had, and behind them the others', () => {
    const [headings] = dealRows([], TODAY);
    assert.deepEqual(headings!.slice(0, 16), [
      ...['path', 'title', 'account', 'owner', 'stage', 'status', 'amount', 'currency', 'probability'],
      ...['created', 'close_date', 'closed_on', 'next_step', 'next_step_on', 'lost_reason', 'days_in_stage'],
    ]);
    assert.equal(headings!.at(-1), 'contract_value');
    assert.equal(new Set(headings).size, headings!.length);
  });

  it('has what a deal says, and its days in the stage', () => {
    const deal = dealWith('L0 P10', {
      ...{ title: 'Scanners', account: 'Acme', owner: 'dana', created: day(0), closeDate: day(90) },
      ...{ nextStep: 'Call', nextStepOn: day(40) },
      value: { amount: 40, currency: 'EUR' },
    });
    assert.deepEqual(cellsOf(deal), {
      ...{ path: 'acme.md', title: 'Scanners', account: 'Acme', owner: 'dana', stage: 'prospecting' },
      ...{ status: 'open', amount: 40, currency: 'EUR', created: '2026-01-01', close_date: '2026-04-01' },
      ...{ next_step: 'Call', next_step_on: '2026-02-10', days_in_stage: 20 },
      contract_value: 40,
    });
  });

  it('has a column of people only where some can stand in one', () => {
    const headings = (contact: Partial<Contact>) =>
      dealRows(
        [makeDeal({ contacts: [{ name: undefined, role: undefined, email: undefined, ...contact }] })],
        TODAY,
      )[0]!;
    assert.deepEqual(
      [{ role: 'CFO' }, { name: 'R. Lee' }, { email: 'lee@acme.example' }].map(contact =>
        headings(contact).includes('contacts'),
      ),
      [false, true, true],
    );
  });

  it('has no currency where a deal has none, nor where it has no value', () => {
    assert.equal(cellsOf(makeDeal({ value: { amount: 4, currency: 'XXX' } }))['currency'], undefined);
    const bare = cellsOf(makeDeal());
    assert.deepEqual(
      [bare['currency'], bare['amount'], bare['contract_value']],
      [undefined, undefined, undefined],
    );
  });

  it('has the value of a period as its amount, and that of the contract beside it', () => {
    const money = (amount: number) => ({ amount, currency: 'EUR' });
    const cells = cellsOf(makeDeal({ value: money(1200), valueEach: money(100) }));
    assert.deepEqual([cells['amount'], cells['contract_value']], [100, 1200]);
  });

  it('says of a stage that nobody knows that it is unknown', () => {
    assert.equal(cellsOf(makeDeal({ stage: 'proposal', stageNotKnown: true }))['stage'], 'unknown');
  });

  it('is for people as wide as a page, with numbers at the right and what files say as text', () => {
    const deal = makeDeal({
      title: '*Acme*',
      value: { amount: 40, currency: 'EUR' },
      nextStep: 'Call',
      nextStepOn: day(40),
    });
    const [headings, line, row] = dealsAsMarkdown([deal], TODAY);
    const cells = (text: string | undefined) =>
      text!
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim());
    assert.deepEqual(cells(headings), [
      ...['title', 'account', 'owner', 'stage', 'status', 'amount', 'currency', 'close_date'],
      ...['next_step', 'next_step_on'],
    ]);
    assert.deepEqual(
      cells(line).map(one => one.endsWith(':')),
      cells(headings).map(name => name === 'amount'),
    );
    assert.deepEqual(cells(row), [
      ...['\\*Acme\\*', '', '', 'lead-generation', 'open', '40', 'EUR', '', 'Call', '2026-02-10'],
    ]);
  });

  it('has days in these columns alone', () => {
    const [headings] = dealRows([], TODAY);
    assert.deepEqual(headings!.filter(name => isDayColumn(String(name))).toSorted(), [
      'close_date',
      'closed_on',
      'created',
      'next_step_on',
    ]);
  });
});
