// Runs the suites of a folder, or those of one file, in plain Node: `node out/mocha/main.js out/unit [options as JSON]`.
import { resolve } from 'node:path';
import { runSuites } from './run';

const [path = 'out/unit', options = '{}'] = process.argv.slice(2);

runSuites(resolve(path), JSON.parse(options)).then(
  stats => process.exit(stats.failures ? 1 : 0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
