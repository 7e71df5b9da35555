import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Mocha from 'mocha';
import type { FailedTest, Results } from '../launch/results.mjs';
import { leaveOthersAlone } from './others';
import { print } from './print';
import { ProcessorTimes } from './processorTimes';

const { EVENT_SUITE_BEGIN, EVENT_TEST_END, EVENT_TEST_FAIL, EVENT_TEST_RETRY } = Mocha.Runner.constants;

/**
 * Runs all suites of some folders, or those of some files. Tests that fail are told by mocha and are in the results, not
 * thrown.
 */
export async function runSuites(
  paths: readonly string[],
  options: Mocha.MochaOptions = {},
): Promise<Mocha.Stats> {
  const times = new ProcessorTimes();
  leaveOthersAlone();
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    timeout: 30_000,
    forbidOnly: Boolean(process.env.CI),
    ...(process.env.GREP && { grep: process.env.GREP }),
    ...options,
  });
  Mocha.reporters.Base.consoleLog = print;
  for (const file of paths.flatMap(suitesIn)) mocha.addFile(file);
  await mocha.loadFilesAsync();
  // What commands keep for undo is not to lie among that of the person who tests.
  const cache = mkdtempSync(join(tmpdir(), 'deal-notes-cache-'));
  process.env.XDG_CACHE_HOME = cache;
  const failures: FailedTest[] = [];
  const triedAgain: FailedTest[] = [];
  const stats = await new Promise<Mocha.Stats>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats!));
    runner.on(EVENT_SUITE_BEGIN, suite => times.goesTo(suite.file));
    runner.on(EVENT_TEST_END, () => times.goesOn());
    runner.on(EVENT_TEST_FAIL, (test, error) =>
      failures.push({ title: test.fullTitle(), error: told(error) }),
    );
    // The reporter keeps silent about a first try that failed, and then nobody would learn why.
    runner.on(EVENT_TEST_RETRY, (test, error) => {
      print(`    ↻ ${test.title}: tried again after\n${told(error)}`);
      triedAgain.push({ title: test.fullTitle(), error: told(error) });
    });
  });
  rmSync(cache, { recursive: true, force: true });
  writeResults({
    passed: stats.passes,
    failed: stats.failures,
    skipped: stats.pending,
    failures,
    triedAgain,
    processor: times.end(),
  });
  return stats;
}

function suitesIn(path: string): string[] {
  if (path.endsWith('.js')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => join(path, name));
}

function told(error: Error): string {
  return error.stack ?? error.message;
}

/** The launcher believes only this file: see test/launch/results.mjs. */
function writeResults(results: Results): void {
  const file = process.env.DEAL_NOTES_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(results));
}
