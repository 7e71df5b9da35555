// `npm run mutants`: lays small faults into the code, one at a time, and looks for those that no unit test sees.
//   npm run mutants               all rooms: some hours, for the night
//   npm run mutants -- metrics    one room, or several; or files (src/core/metrics/sums.ts)
// What is not seen stands in survivors/ROOM.json with the reason why it need not be; whatever else is not seen is told here.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Problem, runMain } from '../launch/problem.mjs';
import { npm, run, runAloud } from '../launch/processes.mjs';
import { ROOMS } from './rooms.mjs';
import { summary } from './summary.mjs';

const here = join('test', 'mutation');
const LEAST = 90;

await runMain(async () => {
  const rooms = process.argv.slice(2);
  const unknown = rooms.find(room => !Object.hasOwn(ROOMS, room) && !room.endsWith('.ts'));
  if (unknown) throw new Problem(`"${unknown}" is not a room; these are: ${Object.keys(ROOMS).join(' ')}`);
  await run(...npm('ci', '--no-audit', '--no-fund', '--prefix', here), {
    failure: 'What lays the faults could not be installed. Is the npm registry reachable?',
  });
  await mkdir('out', { recursive: true });
  const named = await survivors();
  let isGood = true;
  for (const room of rooms.length ? rooms : Object.keys(ROOMS)) {
    const report = join('out', `mutation-${basename(room, '.ts')}.json`);
    const stryker = join(here, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
    // Few values a property, always the same ones: what is seen today is seen tomorrow, and a fault costs seconds.
    const env = { ...process.env, ROOM: room, REPORT: report, PROPERTY_RUNS: '0.1', PROPERTY_SEED: '1' };
    const code = await runAloud(process.execPath, [stryker, 'run', join(here, 'stryker.mjs')], { env });
    if (code !== 0) throw new Problem(`The run for ${room} ended with ${code}.`);
    const { lines, score, unnamed } = summary(JSON.parse(await readFile(report, 'utf8')), named);
    console.log([`\n${room}`, ...lines, ''].join('\n'));
    isGood &&= score >= LEAST && unnamed === 0;
  }
  return isGood ? 0 : 1;
});

async function survivors() {
  const folder = join(here, 'survivors');
  const texts = (await readdir(folder)).map(name => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).flatMap(text => JSON.parse(text));
}
