import assert from 'node:assert/strict';
import { suitesTouched } from '../../launch/reach.mjs';

const OUTPUTS = {
  'out/unit/deal.test.js': { inputs: { 'test/unit/deal.test.ts': {}, 'src/core/deal.ts': {} } },
  'out/unit/cli.test.js': { inputs: { 'test/unit/cli.test.ts': {}, 'test/unit/support/cli.ts': {} } },
  'out/unit/kill.test.js': { inputs: { 'test/unit/kill.test.ts': {} } },
  'dist/cli.js': { inputs: { 'src/cli/main.ts': {}, 'src/core/deal.ts': {} } },
  'dist/extension.program.js': { inputs: { 'src/extension.ts': {} } },
  'test/unit/support/writer.ts': { inputs: { 'test/unit/support/writer.ts': {}, 'src/files/write.ts': {} } },
};
const TEXTS: Record<string, string> = {
  'test/unit/deal.test.ts': "readFileSync('README.md')",
  'test/unit/support/cli.ts': "resolve('dist/cli.js')",
  'test/unit/kill.test.ts': "builtModule('test/unit/support/writer.ts'); read(`media/words/${name}`)",
};
const SUITES = ['out/unit/deal.test.js', 'out/unit/cli.test.js', 'out/unit/kill.test.js'];

function touched(changed: string, inVsCode = false): string[] {
  const project = { outputs: OUTPUTS, textOf: (file: string) => TEXTS[file] ?? '', inVsCode };
  return suitesTouched(SUITES, [changed], project).map(suite => /(\w+)\.test/.exec(suite)![1]!);
}

describe('the tests that can feel a change', () => {
  for (const [what, changed, expected] of [
    ['import the file', 'src/core/deal.ts', ['deal', 'cli']],
    ['are the file', 'test/unit/kill.test.ts', ['kill']],
    ['have a helper that is the file', 'test/unit/support/cli.ts', ['cli']],
    ['read the file', 'README.md', ['deal']],
    ['read a folder that holds it', 'media/words/en.json', ['kill']],
    ['start a program that is built of it', 'src/cli/main.ts', ['cli']],
    ['build a module that imports it', 'src/files/write.ts', ['kill']],
    ['are none', 'CHANGELOG.md', []],
    ['are none, of a name that only begins alike', 'README.md.orig', []],
    ['are all, where it is how tests are run', 'test/launch/lanes.mjs', ['deal', 'cli', 'kill']],
  ] as const)
    it(what, () => assert.deepEqual(touched(changed), expected));

  it('are all in a VS Code that loads what is built of it', () => {
    assert.deepEqual(touched('src/extension.ts'), []);
    assert.deepEqual(touched('src/extension.ts', true), ['deal', 'cli', 'kill']);
    assert.deepEqual(touched('package.json', true), ['deal', 'cli', 'kill']);
    assert.deepEqual(touched('CHANGELOG.md', true), []);
  });
});
