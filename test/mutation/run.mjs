// `npm run mutants`: lays small faults into the code, one at a time, and looks for those that no unit test sees.
//   npm run mutants               all rooms: many hours, for the night
//   npm run mutants -- metrics    one room, or several; or files (src/core/metrics/sums.ts)
//   npm run mutants -- --sample 2 two of a hundred faults of all rooms, and what share of all would be seen; `--seed 7` chooses others
// What is not seen stands in survivors/ROOM.json with the reason why it need not be; whatever else is not seen is told here.
// `LANES=1` uses one processor.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, runMain } from '../launch/problem.mjs';
import { npm, run, runAloud } from '../launch/processes.mjs';
import { together, toTryAgain } from './again.mjs';
import { ROOMS } from './rooms.mjs';
import { share } from './share.mjs';
import { unbroken, summary } from './summary.mjs';

const here = join('test', 'mutation');
const LEAST = 90;

await runMain(async () => {
  const { values, positionals: rooms } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const unknown = rooms.find(room => !Object.hasOwn(ROOMS, room) && !room.endsWith('.ts'));
  if (unknown) throw new Problem(`"${unknown}" is not a room; these are: ${Object.keys(ROOMS).join(' ')}`);
  const { sample, seed } = values;
  if (sample && !(Number(sample) > 0 && Number(sample) <= 100))
    throw new Problem(`--sample ${sample}: say how many of a hundred faults are to be tried, more than 0.`);
  await run(...npm('ci', '--no-audit', '--no-fund', '--prefix', here), {
    failure: 'What lays the faults could not be installed. Is the npm registry reachable?',
  });
  await mkdir('out', { recursive: true });
  const named = await survivors();
  const gone = await goneIn(named);
  for (const { file, from } of gone)
    console.log(`survivors/ names ${from} in ${file}, where it no longer is.`);
  const failed = [];
  const totals = { faults: 0, seen: 0, unnamed: 0, poor: 0 };
  for (const room of rooms.length ? rooms : Object.keys(ROOMS)) {
    const report = join('out', `mutation-${basename(room, '.ts')}.json`);
    const stryker = join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
    // Few values a property, always the same ones: what is seen today is seen tomorrow, and a fault costs seconds.
    const values = { PROPERTY_RUNS: '0.1', PROPERTY_SEED: '1' };
    const chosen = sample ? { SAMPLE: sample, SAMPLE_SEED: seed } : {};
    const env = { ...process.env, ROOM: room, ...values, ...chosen };
    const started = Date.now();
    const runInto = async (/** @type {string} */ report, more = {}) => {
      const all = { ...env, REPORT: report, ...more };
      const code = await runAloud(process.execPath, [stryker, 'run', join(here, 'stryker.mjs')], {
        env: all,
      });
      return code === 0 ? JSON.parse(await readFile(report, 'utf8')) : undefined;
    };
    const first = await runInto(report);
    const again = first ? toTryAgain(first) : [];
    const list = report.replace(/\.json$/, '-again.list');
    if (again.length) await writeFile(list, JSON.stringify(again));
    const second = again.length
      ? await runInto(report.replace(/\.json$/, '-again.json'), { AGAIN: resolve(list) })
      : { files: {} };
    if (!first || !second) {
      failed.push(room);
      continue;
    }
    const { lines, faults, seen, unnamed } = summary(together(first, second, again), named, chosen);
    console.log([`\n${room} (${Math.round((Date.now() - started) / 1000)} s)`, ...lines, ''].join('\n'));
    totals.faults += faults;
    totals.seen += seen;
    totals.unnamed += unnamed;
    if (100 * seen < LEAST * faults) totals.poor++;
  }
  console.log(`All: ${await share(totals.seen, totals.faults)}`);
  if (failed.length)
    throw new Problem(`Without these rooms, whose run did not end well: ${failed.join(' ')}`);
  return totals.poor || totals.unnamed || gone.length ? 1 : 0;
});

async function survivors() {
  const folder = join(here, 'survivors');
  const texts = (await readdir(folder)).map(name => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).flatMap(text => JSON.parse(text));
}

/**
 * What is named and no longer in the code.
 * @param {readonly import('./summary.mjs').Named[]} named
 */
async function goneIn(named) {
  const isThere = await Promise.all(
    named.map(async ({ file, from }) =>
      unbroken(await readFile(file, 'utf8').catch(() => '')).includes(unbroken(from)),
    ),
  );
  return named.filter((_, at) => !isThere[at]);
}
