// How long the whole report takes that the funnel page is made of: the first one, one more, and after one changed deal.
import type { CalendarDate } from '../../src/core/calendar';
import type { Deal } from '../../src/core/deal/deal';
import { readDeal } from '../../src/core/deal/readDeal';
import { dealsBehind } from '../../src/core/metrics/dealsBehind';
import { makeReport } from '../../src/core/metrics/report';
import { DEFAULT_PROCESS } from '../../src/core/process/process';
import { dealText } from './support/deals';
import { line, median } from './support/measure';

const TODAY = '2026-11-20' as CalendarDate;

async function main(): Promise<void> {
  for (const count of [1000, 10_000]) {
    const deals = Array.from({ length: count }, (_, number) => dealAt(number));
    const question = {
      deals,
      files: { needsAttention: 0, otherNotes: 0 },
      process: DEFAULT_PROCESS,
      asOf: TODAY,
    };
    const start = performance.now();
    makeReport(question);
    console.log(`${count} deals in memory`);
    console.log(line('  the first report', performance.now() - start));
    console.log(line('  one more', await median(() => makeReport(question))));
    let at = 0;
    const change = () => {
      deals[at] = dealAt(at);
      at++;
      return makeReport(question);
    };
    console.log(line('  after one changed deal', await median(change)));
    const reached = { kind: 'stage', of: 'reached', stage: 'proposal' } as const;
    console.log(line('  the deals behind one figure', await median(() => dealsBehind(reached, question))));
    const filtered = { ...question, filter: { owner: ['Dana'], minValue: 5000 } };
    console.log(line('  of one owner', await median(() => makeReport(filtered))));
  }
}

function dealAt(number: number): Deal {
  const entry = readDeal(`deal-${number}.md`, dealText(number), DEFAULT_PROCESS);
  if (entry.kind !== 'deal') throw new Error(`Deal ${number} cannot be read.`);
  return entry.deal;
}

void main();
