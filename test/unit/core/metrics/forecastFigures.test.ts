import assert from 'node:assert/strict';
import type { Deal } from '../../../../src/core/deal/deal';
import { dealsBehind } from '../../../../src/core/metrics/dealsBehind';
import type { Figure } from '../../../../src/core/metrics/figure';
import { CATEGORIES } from '../../../../src/core/metrics/category';
import type { DealSum } from '../../../../src/core/metrics/periodSums';
import type { ReportQuestion } from '../../../../src/core/metrics/question';
import { makeReport } from '../../../../src/core/metrics/report';
import { DEFAULT_PROCESS } from '../../../../src/core/process/process';
import { anyDeals } from '../../support/pipelines';
import { forAll } from '../../support/property';
import { AS_OF } from '../../support/workedExample';

function about(deals: readonly Deal[]): ReportQuestion {
  // Paths tell the deals apart.
  const each = deals.map((deal, k) => ({ ...deal, path: `${k}.md` }));
  const files = { needsAttention: 0, otherNotes: 0 };
  return { deals: each, files, process: DEFAULT_PROCESS, asOf: AS_OF };
}

function assertAddsUp(figure: Figure, { value }: DealSum, currency: string, question: ReportQuestion): void {
  const paths = new Set(dealsBehind(figure, question));
  const amounts = [...question.deals].filter(({ path }) => paths.has(path)).map(deal => deal.value!);
  assert.ok(amounts.every(money => money.currency === currency && money.amount !== 0));
  const sum = amounts.reduce((all, { amount }) => all + amount, 0);
  assert.equal(sum, value[currency] ?? 0, JSON.stringify(figure));
}

describe('the deals behind an amount of the forecast', () => {
  it('have values in its currency alone, and they add up to it', () => {
    forAll(anyDeals, deals => {
      const question = about(deals);
      const { forecast } = makeReport(question);
      for (const currency of ['EUR', 'USD', 'XXX']) {
        for (const { period, single, slipped } of [...forecast.months, ...forecast.quarters]) {
          for (const of of CATEGORIES)
            assertAddsUp({ kind: 'forecast', period, of, currency }, single[of], currency, question);
          if (slipped) assertAddsUp({ kind: 'slipped', period, currency }, slipped, currency, question);
        }
        for (const of of CATEGORIES) {
          const figure = { kind: 'forecast', period: null, of, currency } as const;
          assertAddsUp(figure, forecast.undated[of], currency, question);
        }
      }
    });
  });
});
