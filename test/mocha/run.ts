import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { print } from './print';

/** Runs all suites of a folder. Tests that fail are told by mocha and counted in the results, not thrown. */
export async function runSuites(folder: string, options: Mocha.MochaOptions = {}): Promise<Mocha.Stats> {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: 30_000,
    forbidOnly: Boolean(process.env.CI),
    // On a busy machine a real editor now and then loses a file event or a key. Pure tests have no such excuse.
    retries: folder.endsWith('unit') ? 0 : 1,
    ...(process.env.GREP && { grep: process.env.GREP }),
    ...options,
  });
  Mocha.reporters.Base.consoleLog = print;
  for (const file of suitesIn(folder)) mocha.addFile(file);
  const stats = await new Promise<Mocha.Stats>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats!));
    // The reporter keeps silent about a first try that failed, and then nobody would learn why.
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test, error: Error) =>
      print(`    ↻ ${test.title}: tried again after\n${error.stack ?? error.message}`),
    );
  });
  writeResults(stats);
  return stats;
}

function suitesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => join(folder, name));
}

/** The launcher believes only this file: see test/launch/results.mjs. */
function writeResults(stats: Mocha.Stats): void {
  const file = process.env.DEAL_NOTES_TEST_RESULTS;
  const results = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
  if (file) writeFileSync(file, JSON.stringify(results));
}
