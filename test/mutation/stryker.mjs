// The settings of one run: `ROOM` says where faults are laid, a room or a file. Started by run.mjs.
import { fileURLToPath } from 'node:url';
import { ROOMS } from './rooms.mjs';

const { ROOM = '', REPORT = 'out/mutation.json' } = process.env;

export default {
  mutate: ROOMS[ROOM]?.files ?? [ROOM],
  testRunner: 'mocha',
  // Named, since Stryker would look for it among the packages of the project.
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/mocha-runner'))],
  mochaOptions: { spec: ['out/unit/**/*.test.js'], 'no-config': true, 'no-package': true },
  buildCommand: 'node test/mutation/build.mjs',
  symlinkNodeModules: false,
  ignorePatterns: ['dist', 'out', '.vscode-test', 'test/mutation/node_modules', 'media/readme'],
  coverageAnalysis: 'perTest',
  // A table that is read once, when its module is loaded, is held by the tests of what is made of it.
  ignoreStatic: true,
  timeoutMS: 4_000,
  reporters: ['json'],
  jsonReporter: { fileName: REPORT },
};
