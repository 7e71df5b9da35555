import assert from 'node:assert/strict';
import type { Deal, HistoryEvent } from '../../../../src/core/deal/deal';
import { rewindDeal, statusOn } from '../../../../src/core/deal/rewind';
import { day, dealWith, makeDeal, stageAt } from '../../support/deals';

const standing = (deal: Deal, on: number) => {
  const then = rewindDeal(deal, day(on));
  return then && `${then.status} in ${then.stageNotKnown ? 'no known stage' : then.stage}`;
};
const line = (on: number, given: Partial<HistoryEvent> = {}): HistoryEvent => ({
  on: day(on),
  stage: undefined,
  status: undefined,
  ...given,
});

describe('a deal that was lost and opened again', () => {
  const deal = dealWith('P5 lost20 open30', { closedOn: undefined });

  it('was lost between the two, and is open from the day on', () => {
    assert.deepEqual(
      [19, 20, 29, 30, 31].map(on => statusOn(deal, day(on))),
      ['open', 'lost', 'lost', 'open', 'open'],
    );
    assert.equal(standing(deal, 25), 'lost in prospecting');
  });

  it('was lost in the stage that it left then, whatever it was moved to by hand since', () => {
    const history = [...deal.history.slice(0, 2), line(30, { status: 'open', from: stageAt('R') })];
    assert.equal(standing({ ...deal, history, stage: 'proposal' }, 25), 'lost in prospecting');
  });

  it('was lost in the stage that the line of the loss names', () => {
    const history = [line(20, { status: 'lost', from: stageAt('Q') }), line(30, { status: 'open' })];
    const named = makeDeal({ history, stage: 'qualification', created: day(0) });
    assert.deepEqual(
      [19, 20, 29, 30].map(on => standing(named, on)),
      [
        'open in no known stage',
        ...['lost in qualification', 'lost in qualification', 'open in qualification'],
      ],
    );
  });

  it('was in no known stage then, where no line names one', () => {
    assert.equal(
      standing(dealWith('lost20 open30', { stage: 'proposal', created: day(0) }), 25),
      'lost in no known stage',
    );
  });
});

describe('a deal that was moved by hand', () => {
  it('is in no known stage from its last entry on: that was before the day, or after it', () => {
    const deal = dealWith('L5', { stage: 'proposal' });
    assert.deepEqual(
      [4, 5, 9].map(on => standing(deal, on)),
      [undefined, ...Array<string>(2).fill('open in no known stage')],
    );
  });

  it('and which a later line says it left, is in the stage that it is moved to from that day on', () => {
    const deal = dealWith('L5', { stage: 'closing' });
    const history = [...deal.history, line(20, { stage: stageAt('C'), from: stageAt('R') })];
    assert.deepEqual(
      [19, 20].map(on => standing({ ...deal, history }, on)),
      ['open in no known stage', 'open in closing'],
    );
  });
});

describe('a deal before its first entry', () => {
  it('is in no known stage, also where that is into the first one', () => {
    assert.equal(standing(dealWith('L10', { created: day(5) }), 7), 'open in no known stage');
  });

  it('is in the first stage where the line says that it left that', () => {
    const left = (from: string) => ({
      ...dealWith('P10'),
      history: [line(1, { closeDate: day(90) }), line(10, { stage: stageAt('P'), from: stageAt(from) })],
    });
    assert.deepEqual(
      [5, 9, 10].map(on => standing(left('L'), on)),
      ['open in lead-generation', 'open in lead-generation', 'open in prospecting'],
    );
    assert.equal(standing(left('Q'), 5), 'open in no known stage');
  });

  it('is in no known stage where it was only called open', () => {
    assert.equal(standing(dealWith('open3 P10'), 5), 'open in no known stage');
  });
});

describe('a deal as it stood once is rewound again', () => {
  it('and is in no known stage, where it was in none', () => {
    const then = rewindDeal(makeDeal({ created: day(7), stage: 'proposal' }), day(20))!;
    assert.equal(standing(then, 10), 'open in no known stage');
    assert.equal(standing(then, 6), undefined);
  });
});

describe('the close date of a deal as it stood', () => {
  it('is that of its file where no later line has another, whatever the lines before say', () => {
    const deal = dealWith('L0 P10', { closeDate: day(95) });
    const history = deal.history.map((event, at) => ({ ...event, closeDate: day(at ? 90 : 60) }));
    assert.deepEqual(
      [9, 10, 11].map(on => rewindDeal({ ...deal, history }, day(on))!.closeDate),
      [day(60), day(95), day(95)],
    );
  });
});
