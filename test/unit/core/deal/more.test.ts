import assert from 'node:assert/strict';
import { moreOf, parsedMore } from '../../../../src/core/deal/more';
import { file, readGood } from '../../support/deals';

const read = (...lines: readonly string[]) => readGood(file(['stage: proposal', ...lines].join('\n'))).deal;

describe('what a deal’s file says besides', () => {
  it('is nothing in most files', () => {
    assert.equal(
      read('value: 5', 'currency: EUR', 'tags: []', 'region:', 'contacts: [{name: Lee}]').more,
      undefined,
    );
  });

  it('is its keys of the team’s own, with texts, numbers, flags, lists and maps as they are, and the id of another system', () => {
    const deal = read(
      ...[
        'source_id: hubspot:7',
        'lost_note: Too late',
        'Region: North',
        'zip: 04109',
        'erp: 12345678901234567890',
      ],
      ...[
        'size: 1.50',
        'vip: true',
        'products: [a, 7]',
        'billing: {street: 5, lines: [x]}',
        'day: 2027-01-01',
      ],
      ...["code: '12'", 'tel: +49891', '__proto__: x'],
    );
    assert.deepEqual(moreOf(deal), {
      sourceId: 'hubspot:7',
      lostNote: 'Too late',
      own: Object.fromEntries([
        ...Object.entries({
          Region: 'North',
          zip: '04109',
          erp: '12345678901234567890',
          size: 1.5,
          vip: true,
        }),
        ...Object.entries({ products: ['a', 7], billing: { street: 5, lines: ['x'] }, day: '2027-01-01' }),
        ...Object.entries({ code: '12', tel: '+49891' }),
        ['__proto__', 'x'],
      ]),
      asWritten: {},
    });
  });

  it('is what stands behind standard keys and can’t be read', () => {
    assert.deepEqual(moreOf(read('value: -500', 'currency: EUR', 'close_date: soon', 'probability: 40')), {
      own: {},
      asWritten: { value: -500, currency: 'EUR', close_date: 'soon' },
    });
  });

  it('is what is known of a contact and a line of the history', () => {
    const deal = read(
      'contacts: [{name: Lee, phone: 0049, by: {a: 1}}]',
      'history: [{on: 2026-01-05, status: lost, reason: price, by: ben}]',
    );
    assert.deepEqual(parsedMore(deal.contacts[0]!), { phone: '0049', by: { a: 1 } });
    assert.deepEqual(parsedMore(deal.history[0]!), { reason: 'price', by: 'ben' });
  });

  it('leaves out what has no end, as an alias that stands within what it means, and takes what is beside it', () => {
    const endless = ['list: &l [*l]', 'map: &m {a: 1, b: *m}', 'many: &n [*n, *n]'];
    assert.deepEqual(moreOf(read(...endless, 'region: North'))?.own, { region: 'North' });
  });
});
