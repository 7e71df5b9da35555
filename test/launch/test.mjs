// `npm test`: makes everything ready, runs all tests and sums them up.
//   npm test -- unit host page browser   only some of the four
//   npm test -- --oldest | --newest      only one of the two VS Codes
import { build, installDependencies, packageExtension } from './dependencies.mjs';
import { runHostTests } from './host.mjs';
import { runBrowserTests, runPageTests, runUnitTests } from './node-tests.mjs';
import { Problem, runMain } from './problem.mjs';
import { failure, ofSomeTests, sumOf } from './results.mjs';
import { version } from './versions.mjs';

/** @typedef {import('./results.mjs').Results} Results */

const parts = ['unit', 'host', 'page', 'browser'];

await runMain(async () => {
  const { chosen, versions } = readArguments(process.argv.slice(2));
  /** @type {[string, Results][]} */
  const all = [];
  /** Runs one part; however it fails, the others are still run. */
  const part = async (/** @type {string} */ name, /** @type {() => Promise<Results>} */ run) => {
    console.log(`\n▶ ${name}`);
    all.push([name, await run().then(ofSomeTests).catch(asFailure)]);
  };

  const problem = await makeReady().then(() => undefined, asFailure);
  if (problem) return sumUp([['set-up', problem]]);
  if (chosen.has('unit')) await part('unit', runUnitTests);
  if (chosen.has('host')) {
    for (const vscode of versions) await part(`host, ${vscode.name} VS Code`, () => runHostTests(vscode));
  }
  if (chosen.has('page')) await part('page', runPageTests);
  if (chosen.has('browser')) {
    const vsix = await packageExtension().catch(error => error);
    for (const vscode of versions) {
      await part(`browser, ${vscode.name} VS Code`, () =>
        typeof vsix === 'string' ? runBrowserTests(vscode, vsix) : Promise.reject(vsix),
      );
    }
  }
  return sumUp(all);
});

/** @param {string[]} args */
function readArguments(args) {
  const known = [...parts, '--oldest', '--newest'];
  const unknown = args.find(arg => !known.includes(arg));
  if (unknown) throw new Problem(`"${unknown}" is not known. \`npm test -- …\` takes: ${known.join(' ')}`);
  const named = parts.filter(part => args.includes(part));
  const versions = [version('oldest'), version('newest')];
  const asked = versions.filter(({ name }) => args.includes(`--${name}`));
  return { chosen: new Set(named.length ? named : parts), versions: asked.length ? asked : versions };
}

async function makeReady() {
  await installDependencies();
  await build({ tests: true });
}

/** Tells in full what went wrong; the summary then has the first line of it. @param {unknown} error @returns {Results} */
function asFailure(error) {
  console.error(error instanceof Problem ? error.message : error);
  return failure(String(error instanceof Error ? error.message : error).split('\n')[0] ?? '');
}

/**
 * Prints what failed, once more in one place, and the summary, whose last line others read; returns the exit code.
 * @param {[string, Results][]} all
 */
function sumUp(all) {
  for (const [name, { failures, triedAgain = [] }] of all) {
    for (const { title, error } of triedAgain) console.log(`\n↻ ${name}: ${title}\n${error}`);
    for (const { title, error } of failures) console.log(`\n✖ ${name}: ${title}\n${error}`);
  }
  const width = Math.max(...all.map(([name]) => name.length));
  console.log();
  for (const [name, { passed, failed, skipped, problem, triedAgain = [] }] of all) {
    const counts = [
      `${passed} passed, ${failed} failed`,
      ...(skipped ? [`${skipped} skipped`] : []),
      ...(triedAgain.length ? [`${triedAgain.length} tried again`] : []),
    ].join(', ');
    console.log(`${failed ? '✖' : '✔'} ${name.padEnd(width)}  ${counts}${problem ? `: ${problem}` : ''}`);
  }
  const { passed, failed } = sumOf(all.map(([, results]) => results));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}
