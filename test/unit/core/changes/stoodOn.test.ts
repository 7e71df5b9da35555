import assert from 'node:assert/strict';
import { stoodOn } from '../../../../src/core/changes/stoodOn';
import { date, makeDeal } from '../../support/deals';

type Lines = Parameters<typeof makeDeal>[0];

describe('a deal as it stood on a day, by its own lines', () => {
  const line = { stage: 'proposal', status: undefined } as const;
  const moved = { ...line, on: date('2026-11-20'), from: 'qualification' } as const;
  const first = { ...line, on: date('2026-11-10'), stage: 'qualification', from: 'prospecting' } as const;
  const stage = (deal: Lines, day: string) => {
    const then = stoodOn(makeDeal({ stage: 'proposal', ...deal }), date(day));
    return then && (then.stageNotKnown ? 'not known' : then.stage);
  };

  it('is in the stage that its next line leaves, also where it says when it was created', () => {
    assert.equal(stage({ history: [moved] }, '2026-11-15'), 'qualification');
    assert.equal(stage({ history: [moved], created: date('2026-01-05') }, '2026-11-15'), 'qualification');
    assert.equal(
      stage({ history: [first, moved], created: date('2026-01-05') }, '2026-11-05'),
      'prospecting',
    );
    assert.equal(
      stage({ history: [first, moved], created: date('2026-01-05') }, '2026-11-15'),
      'qualification',
    );
    assert.equal(stage({ history: [moved], created: date('2026-01-05') }, '2026-11-20'), 'proposal');
  });

  it('stays in a stage that is not known where no later line tells it', () => {
    const deal = { stageNotKnown: true, history: [], created: date('2026-01-05') } as const;
    assert.equal(stage(deal, '2026-11-25'), 'not known');
  });

  it('was open before its first line, however it ended', () => {
    const ended = { on: date('2026-11-25'), stage: undefined, status: 'lost' } as const;
    const deal = makeDeal({
      ...{ title: 'Acme', stage: 'proposal', status: 'lost', closedOn: ended.on, lostReason: 'price' },
      history: [moved, ended],
    });
    const { title, status, closedOn, lostReason, history } = stoodOn(deal, date('2026-11-15'))!;
    assert.deepEqual(
      { title, status, closedOn, lostReason, history },
      { title: 'Acme', status: 'open', closedOn: undefined, lostReason: undefined, history: [] },
    );
  });

  it('is nowhere before it was created, and in no stage that nothing tells', () => {
    assert.equal(stage({ history: [moved], created: date('2026-11-18') }, '2026-11-15'), undefined);
    const silent = { ...line, on: date('2026-11-20') };
    assert.equal(stage({ history: [silent] }, '2026-11-15'), undefined);
    assert.equal(stage({ history: [silent], created: date('2026-01-05') }, '2026-11-15'), 'not known');
  });
});
