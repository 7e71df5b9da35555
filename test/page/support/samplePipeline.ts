import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../../../src/core/calendar';
import { CALLS_FILE } from '../../../src/core/calls/callsFileName';
import { callsFromFile } from '../../../src/core/calls/readCalls';
import { toEntry } from '../../../src/core/deal/toEntry';
import { Pipeline } from '../../../src/core/pipeline/pipeline';
import { refreshSample } from '../../../src/core/sample/refresh';
import { readText } from '../../../src/files/disk/disk';
import { listFiles } from '../../../src/files/disk/listFiles';
import { loadProcess } from '../../../src/files/disk/loadDisk';

const SAMPLE = join('media', 'sample-pipeline', 'deals');

/** The sample, as it is when it is written on a day. */
export function samplePipeline(today: CalendarDate): Pipeline {
  const pipeline = new Pipeline(loadProcess(SAMPLE).process);
  for (const files of listFiles(SAMPLE)) {
    for (const file of files) {
      const read = 'problem' in file ? file : readText(SAMPLE, file.path);
      const fresh = 'text' in read ? { ...read, text: refreshSample(read.text, today) } : read;
      pipeline.set(toEntry(fresh, pipeline.process));
    }
  }
  const calls = refreshSample(readFileSync(join(SAMPLE, CALLS_FILE), 'utf8'), today);
  pipeline.calls = callsFromFile({ text: calls }, pipeline.process).calls;
  return pipeline;
}
