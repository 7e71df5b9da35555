import assert from 'node:assert/strict';
import { isKind, isReserved, kindsNamed, kindsOfDeals } from '../../../../src/core/intake/kindNames';

describe('what a table is called after', () => {
  for (const [file, plain, whole, numbered] of [
    ['Sales pipeline Q4 - Copy (3)', 'sales-pipeline', 'sales-pipeline-q-copy', 'sales-pipeline-q4-copy-3'],
    ['Sales pipeline', 'sales-pipeline', 'sales-pipeline', 'sales-pipeline'],
    ['Copy of deals', 'deals', 'copy-of-deals', 'copy-of-deals'],
    ['Copia de Negocios 2026', 'negocios', 'copia-de-negocios', 'copia-de-negocios-2026'],
    ['2026-11-30 deals', 'deals', 'deals', '2026-11-30-deals'],
    ['deals_2026_11_30', 'deals', 'deals', 'deals-2026-11-30'],
    ['deals 20261130T101500Z', 'deals', 'deals-t-z', 'deals-20261130t101500z'],
    ['Deals v2 final', 'deals', 'deals-v-final', 'deals-v2-final'],
    ['Deals KW48 neu', 'deals', 'deals-kw-neu', 'deals-kw48-neu'],
    ['Deals März', 'deals', 'deals-märz', 'deals-märz'],
    ['Deals décembre', 'deals', 'deals-décembre', 'deals-décembre'],
    ['Crédit 3 nord', 'crédit-nord', 'crédit-nord', 'crédit-3-nord'],
    ['final draft', 'final-draft', 'final-draft', 'final-draft'],
    ['2026', 'table', 'table', '2026'],
    ['***', 'table', 'table', 'table'],
    ['_deals_', 'deals', 'deals', 'deals'],
    [`${'x'.repeat(60)} 1`, 'x'.repeat(40), 'x'.repeat(40), 'x'.repeat(40)],
  ] as const)
    it(`is told by the name of its file: ${file.slice(0, 30)}`, () =>
      assert.deepEqual(kindsNamed(file), { plain, whole, numbered }));

  it('is never a name under which what is kept of other tables stands', () => {
    for (const [file, kind] of [
      ['crm-log', 'crm_log'],
      ['CRM log 2026', 'crm_log'],
      ['log', 'log'],
      ['crm-logs', 'crm-logs'],
    ] as const) {
      assert.equal(kindsOfDeals(file).plain, kind);
      assert.ok(!isReserved(kindsOfDeals(file).plain));
    }
    assert.ok(isReserved('crm-log') && isReserved('CRM-Log') && !isReserved('crm-log-x'));
  });

  it('is of letters, digits, dashes and lines, and not longer than a name', () => {
    for (const good of ['crm', 'crédit_2', 'a-b', 'x'.repeat(60)]) assert.ok(isKind(good), good);
    for (const bad of ['', 'a b', '../x', 'a/b', 'a.b', 'x'.repeat(61), 'a\n']) assert.ok(!isKind(bad), bad);
  });
});
