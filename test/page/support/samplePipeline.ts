import { join } from 'node:path';
import { addDays, type CalendarDate } from '../../../src/core/calendar';
import type { Call } from '../../../src/core/calls/call';
import { toEntry } from '../../../src/core/deal/toEntry';
import { daysOf, quarterOf } from '../../../src/core/metrics/periods';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { refreshSample } from '../../../src/core/sample/refresh';
import { listFiles, readText } from '../../../src/files/disk/disk';
import { loadProcess } from '../../../src/files/disk/loadDisk';

const SAMPLE = join('media', 'sample-pipeline', 'deals');

/** The sample, as it is when it is written on a day; with forecast calls for this quarter and the two before. */
export function samplePipeline(today: CalendarDate): Pipeline {
  const pipeline = new Pipeline(loadProcess(SAMPLE).process);
  for (const files of listFiles(SAMPLE)) {
    for (const file of files) {
      const read = 'problem' in file ? file : readText(SAMPLE, file.path);
      const fresh = 'text' in read ? { ...read, text: refreshSample(read.text, today) } : read;
      pipeline.set(toEntry(fresh, pipeline.process));
    }
  }
  pipeline.calls = callsAround(today);
  return pipeline;
}

function callsAround(today: CalendarDate): Call[] {
  const calls: Call[] = [];
  const day = (quarter: string, days: number) => addDays(daysOf(quarter).first, days);
  const running = quarterOf(today);
  const last = quarterOf(day(running, -1));
  for (const [at, period] of [running, last, quarterOf(day(last, -1))].entries())
    for (const [k, owner] of ['dana', 'marek', 'team'].entries())
      for (const [days, amount] of [
        [-7, 90_000],
        [30, 120_000],
        [80, 105_000],
      ] as const)
        calls.push({
          ...{ owner, period, on: day(period, days) },
          money: { amount: (amount + at * 5_000) * (k + 1), currency: 'EUR' },
        });
  return calls;
}
