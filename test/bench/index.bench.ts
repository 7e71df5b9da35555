// How long it takes to read a folder of deals in plain Node: ours, the floor, and what others do.
import matter from 'gray-matter';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../../src/core/calendar';
import { moveDeal } from '../../src/core/deal/transition';
import { funnelReport } from '../../src/core/metrics/funnel';
import { problemsIn } from '../../src/core/deal/problems/problemsIn';
import { DEFAULT_PROCESS, makeProcess } from '../../src/core/process/process';
import { loadPipeline } from '../../src/files/disk/loadDisk';
import { dealText, makeDeals } from './support/deals';
import { line, median } from './support/measure';

const TEAM = makeProcess({
  skip: 'warn',
  stages: {
    qualification: { required: ['value'], exitCriteria: [{ id: 'budget', text: 'We know the budget' }] },
  },
});
const TODAY = '2026-11-20' as CalendarDate;

async function main(): Promise<void> {
  for (const count of [1000, 10_000]) {
    const { folder, remove } = makeDeals(count);
    try {
      const readAll = () => readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
      const floor = await median(readAll);
      const ours = await median(() => loadPipeline(folder));
      const gray = await median(() => readAll().map(text => matter(text, {})));
      console.log(`${count} deals of 2 KB`);
      console.log(line('  floor: list and read the files', floor));
      console.log(
        line('  index: list, read, parse, group', ours, `${(ours / floor).toFixed(1)} × the floor`),
      );
      console.log(
        line('  list, read and gray-matter as it comes', gray, `${(gray / floor).toFixed(1)} × the floor`),
      );
      const { pipeline } = await loadPipeline(folder);
      const around = { process: TEAM, today: TODAY, alike: [] };
      const problems = () => [...pipeline.all()].map(entry => problemsIn(entry, around).length);
      console.log(line('  the problems of all deals, by a process with gates', await median(problems)));
      const report = () => funnelReport(pipeline.deals(), pipeline.files, pipeline.process, TODAY);
      console.log(line('  funnel after one changed deal', await median(report)));
    } finally {
      remove();
    }
  }
  const text = dealText(4);
  const move = () => {
    for (let at = 0; at < 100; at++)
      moveDeal('deal.md', text, { kind: 'advance' }, DEFAULT_PROCESS, { today: TODAY });
  };
  console.log(line('one move, planned and proved (100 of them / 100)', (await median(move)) / 100));
}

void main();
