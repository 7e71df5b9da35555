// The settings of one run: `ROOM` says where faults are laid, a room or a file. Started by run.mjs.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { roomOf, ROOMS } from './rooms.mjs';

const { ROOM = '', REPORT = 'out/mutation.json', SAMPLE, LANES } = process.env;

export default {
  mutate: ROOM in ROOMS ? codeOf(ROOM) : [ROOM],
  testRunner: 'mocha',
  // Named, since Stryker would look for it among the packages of the project.
  plugins: ['@stryker-mutator/mocha-runner', './sample.mjs'].map(name =>
    fileURLToPath(import.meta.resolve(name)),
  ),
  checkers: SAMPLE ? ['sample'] : [],
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
  // A table that is read once, when its module is loaded, is held by the tests of what is made of it.
  ignoreStatic: true,
  // Much, as a fault that takes too long counts as seen, and a busy machine must not see what the tests don't. Loops without an
  // end are mostly stopped long before, by how often they come by.
  dryRunTimeoutMinutes: 30,
  timeoutMS: 15_000,
  timeoutFactor: 4,
  reporters: ['json'],
  jsonReporter: { fileName: REPORT },
};

/** @param {string} room */
function codeOf(room) {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return names.filter(name => name.endsWith('.ts') && roomOf(name) === room).map(name => `src/${name}`);
}
