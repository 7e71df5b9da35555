// Runs the suites of folders and files in plain Node: `node out/mocha/main.js out/unit [more of them] [options as JSON]`.
import { resolve } from 'node:path';
import { runSuites } from './run';

const args = process.argv.slice(2);
const isOptions = (arg: string) => arg.startsWith('{');
const paths = args.filter(arg => !isOptions(arg)).map(path => resolve(path));

runSuites(paths, JSON.parse(args.find(isOptions) ?? '{}')).then(
  stats => process.exit(stats.failures ? 1 : 0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
