import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { makeReport } from '../../../../src/core/metrics/report';
import { makeProcess } from '../../../../src/core/process/process';
import { stagesAsCsv } from '../../../../src/core/text/stagesCsv';
import { makeDeal } from '../../support/deals';
import { AS_OF, WORKED_EXAMPLE } from '../../support/workedExample';

const process = makeProcess({ stages: { proposal: { label: 'Offer' } } });

/** The lines by the names of their columns. */
function linesOf(deals: typeof WORKED_EXAMPLE): Record<string, string>[] {
  const files = { needsAttention: 0, otherNotes: 0 };
  const { stages } = makeReport({ deals, files, process, asOf: AS_OF });
  return parse(stagesAsCsv(stages, process), { columns: true });
}

describe('the stages of the funnel as CSV', () => {
  it('have a line each, with their columns in one order', () => {
    const lines = linesOf(WORKED_EXAMPLE);
    assert.deepEqual(Object.keys(lines[0]!), [
      ...['stage', 'label', 'reached', 'pending', 'lost', 'touched', 'strict', 'conversion', 'conversion_n'],
      ...['headroom', 'load', 'stays', 'stay_mean', 'stay_median', 'stay_p75', 'stay_p90', 'open_stays'],
      ...['kaplan_meier_median', 'total_days', 'open', 'lost_in'],
      ...['open_value_EUR', 'open_weighted_EUR', 'lost_value_EUR'],
    ]);
    assert.equal(lines.length, 7);
    assert.deepEqual([lines[4]!['stage'], lines[4]!['label']], ['proposal', 'Offer']);
  });

  it('have the figures that their headings name', () => {
    // Needs analysis: A, C, E and F came here; B went past it, D was lost before; E is here still, for 18 days.
    const [, prospecting, , needs] = linesOf(WORKED_EXAMPLE);
    const { reached, pending, lost, touched, strict, conversion, conversion_n, stays, open_stays, open } =
      needs!;
    assert.deepEqual(
      { reached, pending, lost, touched, strict, conversion, conversion_n, stays, open_stays, open },
      {
        ...{ reached: '5', pending: '1', lost: '0', touched: '4', strict: '4' },
        ...{ conversion: '1', conversion_n: '4', stays: '4', open_stays: '1', open: '1' },
      },
    );
    assert.deepEqual([needs!['open_value_EUR'], needs!['open_weighted_EUR']], ['10000', '3000']);
    assert.deepEqual(
      [prospecting!['lost'], prospecting!['lost_in'], prospecting!['lost_value_EUR']],
      ['1', '1', '4000'],
    );
    assert.deepEqual(
      [prospecting!['open'], prospecting!['open_value_EUR'], needs!['lost_in']],
      ['0', '0', '0'],
    );
  });
});

describe('a sum of money as CSV', () => {
  it('has a column for each currency that a stage has any in', () => {
    const of = (currency: string, amount: number) =>
      makeDeal({ path: currency, value: { amount, currency } });
    const [line] = linesOf([of('USD', 20), of('EUR', 40)]);
    const sums = Object.entries(line!).filter(([name]) => /[A-Z]/.test(name));
    assert.deepEqual(sums, [
      ['open_value_EUR', '40'],
      ['open_value_USD', '20'],
      ['open_weighted_EUR', '2'],
      ['open_weighted_USD', '1'],
    ]);
  });
});
