import assert from 'node:assert/strict';
import type { Deal } from '../../../src/core/deal/deal';
import { moneyIn } from '../../../src/core/moneyFormat';
import { sideBySide } from '../../../src/core/sideBySide';
import {
  agendaLabel,
  agendaRow,
  closedRow,
  openRow,
  ROW_PARTS,
  todoLabel,
  todoRow,
  type RowPart,
} from '../../../src/words/row';
import { date, events, makeDeal } from '../support/deals';

const TODAY = date('2026-11-24');
const FACTS = {
  today: TODAY,
  money: moneyIn({ own: 'EUR', rates: {}, used: ['EUR'] }, 'en-US'),
  language: 'en',
};
const value = { amount: 86_000, currency: 'EUR' };
const DEFAULT: readonly RowPart[] = ['days', 'value', 'late', 'step'];

const turnica = makeDeal({
  title: 'Mleczarnia Turnica, batch tracing',
  account: 'Mleczarnia Turnica',
  owner: 'marek',
  value,
  history: [{ on: date('2026-09-18'), stage: 'lead-generation', status: undefined }],
  closeDate: date('2027-01-29'),
  nextStep: 'get a yes or no',
  nextStepOn: date('2026-11-01'),
});

describe('the row of a deal', () => {
  it('has what decides before what can be cut off', () =>
    assert.equal(
      openRow(turnica, 'Mleczarnia Turnica', DEFAULT, FACTS),
      '67d · €86K · 23d late · get a yes or no',
    ));

  it('has what a person wants, in that order, and nothing that the name says already', () => {
    assert.equal(
      openRow(turnica, 'Mleczarnia Turnica', ['owner', 'closes', 'account', 'value'], FACTS),
      'marek · closes 29 Jan 2027 · €86K',
    );
    assert.equal(openRow(turnica, turnica.title, ['title', 'account'], FACTS), 'Mleczarnia Turnica');
    assert.equal(openRow(turnica, 'Mleczarnia Turnica', [], FACTS), '');
  });

  it('is empty where nothing is known', () =>
    assert.equal(openRow(makeDeal({ history: [] }), 'Acme', ROW_PARTS, FACTS), ''));

  for (const [given, words] of [
    [{ nextStepOn: TODAY }, 'today'],
    [{ nextStepOn: date('2026-12-03') }, '3 Dec'],
    [{ nextStepOn: date('2027-12-03') }, '3 Dec 2027'],
    [{ nextStep: 'Call', nextStepOn: undefined }, ''],
    [{ onHoldUntil: date('2026-12-24') }, 'on hold until 24 Dec'],
    [{ onHoldUntil: TODAY }, '23d late'],
  ] as const) {
    it(`says when the next step is due: ${words || 'never'}`, () =>
      assert.equal(openRow({ ...turnica, ...given }, 'x', ['late'], FACTS), words));
  }

  it('has the price of a period where the value recurs', () =>
    assert.equal(
      openRow(
        { ...turnica, valueEach: { amount: 1500, currency: 'EUR' }, valuePeriod: 'month' },
        'x',
        ['value'],
        FACTS,
      ),
      '€1.5K/month',
    ));

  const closed = (status: Deal['status'], more: Partial<Deal> = {}) =>
    makeDeal({
      ...turnica,
      history: events(`L0 ${status}40`),
      status,
      closedOn: date('2026-02-10'),
      ...more,
    });

  it('says when a deal was won, and why one was lost', () => {
    assert.equal(closedRow(closed('won'), 'Mleczarnia Turnica', FACTS), `10 Feb · €86K · ${turnica.title}`);
    assert.equal(
      closedRow(closed('lost', { lostReason: 'no budget' }), turnica.title, FACTS),
      'no budget · 10 Feb · €86K · Mleczarnia Turnica',
    );
  });
});

