import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ProcessorTimes } from '../../mocha/processorTimes';

/** Uses at least 50 ms of a processor. */
const WORK = 'const end = process.cpuUsage().user + 50_000; while (process.cpuUsage().user < end);';

describe('the time of a processor', () => {
  it('goes to the suite that used it, with processes that it started and that have ended', () => {
    const times = new ProcessorTimes();
    times.goesTo('/tests/dear.test.js');
    spawnSync(process.execPath, ['--eval', WORK]);
    times.goesTo('/tests/cheap.test.js');
    const seconds = times.end();
    // Nothing else than Linux tells it.
    if (process.platform !== 'linux') return assert.equal(seconds, undefined);
    const { dear = 0, cheap = 0 } = seconds ?? {};
    assert.ok(dear >= 0.05, `${dear}`);
    assert.ok(cheap < dear, `${cheap} of ${dear}`);
  });
});
