// How long it takes to read a folder of deals in plain Node: ours, the floor, and what others do; and what one changed deal costs
// until the page has its figures, what a deal takes of memory, and how all that grows with the deals.
import matter from 'gray-matter';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CalendarDate } from '../../src/core/calendar';
import { moveDeal } from '../../src/core/deal/transition';
import { funnelReport } from '../../src/core/metrics/funnel';
import { problemsIn } from '../../src/core/deal/problems/problemsIn';
import { DEFAULT_PROCESS, makeProcess } from '../../src/core/process/process';
import { toEntry } from '../../src/core/deal/toEntry';
import type { Pipeline } from '../../src/core/pipeline/pipeline';
import { loadPipeline } from '../../src/files/disk/loadDisk';
import { funnelSheet } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import { hold } from '../launch/goals.mjs';
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
      console.log(line('  the funnel alone', await median(report)));
      const change = await median(changeOf(pipeline));
      console.log(line('  one changed deal, to the message for the page', change));
      if (count === 10_000) hold('change', change);
    } finally {
      remove();
    }
  }
  await growth();
  const text = dealText(4);
  const move = () => {
    for (let at = 0; at < 100; at++)
      moveDeal('deal.md', text, { kind: 'advance' }, DEFAULT_PROCESS, { today: TODAY });
  };
  console.log(line('one move, planned and proved (100 of them / 100)', (await median(move)) / 100));
}

/** One deal after the other gets another value, and the page its figures. */
function changeOf(pipeline: Pipeline): () => string {
  let at = 0;
  return () => {
    const text = dealText(at).replace(/^value: .*/m, `value: ${at + 1}`);
    pipeline.set(toEntry({ path: `deal-${at++}.md`, text }, pipeline.process));
    return JSON.stringify(funnelSheet(pipeline, EVERYTHING, TODAY));
  };
}

interface Grown {
  readonly cold: number;
  readonly warm: number;
  /** Bytes. */
  readonly memory: number;
}

/** How ten times as many deals fare. */
async function growth(): Promise<void> {
  const [few, many] = [await grown(10_000), await grown(100_000)];
  hold('memory', few.memory / 10_000 / 1024);
  hold('coldMany', many.cold / few.cold);
  hold('warmMany', many.warm / few.warm);
}

/** With a cache of its own, which the first reading fills. */
async function grown(count: number): Promise<Grown> {
  const { folder, remove } = makeDeals(count);
  const cache = mkdtempSync(join(tmpdir(), 'deal-notes-bench-cache-'));
  try {
    // What was read of a file that had only just been written isn't kept.
    await setTimeout(4000);
    const before = usedMemory();
    const start = performance.now();
    const loaded = await loadPipeline(folder, cache);
    const cold = performance.now() - start;
    const memory = usedMemory() - before;
    const again = performance.now();
    await loadPipeline(folder, cache);
    const warm = performance.now() - again;
    console.log(`${[...loaded.pipeline.deals()].length} deals of 2 KB, once`);
    console.log(line('  cold, with what is kept for the next time', cold));
    console.log(line('  warm', warm, `${(memory / count / 1024).toFixed(2)} KB of memory a deal`));
    return { cold, warm, memory };
  } finally {
    remove();
    rmSync(cache, { recursive: true, force: true });
  }
}

function usedMemory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

void main();