describe('a row of the agenda', () => {
  for (const [nextStepOn, label] of [
    ['2026-10-18', '37d Call Rosalind'],
    ['2026-11-23', '1d Call Rosalind'],
    ['2026-11-24', 'Call Rosalind'],
    ['2026-11-25', 'Call Rosalind'],
    ['2026-11-26', 'Thu Call Rosalind'],
    ['2026-12-01', 'Tue Call Rosalind'],
    ['2026-12-02', '2 Dec Call Rosalind'],
    ['2027-01-02', '2 Jan 2027 Call Rosalind'],
    [undefined, 'Call Rosalind'],
  ] as const) {
    it(`begins with what its part does not say: ${label} (${nextStepOn ?? 'no date'})`, () => {
      const deal = { ...turnica, nextStep: 'Call Rosalind', nextStepOn: nextStepOn && date(nextStepOn) };
      assert.equal(agendaLabel(deal, 'Turnica', FACTS), label);
      assert.equal(agendaRow(deal, 'Turnica', 'Proposal', FACTS), 'Turnica · €86K');
    });
  }

  it('cuts a long step behind a word, and says it once: beside it is whose it is', () => {
    const deal = { ...turnica, nextStep: 'get a yes or no on budget from the board' };
    assert.equal(agendaLabel(deal, 'Turnica', FACTS), '23d get a yes or no on…');
    assert.equal(agendaRow(deal, 'Turnica', 'Proposal', FACTS), 'Turnica · €86K');
    const list = {
      ...turnica,
      nextStep: 'video call with tool store, ask for a walk',
      nextStepOn: undefined,
    };
    assert.equal(agendaLabel(list, 'Turnica', FACTS), 'video call with tool…');
    const whole = { ...turnica, nextStep: 'Try Rosalind again about the shops', nextStepOn: undefined };
    assert.equal(agendaLabel(whole, 'Turnica', FACTS), 'Try Rosalind again about…');
    const word = { ...turnica, nextStep: 'x'.repeat(60), nextStepOn: undefined };
    assert.equal(agendaLabel(word, 'Turnica', FACTS), `${'x'.repeat(24)}…`);
  });

  it('is called as the deal where no step is named', () => {
    const deal = { ...turnica, nextStep: undefined };
    assert.equal(agendaLabel(deal, 'Turnica', FACTS), '23d Turnica');
    assert.equal(agendaRow(deal, 'Turnica', 'Proposal', FACTS), '€86K · Proposal');
  });

  it('of a to-do says the same, and who is to do it', () => {
    const todo = (on: string, what: string, who?: string) => ({ on: date(on), what, who, line: 9 });
    const shown = (one: ReturnType<typeof todo>) => [
      todoLabel(one, 'Turnica', FACTS),
      todoRow(one, 'Turnica'),
    ];
    assert.deepEqual(shown(todo('2026-11-22', 'Legal review', 'buyer')), [
      '2d Legal review',
      'Turnica · @buyer',
    ]);
    assert.deepEqual(shown(todo('2026-11-26', 'Call')), ['Thu Call', 'Turnica']);
    assert.deepEqual(shown(todo('2026-11-24', '')), ['Turnica', '']);
    const long = 'get a yes or no on budget from the board';
    assert.deepEqual(shown(todo('2026-11-24', long)), ['get a yes or no on…', 'Turnica']);
  });

  it('shows no sign of a file that could turn or end it', () => {
    const deal = { ...turnica, nextStep: 'Call\u202e\nher\u0007' };
    assert.equal(agendaLabel(deal, 'x', { ...FACTS, today: date('2026-11-01') }), 'Call her');
  });
});

describe('a row with a text that runs from right to left', () => {
  const apart = (text: string) => `\u2068${text}\u2069`;
  const hebrew = makeDeal({
    title: 'חברת בדיקה, סורקים',
    account: 'חברת בדיקה',
    value,
    nextStep: 'להתקשר לדני',
    nextStepOn: date('2026-11-20'),
  });

  it('sets it apart, so that the sums and days beside it stay where they are', () => {
    assert.equal(agendaLabel(hebrew, 'חברת בדיקה', FACTS), `4d ${apart('להתקשר לדני')}`);
    assert.equal(agendaRow(hebrew, 'חברת בדיקה', 'Proposal', FACTS), `${apart('חברת בדיקה')} · €86K`);
    assert.equal(openRow(hebrew, 'חברת בדיקה', DEFAULT, FACTS), `€86K · 4d late · ${apart('להתקשר לדני')}`);
    assert.equal(
      todoLabel({ on: date('2026-11-20'), what: 'בדיקה', who: undefined, line: 9 }, 'x', FACTS),
      `4d ${apart('בדיקה')}`,
    );
  });

  it('leaves all others as they are, and ends what it begins', () => {
    assert.equal(sideBySide(['Zoë 🎉', '', undefined, '株式会社', '€48K']), 'Zoë 🎉 · 株式会社 · €48K');
    assert.equal(sideBySide(['شركة', '12', 'نص']), `${apart('شركة')} · 12 · ${apart('نص')}`);
  });
});

it('a step is never cut through a sign that takes two units', () => {
  const emoji = makeDeal({ nextStep: 'Congratulations-2027-yes🎉🎉🎉 to all of them' });
  assert.equal(agendaLabel(emoji, 'Acme', FACTS), 'Congratulations-2027-yes…');
  const within = makeDeal({ nextStep: 'Congratulations-2027-ye🎉🎉🎉 to all of them' });
  assert.equal(agendaLabel(within, 'Acme', FACTS), 'Congratulations-2027-ye…');
});
