import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Deal } from '../../../../src/core/deal/deal';
import { warningsOf, type Warned } from '../../../../src/core/deal/warnings';
import { makeProcess } from '../../../../src/core/process/process';
import type { WarningsOfAll } from '../../../../src/core/process/warnings';
import { closingInGit, day, dealWith } from '../../support/deals';
import { forAll } from '../../support/property';

const TODAY = day(59);

const warned = (warn: WarningsOfAll, given: Partial<Deal> = {}): Warned[] =>
  warningsOf(dealWith('L0', given), makeProcess({ warn }), TODAY);
const kinds = (...args: Parameters<typeof warned>) => warned(...args).map(({ kind }) => kind);
const contact = (role?: string) => ({ name: 'R. Lee', role, email: undefined });
const logged = (...lines: string[]): Partial<Deal> => ({
  lastActivity: { on: day(50), what: lines[0]! },
  activeBefore: lines.slice(1).map((_, at) => day(49 - at)),
  saidBefore: lines.slice(1),
});

const ALL: WarningsOfAll = {
  contacts: 2,
  decisionMaker: true,
  value: true,
  unanswered: 2,
  nextStep: true,
  pushed: 2,
};

describe('what a team wants to be warned of', () => {
  it('is nothing by default, and nothing that is off', () => {
    assert.deepEqual(warned({}), []);
    assert.deepEqual(
      warned({ contacts: false, decisionMaker: false, value: false, nextStep: false, pushed: false }),
      [],
    );
  });

  it('is told of open deals alone, and not of those on hold', () => {
    assert.deepEqual(kinds(ALL), ['fewContacts', 'noDecisionMaker', 'noValue', 'noNextStep']);
    assert.deepEqual(kinds(ALL, { status: 'won' }), []);
    assert.deepEqual(kinds(ALL, { onHoldUntil: day(60) }), []);
    assert.notDeepEqual(kinds(ALL, { onHoldUntil: TODAY }), []);
  });

  it('are too few contacts', () => {
    assert.deepEqual(warned({ contacts: 2 }, { contacts: [contact()] }), [
      { kind: 'fewContacts', n: 1, least: 2 },
    ]);
    assert.deepEqual(warned({ contacts: 2 }, { contacts: [contact(), contact()] }), []);
  });

  for (const [role, decides] of [
    ['decision maker', true],
    ['Decision-Maker, IT', true],
    ['CFO, signs', true],
    ['Managing Director', true],
    ['designs the yard', false],
    ['purchasing', false],
    ['managing director (left)', false],
    [undefined, false],
  ] as const) {
    it(`is nobody who decides: ${role} ${decides ? 'does' : 'does not'}`, () =>
      assert.deepEqual(
        kinds({ decisionMaker: true }, { contacts: [contact(role)] }),
        decides ? [] : ['noDecisionMaker'],
      ));
  }

  it('knows the roles that the team names, and only those', () => {
    const decisionMaker = ['Plant manager'];
    assert.deepEqual(kinds({ decisionMaker }, { contacts: [contact('deputy plant-manager')] }), []);
    assert.deepEqual(kinds({ decisionMaker }, { contacts: [contact('CEO')] }), ['noDecisionMaker']);
  });

  it('is no value, from a stage on', () => {
    const late: WarningsOfAll = { value: 'proposal' };
    assert.deepEqual(kinds(late, { stage: 'needs-analysis' }), []);
    assert.deepEqual(kinds(late, { stage: 'proposal' }), ['noValue']);
    assert.deepEqual(kinds(late, { stage: 'closing' }), ['noValue']);
    const value = { amount: 0, currency: 'EUR' };
    assert.deepEqual(kinds(late, { stage: 'closing', value }), []);
  });

  it('is nothing planned: a to-do with a day is a plan', () => {
    assert.deepEqual(kinds({ nextStep: true }), ['noNextStep']);
    assert.deepEqual(kinds({ nextStep: true }, { nextStep: 'Call' }), []);
    const todos = [{ on: day(70), what: 'Legal review', who: undefined, line: 9 }];
    assert.deepEqual(kinds({ nextStep: true }, { todos }), []);
  });

  it('is a close date that was pushed more often than the team has set', () => {
    const pushed = (times: number): Partial<Deal> => ({
      inGit: closingInGit(Array.from({ length: times }, (_, k) => ({ on: day(k), closeDate: day(61 + k) }))),
      closeDate: day(80),
    });
    assert.deepEqual(warned({ pushed: 2 }, pushed(2)), []);
    assert.deepEqual(warned({ pushed: 2 }, pushed(3)), [{ kind: 'pushed', times: 3 }]);
    assert.deepEqual(warned({ pushed: 0 }, pushed(1)), [{ kind: 'pushed', times: 1 }]);
  });

  it('of a stage goes before what it is of all', () => {
    const process = makeProcess({
      warn: { contacts: 3, value: 'prospecting' },
      stages: { prospecting: { warn: { contacts: 1 } }, proposal: { warn: { value: false } } },
    });
    const inStage = (given: Partial<Deal>) =>
      warningsOf(dealWith('L0', { contacts: [contact()], ...given }), process, TODAY).map(({ kind }) => kind);
    assert.deepEqual(inStage({}), ['fewContacts']);
    assert.deepEqual(inStage({ stage: 'prospecting' }), ['noValue']);
    assert.deepEqual(inStage({ stage: 'proposal' }), ['fewContacts']);
  });
});

describe('no answer to the last two', () => {
  const unanswered = (...lines: string[]) => kinds({ unanswered: 2 }, logged(...lines)).length > 0;

  for (const lines of [
    ['mail to Haas', 'sent the quote'],
    ['Email to Haas: reminder', 'left a message'],
    ['call: no answer', 'mail to Haas'],
    ['mail to Haas, no reply so far', 'wrote to Haas', 'call: agreed on the scope'],
  ])
    it(`is told of “${lines.join('”, “')}”`, () => assert.equal(unanswered(...lines), true));

  for (const lines of [
    ['mail to Haas'],
    ['mail to Haas', 'call: talked about the scope'],
    ['mail from Haas', 'mail to Haas', 'mail to Haas'],
    ['mail to Haas, she replied at once', 'mail to Haas'],
    ['sent the quote, he wants two changes', 'sent the deck'],
    ['sentiment check with the shift leads', 'mail to Haas'],
    ['', ''],
  ])
    it(`is not of “${lines.join('”, “')}”`, () => assert.equal(unanswered(...lines), false));

  it('leaves out lines that are only planned', () => {
    const planned = { ...logged('mail to Haas', 'call: talked'), activeBefore: [day(49)] };
    const ahead = { ...planned, lastActivity: { on: day(90), what: 'mail to Haas' } };
    assert.deepEqual(kinds({ unanswered: 2 }, ahead), []);
  });

  it('is never told where a line in between is of another kind', () => {
    const sent = fc.constantFrom('mail to Haas', 'sent the quote', 'left a message', 'call: no answer');
    forAll(fc.tuple(fc.array(sent, { maxLength: 4 }), fc.integer({ min: 2, max: 5 })), ([lines, limit]) => {
      const all = [...lines, 'meeting: walked the site'];
      const found = kinds({ unanswered: limit }, logged(...all)).length > 0;
      assert.equal(found, lines.length >= limit);
    });
  });
});
