// Runs the suites of a folder in plain Node: `node out/mocha/main.js out/unit`.
import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { print } from './print';
import { runSuites } from './run';

const [folder = 'out/unit', timeout = '10000'] = process.argv.slice(2);

// One seed for all properties of a run: with it the run can be repeated, whatever failed in it.
process.env.PROPERTY_SEED ??= String(randomInt(2 ** 31));
print(`PROPERTY_SEED=${process.env.PROPERTY_SEED} PROPERTY_RUNS=${process.env.PROPERTY_RUNS ?? 1}`);

runSuites(resolve(folder), { timeout: Number(timeout) }).then(
  stats => process.exit(stats.failures ? 1 : 0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
