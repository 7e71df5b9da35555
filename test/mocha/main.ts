// Runs the suites of a folder in plain Node: `node out/mocha/main.js out/unit`.
import { resolve } from 'node:path';
import { runSuites } from './run';

const [folder = 'out/unit', timeout = '10000'] = process.argv.slice(2);

runSuites(resolve(folder), { timeout: Number(timeout) }).then(
  stats => process.exit(stats.failures ? 1 : 0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
