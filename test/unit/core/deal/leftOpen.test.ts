import assert from 'node:assert/strict';
import { courseOf } from '../../../../src/core/deal/course';
import { lineThatLeft, leftOpen, obstaclesTo, openBefore } from '../../../../src/core/deal/gate';
import { makeProcess } from '../../../../src/core/process/process';
import { file, readGood, makeDeal } from '../../support/deals';

const process = makeProcess({
  skip: 'warn',
  back: 'block',
  winEarly: 'warn',
  stages: {
    'lead-generation': { required: ['owner'], exitCriteria: [{ id: 'named', text: 'We know a name' }] },
    prospecting: { exitCriteria: [{ id: 'met', text: 'We met them' }] },
    closing: { required: ['po_number'], exitCriteria: [{ id: 'signed', text: 'It is signed' }] },
  },
});

const deal = (head: string, ...history: readonly string[]) =>
  readGood(file(`${head}\nhistory:\n${history.map(line => `  - {${line}}\n`).join('')}`), process).deal;
const [LEAD, MOVED, WON] = [
  'on: 2026-01-05, stage: lead-generation',
  'on: 2026-02-05, stage: prospecting',
  'on: 2026-03-05, status: won',
];
const ids = (...given: Parameters<typeof deal>) =>
  leftOpen(deal(...given), process).map(
    ({ kind, id, isOnRecord, line }) =>
      `${kind} ${id}${isOnRecord ? ' on record' : ''} ${line?.on ?? 'by hand'}`,
  );

describe('what a deal has left open', () => {
  it('is what the stages wanted that it left, and what it has is not', () => {
    const head = 'stage: prospecting';
    assert.deepEqual(ids(head, LEAD, MOVED), ['criterion named 2026-02-05', 'field owner 2026-02-05']);
    assert.deepEqual(ids(`${head}\nchecks: [named]`, LEAD, MOVED), ['field owner 2026-02-05']);
    assert.deepEqual(ids(`${head}\nowner: dana`, LEAD, MOVED), ['criterion named 2026-02-05']);
    assert.deepEqual(ids(`${head}\nowner: dana\nchecks: [named]`, LEAD, MOVED), []);
  });

  it('is on record by what the line of the move says', () => {
    assert.deepEqual(ids('stage: prospecting', LEAD, `${MOVED}, skipped: [named]`), [
      'criterion named on record 2026-02-05',
      'field owner 2026-02-05',
    ]);
    assert.deepEqual(ids('stage: prospecting\nchecks: [named]', LEAD, `${MOVED}, override: true`), [
      'field owner on record 2026-02-05',
    ]);
  });

  it('is what a deal was won past, on record by the line of the win', () => {
    const head = 'stage: closing\nstatus: won\nowner: dana';
    assert.deepEqual(ids(head, 'on: 2026-01-05, stage: closing', `${WON}, skipped: [signed]`), [
      'criterion signed on record 2026-03-05',
      'field po_number 2026-03-05',
    ]);
  });

  it('was left by hand where no line says so', () => {
    assert.deepEqual(ids('stage: prospecting\nchecks: [named]', LEAD), ['field owner by hand']);
    const further = 'on: 2026-02-05, stage: qualification, from: prospecting, override: true';
    assert.deepEqual(ids('stage: qualification\nchecks: [named]', LEAD, further), [
      'field owner by hand',
      'criterion met on record 2026-02-05',
    ]);
  });

  it('is nothing of a deal that is lost', () => {
    assert.deepEqual(ids('stage: prospecting\nstatus: lost', LEAD, MOVED), []);
  });
});

describe('the line by which a deal left a stage', () => {
  const way = deal(
    'stage: prospecting\nstatus: lost',
    LEAD,
    'on: 2026-02-05, stage: qualification',
    'on: 2026-03-05, stage: lead-generation',
    'on: 2026-04-05, stage: prospecting',
    'on: 2026-05-05, status: lost',
  );

  it('is the last one that leads past it', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map(stage => lineThatLeft(stage, courseOf(way))?.on),
      ['2026-04-05', '2026-02-05', undefined, undefined],
    );
  });

  it('is one behind a win that was taken back, where the deal went on then', () => {
    const again = deal(
      'stage: prospecting',
      LEAD,
      WON,
      'on: 2026-03-06, status: open',
      'on: 2026-04-05, stage: prospecting',
    );
    assert.deepEqual(
      [0, 1].map(stage => lineThatLeft(stage, courseOf(again))?.on),
      ['2026-04-05', '2026-03-05'],
    );
  });

  it('is the one by which it was won, but not the one by which it was lost', () => {
    const won = deal('stage: prospecting\nstatus: won', LEAD, MOVED, WON);
    assert.deepEqual(
      [0, 1, 6].map(stage => lineThatLeft(stage, courseOf(won))?.on),
      ['2026-02-05', '2026-03-05', '2026-03-05'],
    );
  });
});

describe('what stands in the way', () => {
  const open = makeDeal({ stage: 'lead-generation', absent: ['owner', 'po_number'] });
  const kinds = (to: Parameters<typeof obstaclesTo>[1], from = open) =>
    obstaclesTo(from, to, process).map(one =>
      one.kind === 'criterion' ? one.criterion.id : one.kind === 'field' ? one.field : one.kind,
    );

  it('of a win is all that the stages want from here to the last one, and that it is early', () => {
    assert.deepEqual(kinds({ stage: 'lead-generation', status: 'won' }), [
      'winEarly',
      ...['named', 'met', 'signed', 'owner', 'po_number'],
    ]);
    assert.deepEqual(kinds({ stage: 'closing', status: 'won' }, { ...open, stage: 'closing' }), [
      'signed',
      'po_number',
    ]);
    assert.deepEqual(
      openBefore(open, process, 'won').criteria.map(({ id }) => id),
      ['named', 'met', 'signed'],
    );
  });

  it('of a loss is nothing, and nothing of staying where it is', () => {
    assert.deepEqual(kinds({ stage: 'lead-generation', status: 'lost' }), []);
    assert.deepEqual(kinds({ stage: 'prospecting', status: 'lost' }), []);
    assert.deepEqual(kinds({ stage: 'lead-generation', status: 'open' }), []);
  });

  it('of a move ahead is what the stages on the way want; of one back, that it leads back', () => {
    assert.deepEqual(kinds({ stage: 'prospecting', status: 'open' }), ['named', 'owner']);
    assert.deepEqual(kinds({ stage: 'qualification', status: 'open' }), ['skip', 'named', 'met', 'owner']);
    const later = { ...open, stage: 'qualification' as const };
    assert.deepEqual(kinds({ stage: 'prospecting', status: 'open' }, later), ['back']);
  });
});
