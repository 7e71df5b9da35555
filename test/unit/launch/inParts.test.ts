import assert from 'node:assert/strict';
import { withTheirParts } from '../../../build/inParts.mjs';

const output = (inputs: readonly string[], imports: readonly string[] = []) => ({
  bytes: 0,
  exports: [],
  inputs: Object.fromEntries(inputs.map(input => [input, { bytesInOutput: 1 }])),
  imports: imports.map(path => ({ path, kind: 'import-statement' as const })),
});

describe('tests that are built in parts', () => {
  it('feel what changes in any part that they import, also by way of another, and in no other part', () => {
    const outputs = withTheirParts({
      'out/a.test.js': output(['a.test.ts'], ['out/one.js', 'node:fs']),
      'out/b.test.js': output(['b.test.ts']),
      'out/one.js': output(['one.ts'], ['out/two.js']),
      // Parts may import one another.
      'out/two.js': output(['two.ts'], ['out/one.js']),
    });
    assert.deepEqual(Object.keys(outputs['out/a.test.js']?.inputs ?? {}), ['a.test.ts', 'one.ts', 'two.ts']);
    assert.deepEqual(Object.keys(outputs['out/b.test.js']?.inputs ?? {}), ['b.test.ts']);
  });
});
