// The settings of one run: `ROOM` says where faults are laid, a room or a file. Started by run.mjs.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeOf } from './rooms.mjs';

const { ROOM = '', REPORT = 'out/mutation.json', SAMPLE, AGAIN, LANES } = process.env;

export default {
  mutate: codeOf(ROOM, readdirSync('src', { recursive: true, encoding: 'utf8' })),
  testRunner: 'mocha',
  // Named, since Stryker would look for it among the packages of the project.
  plugins: ['@stryker-mutator/mocha-runner', './sample.mjs'].map(name =>
    fileURLToPath(import.meta.resolve(name)),
  ),
  checkers: SAMPLE || AGAIN ? ['sample'] : [],
  ...(LANES && { concurrency: Number(LANES) }),
  mochaOptions: {
    spec: ['out/unit/first/**/*.test.js', 'out/unit/last/**/*.test.js'],
    'no-config': true,
    'no-package': true,
  },
  buildCommand: 'node test/mutation/build.mjs',
  symlinkNodeModules: false,
  // Nothing checks the types of the copy, and telling each file of it not to would take most of a run's beginning.
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'out', '.vscode-test', 'test/mutation/node_modules', 'media/readme'],
  coverageAnalysis: 'perTest',
  // What is made when its module is loaded is tried again with all loaded anew: see again.mjs.
  ignoreStatic: !AGAIN,
  // Much, as a fault that takes too long counts as seen, and a busy machine must not see what the tests don't. Loops without an
  // end are mostly stopped long before, by how often they come by.
  dryRunTimeoutMinutes: 30,
  timeoutMS: 15_000,
  timeoutFactor: 4,
  reporters: ['json'],
  jsonReporter: { fileName: REPORT },
};
