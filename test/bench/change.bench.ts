// What one changed deal costs: the rows of its stage, and the message with the figures for the page that is open.
import type { CalendarDate } from '../../src/core/calendar';
import { toEntry } from '../../src/core/deal/toEntry';
import { Pipeline } from '../../src/core/pipeline/pipeline';
import { PipelineView } from '../../src/core/pipeline/view';
import { DEFAULT_PROCESS } from '../../src/core/process/process';
import { DEFAULT_VIEW } from '../../src/core/process/view';
import { inSlices } from '../../src/files/inSlices';
import { funnelSheet, sheetSteps } from '../../src/funnel/sheet';
import { EVERYTHING } from '../../src/shared/funnelQuestion';
import { hold } from '../launch/goals.mjs';
import { dealText } from './support/deals';
import { line, longestBlock, middle } from './support/measure';

const TODAY = '2026-11-20' as CalendarDate;
const CHANGES = 41;

async function main(): Promise<void> {
  for (const count of [10, 1000, 10_000]) {
    await measureBlock(count);
    measure(count);
  }
}

function pipelineOf(count: number): Pipeline {
  const pipeline = new Pipeline(DEFAULT_PROCESS);
  for (let number = 0; number < count; number++) pipeline.set(entryOf(number, dealText(number)));
  return pipeline;
}

/** How long the extension host waits while the page's first figures are worked out. */
async function measureBlock(count: number): Promise<void> {
  const pipeline = pipelineOf(count);
  const block = await longestBlock(() => inSlices(sheetSteps(pipeline, EVERYTHING, TODAY)));
  const steps = sheetSteps(pipelineOf(count), EVERYTHING, TODAY);
  let longest = 0;
  for (let isDone = false; !isDone;) {
    const { cpu } = timeOf(() => (isDone = steps.next().done === true));
    longest = Math.max(longest, cpu);
  }
  console.log(
    line(
      `${count} deals, the first figures in slices: the longest block`,
      block,
      `longest step: ${longest.toFixed(1)} ms of a processor`,
    ),
  );
  if (count === 10_000) hold('block', block);
}

function measure(count: number): void {
  const pipeline = pipelineOf(count);
  const view = new PipelineView(pipeline, DEFAULT_VIEW, TODAY);
  const rows = () => view.groups.reduce((sum, { entries }) => sum + entries.length, 0);
  const message = () => JSON.stringify(funnelSheet(pipeline, EVERYTHING, TODAY));
  console.log(`${rows()} deals in memory`);
  const first = timeOf(message);
  console.log(line('  the first figures', first.ms, `${first.cpu.toFixed(1)} ms of a processor`));
  const changes = Array.from({ length: CHANGES }, (_, at) => {
    const text = dealText(at % count).replace(/^value: .*/m, `value: ${at + 1}`);
    const toRow = timeOf(() => {
      const groups = pipeline.set(entryOf(at % count, text));
      for (const id of view.update(new Set(groups)) ?? []) view.group(id)!.entries.slice();
    });
    return { toRow, toPage: timeOf(message) };
  });
  const tell = (what: string, of: (change: (typeof changes)[number]) => number, cpu: number) =>
    console.log(line(what, middle(changes.map(of)), `${cpu.toFixed(1)} ms of a processor`));
  tell(
    '  one changed deal, to its row',
    ({ toRow }) => toRow.ms,
    middle(changes.map(({ toRow }) => toRow.cpu)),
  );
  tell(
    '  and to the message for the page',
    ({ toPage }) => toPage.ms,
    middle(changes.map(({ toPage }) => toPage.cpu)),
  );
  if (count === 10_000) hold('change', middle(changes.map(({ toRow, toPage }) => toRow.ms + toPage.ms)));
}

interface Time {
  readonly ms: number;
  /** Of a processor, in ms: the steadier figure where others use the machine. */
  readonly cpu: number;
}

function timeOf(run: () => unknown): Time {
  const [start, used] = [performance.now(), process.cpuUsage()];
  run();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - start, cpu: (user + system) / 1000 };
}

function entryOf(number: number, text: string) {
  return toEntry({ path: `deal-${number}.md`, text }, DEFAULT_PROCESS);
}

void main();
